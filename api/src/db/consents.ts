import type { Db } from './connect.ts';

/** Every consent there was, newest first. */
export function consentsOf(db: Db, learnerId: string) {
  return db
    .selectFrom('consents')
    .select(['kind', 'version', 'givenAt', 'withdrawnAt'])
    .where('learnerId', '=', learnerId)
    .orderBy('id', 'desc')
    .execute();
}

/** Gives consent; a live one in another version is ended first. */
export async function insertConsent(
  db: Db,
  consent: {
    readonly learnerId: string;
    readonly kind: string;
    readonly version: string;
    readonly givenAt: Date;
  },
): Promise<void> {
  await db
    .updateTable('consents')
    .set({ withdrawnAt: consent.givenAt })
    .where('learnerId', '=', consent.learnerId)
    .where('kind', '=', consent.kind)
    .where('version', '<>', consent.version)
    .where('withdrawnAt', 'is', null)
    .execute();
  await db
    .insertInto('consents')
    .values(consent)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Says whether there was a live consent to withdraw. */
export async function withdrawConsents(
  db: Db,
  learnerId: string,
  kind: string,
  at: Date,
): Promise<boolean> {
  const done = await db
    .updateTable('consents')
    .set({ withdrawnAt: at })
    .where('learnerId', '=', learnerId)
    .where('kind', '=', kind)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
