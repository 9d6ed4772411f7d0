import type { Insertable, Kysely, Selectable } from 'kysely';
import type { DB, Findings } from './schema.gen.ts';

export type FindingRow = Selectable<Findings>;

/** Findings of one enrolment and epoch, the oldest first. */
export const findingsOf = (
  db: Kysely<DB>,
  key: { enrolmentId: string; epoch: number },
): Promise<FindingRow[]> =>
  db
    .selectFrom('findings')
    .selectAll()
    .where('enrolmentId', '=', key.enrolmentId)
    .where('epoch', '=', key.epoch)
    .orderBy('id')
    .execute();

/** Inserts what is not there yet; gives how many were new (the same finding twice is one row). */
export async function insertFindings(
  db: Kysely<DB>,
  findings: readonly Insertable<Findings>[],
): Promise<number> {
  if (findings.length === 0) return 0;
  const fresh = await db
    .insertInto('findings')
    .values([...findings])
    .onConflict((conflict) => conflict.columns(['enrolmentId', 'epoch', 'key']).doNothing())
    .returning('id')
    .execute();
  return fresh.length;
}
