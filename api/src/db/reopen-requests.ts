import type { Db } from './connect.ts';

/** Opens a request; null when one is open already. */
export const insertReopenRequest = async (
  db: Db,
  request: { enrolmentId: string; proposedBy: string; textId: string; proposedAt: Date },
): Promise<string | null> =>
  (
    await db
      .insertInto('reopenRequests')
      .values(request)
      .onConflict((conflict) =>
        conflict.column('enrolmentId').where('state', '=', 'requested').doNothing(),
      )
      .returning('id')
      .executeTakeFirst()
  )?.id ?? null;

/** One request with the columns its decision needs; null when there is none. */
export const reopenRequestById = async (db: Db, id: string) =>
  (await db.selectFrom('reopenRequests').selectAll().where('id', '=', id).executeTakeFirst()) ??
  null;

/** Requests waiting for a second person, oldest first. */
export const openReopenRequests = (db: Db) =>
  db
    .selectFrom('reopenRequests as r')
    .innerJoin('enrolments as e', 'e.id', 'r.enrolmentId')
    .innerJoin('learners as l', 'l.id', 'e.learnerId')
    .innerJoin('staff as s', 's.id', 'r.proposedBy')
    .select([
      'r.id',
      'r.enrolmentId',
      'r.proposedBy',
      'r.proposedAt',
      'r.textId',
      's.displayName as proposedByName',
      'e.post',
      'e.studyYear',
      'l.nameSealed',
      'l.wrappedDataKey',
    ])
    .where('r.state', '=', 'requested')
    .orderBy('r.id')
    .limit(100)
    .execute();

/** Closes a request that is still open. False when somebody was quicker. */
export async function closeReopenRequest(
  db: Db,
  id: string,
  close: { state: 'approved' | 'rejected'; decidedBy: string; decidedAt: Date },
): Promise<boolean> {
  const row = await db
    .updateTable('reopenRequests')
    .set(close)
    .where('id', '=', id)
    .where('state', '=', 'requested')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
