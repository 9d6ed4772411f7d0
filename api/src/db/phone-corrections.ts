import type { Db } from './connect.ts';

const shown = (db: Db) =>
  db
    .selectFrom('phoneCorrections as c')
    .innerJoin('learners as l', 'l.id', 'c.learnerId')
    .innerJoin('staff as asker', 'asker.id', 'c.requestedBy')
    .leftJoin('staff as decider', 'decider.id', 'c.decidedBy')
    .select([
      'c.id',
      'c.learnerId',
      'c.newPhoneSealed',
      'c.reason',
      'c.state',
      'c.requestedBy',
      'c.requestedAt',
      'c.decidedAt',
      'asker.displayName as requestedByName',
      'decider.displayName as decidedByName',
      'l.wrappedDataKey',
      'l.nameSealed',
      'l.phoneSealed',
    ]);

export type ShownCorrection = Awaited<
  ReturnType<ReturnType<typeof shown>['executeTakeFirstOrThrow']>
>;

export type CorrectionFilter = { readonly state?: string; readonly learnerId?: string };

/** Newest first; `before` is the id a page ended with. */
export function correctionsPage(db: Db, filter: CorrectionFilter, limit: number, before?: string) {
  const { state, learnerId } = filter;
  return shown(db)
    .$if(state !== undefined, (query) => query.where('c.state', '=', state ?? ''))
    .$if(learnerId !== undefined, (query) => query.where('c.learnerId', '=', learnerId ?? ''))
    .$if(before !== undefined, (query) => query.where('c.id', '<', before ?? ''))
    .orderBy('c.id', 'desc')
    .limit(limit)
    .execute();
}

export const correctionShown = (db: Db, id: string): Promise<ShownCorrection | undefined> =>
  shown(db).where('c.id', '=', id).executeTakeFirst();

export type NewCorrection = {
  readonly learnerId: string;
  readonly newPhoneSealed: Buffer;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
};

/** The new id, or undefined when one is already open for this learner. */
export async function insertCorrection(
  db: Db,
  correction: NewCorrection,
): Promise<string | undefined> {
  const row = await db
    .insertInto('phoneCorrections')
    .values(correction)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** An open correction, held until the transaction ends. */
export function lockOpenCorrection(db: Db, id: string) {
  return db
    .selectFrom('phoneCorrections')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'requested')
    .forUpdate()
    .executeTakeFirst();
}

export async function closeCorrection(
  db: Db,
  id: string,
  decision: {
    readonly state: 'approved' | 'rejected';
    readonly decidedBy: string;
    readonly decidedAt: Date;
  },
): Promise<void> {
  await db.updateTable('phoneCorrections').set(decision).where('id', '=', id).execute();
}
