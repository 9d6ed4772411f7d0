import { sql, type Insertable, type Selectable, type Updateable } from 'kysely';
import type { Db } from './connect.ts';
import type { AttendedChecks } from './schema.gen.ts';

export type AttendedCheckRow = Selectable<AttendedChecks>;

export const insertAttendedCheck = (
  db: Db,
  check: Insertable<AttendedChecks>,
): Promise<AttendedCheckRow> =>
  db.insertInto('attendedChecks').values(check).returningAll().executeTakeFirstOrThrow();

/** The check a session waits for; at most one. */
export const openAttendedCheckOf = (
  db: Db,
  sessionId: string,
): Promise<AttendedCheckRow | undefined> =>
  db
    .selectFrom('attendedChecks')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .where('answeredAt', 'is', null)
    .executeTakeFirst();

export const updateAttendedCheck = (
  db: Db,
  id: string,
  changes: Updateable<AttendedChecks>,
): Promise<AttendedCheckRow> =>
  db
    .updateTable('attendedChecks')
    .set(changes)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

/** Closed checks of all sessions of one epoch, in the order they were issued. */
export const attendedChecksOfEpoch = (db: Db, key: { enrolmentId: string; epoch: number }) =>
  db
    .selectFrom('attendedChecks as a')
    .innerJoin('studySessions as s', 's.id', 'a.sessionId')
    .select([
      'a.id',
      'a.sessionId',
      'a.kind',
      'a.issuedAt',
      'a.answeredAt',
      'a.answeredWith',
      'a.wrongAnswers',
      'a.outcome',
    ])
    .where('s.enrolmentId', '=', key.enrolmentId)
    .where('s.epoch', '=', key.epoch)
    .where('a.answeredAt', 'is not', null)
    .orderBy('a.issuedAt')
    .orderBy('a.id')
    .execute();

/** Questions a learner has been asked in their last checks, oldest first. */
export async function questionsAsked(db: Db, learnerId: string, checks: number): Promise<string[]> {
  const rows = await db
    .selectFrom('attendedChecks')
    .select('questionIds')
    .where('learnerId', '=', learnerId)
    .where(sql<boolean>`cardinality(question_ids) > 0`)
    .orderBy('issuedAt', 'desc')
    .limit(checks)
    .execute();
  return rows.toReversed().flatMap((row) => row.questionIds);
}
