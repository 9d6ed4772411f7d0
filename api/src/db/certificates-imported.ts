import type { Db } from './connect.ts';

export type Original = {
  readonly learnerId: string;
  readonly post: string;
  readonly number: string;
  readonly medium: 'paper' | 'electronic';
  readonly issuedOn: string;
  readonly holderMasked: string;
  readonly verificationCode: string;
};

/** The one certificate that is valid for a learner and post now; null when there is none. */
export const activeCertificateOf = async (db: Db, learnerId: string, post: string) =>
  (await db
    .selectFrom('certificates')
    .select(['id', 'number'])
    .where('learnerId', '=', learnerId)
    .where('post', '=', post)
    .where('status', '=', 'active')
    .where('kind', 'in', ['original', 'training'])
    .executeTakeFirst()) ?? null;

/** Imports a document the learner holds. False when the number is taken. */
export async function insertOriginal(db: Db, original: Original): Promise<boolean> {
  const row = await db
    .insertInto('certificates')
    .values({ ...original, kind: 'original' })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
