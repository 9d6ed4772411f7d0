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

/**
 * Writes findings; gives how many were new or said more than before. The same finding twice is one
 * row, and its first sight keeps its date.
 */
export async function upsertFindings(
  db: Kysely<DB>,
  findings: readonly Insertable<Findings>[],
): Promise<number> {
  if (findings.length === 0) return 0;
  const changed = await db
    .insertInto('findings')
    .values([...findings])
    .onConflict((conflict) =>
      conflict
        .columns(['enrolmentId', 'epoch', 'key'])
        .doUpdateSet((eb) => ({
          strength: eb.ref('excluded.strength'),
          seconds: eb.ref('excluded.seconds'),
          sentence: eb.ref('excluded.sentence'),
          evidence: eb.ref('excluded.evidence'),
          ruleVersion: eb.ref('excluded.ruleVersion'),
        }))
        .where((eb) =>
          eb.or([
            eb('findings.strength', '<>', eb.ref('excluded.strength')),
            eb('findings.evidence', '<>', eb.ref('excluded.evidence')),
            eb('findings.sentence', '<>', eb.ref('excluded.sentence')),
          ]),
        ),
    )
    .returning('id')
    .execute();
  return changed.length;
}
