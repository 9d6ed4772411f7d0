import type { Insertable } from 'kysely';
import type { Db } from './connect.ts';
import type { EvidenceRequests } from './schema.gen.ts';

/** Keeps what an audit asks the learner; the same request again changes nothing. */
export async function insertEvidenceRequest(
  db: Db,
  request: Insertable<EvidenceRequests>,
): Promise<void> {
  await db
    .insertInto('evidenceRequests')
    .values(request)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** The newest request of an enrolment; null when nothing was ever asked. */
export const latestEvidenceRequest = async (db: Db, enrolmentId: string) =>
  (await db
    .selectFrom('evidenceRequests')
    .selectAll()
    .where('enrolmentId', '=', enrolmentId)
    .orderBy('askedAt', 'desc')
    .executeTakeFirst()) ?? null;

/** All that an audit asked, with the face check that came with an answer, oldest first. */
export const evidenceRequestsOf = (db: Db, auditId: string) =>
  db
    .selectFrom('evidenceRequests as r')
    .leftJoin('faceChecks as c', 'c.id', 'r.faceCheckId')
    .selectAll('r')
    .select(['c.outcome as faceOutcome', 'c.usedAt as faceAt'])
    .where('r.auditId', '=', auditId)
    .orderBy('r.askedAt')
    .execute();

/** Ends an open request. False when it had ended already. */
export async function endEvidenceRequest(
  db: Db,
  id: string,
  end: {
    state: 'answered' | 'lapsed';
    endedAt: Date;
    answerTextId?: string;
    faceCheckId?: string | null;
  },
): Promise<boolean> {
  const row = await db
    .updateTable('evidenceRequests')
    .set(end)
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The learner's newest rehearsal since an instant that was judged: it may accompany an answer. */
export const rehearsalSince = async (
  db: Db,
  learnerId: string,
  since: Date,
): Promise<string | null> =>
  (
    await db
      .selectFrom('faceChecks')
      .select('id')
      .where('learnerId', '=', learnerId)
      .where('kind', '=', 'rehearsal')
      .where('usedAt', '>=', since)
      .where('outcome', 'is not', null)
      .orderBy('usedAt', 'desc')
      .executeTakeFirst()
  )?.id ?? null;
