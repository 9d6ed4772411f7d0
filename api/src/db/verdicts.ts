import type { Insertable } from 'kysely';
import type { Db } from './connect.ts';
import type { Verdicts } from './schema.gen.ts';

export async function insertVerdict(db: Db, verdict: Insertable<Verdicts>): Promise<void> {
  await db.insertInto('verdicts').values(verdict).execute();
}

export const verdictOfAudit = (db: Db, auditId: string) =>
  db.selectFrom('verdicts').selectAll().where('auditId', '=', auditId).executeTakeFirst();

/** When the verdict on an enrolment's n-th audit was given. */
export const verdictAtOf = (db: Db, enrolmentId: string, n: number) =>
  db
    .selectFrom('verdicts as v')
    .innerJoin('audits as a', 'a.id', 'v.auditId')
    .select('v.at')
    .where('a.enrolmentId', '=', enrolmentId)
    .where('a.n', '=', n)
    .executeTakeFirst();

/** The model behind the enrolment's newest judged snapshot: a verdict names what it relied on. */
export const newestModelOf = async (
  db: Db,
  enrolmentId: string,
): Promise<{ readonly modelId: string | null; readonly weightsHash: string | null }> =>
  (await db
    .selectFrom('snapshots')
    .select(['modelId', 'weightsHash'])
    .where('enrolmentId', '=', enrolmentId)
    .where('modelId', 'is not', null)
    .orderBy('takenAt', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? { modelId: null, weightsHash: null };
