import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { DB, ExamAttempts } from './schema.gen.ts';

export type ExamAttemptRow = Selectable<ExamAttempts>;

/** An enrolment's attempts, the newest first. */
export const attemptsOf = (db: Kysely<DB>, enrolmentId: string): Promise<ExamAttemptRow[]> =>
  db
    .selectFrom('examAttempts')
    .selectAll()
    .where('enrolmentId', '=', enrolmentId)
    .orderBy('n', 'desc')
    .execute();

/** One attempt of this learner; somebody else's is not found. */
export function findAttemptOf(
  db: Kysely<DB>,
  attemptId: string,
  learnerId: string,
): Promise<ExamAttemptRow | undefined> {
  return db
    .selectFrom('examAttempts')
    .innerJoin('enrolments', 'enrolments.id', 'examAttempts.enrolmentId')
    .selectAll('examAttempts')
    .where('examAttempts.id', '=', attemptId)
    .where('enrolments.learnerId', '=', learnerId)
    .executeTakeFirst();
}

/** The same, locked for this transaction: two answers or two submits wait for each other. */
export const lockAttempt = (db: Kysely<DB>, id: string): Promise<ExamAttemptRow | undefined> =>
  db.selectFrom('examAttempts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const insertAttempt = (
  db: Kysely<DB>,
  attempt: Insertable<ExamAttempts>,
): Promise<ExamAttemptRow> =>
  db.insertInto('examAttempts').values(attempt).returningAll().executeTakeFirstOrThrow();

export const updateAttempt = (
  db: Kysely<DB>,
  id: string,
  changes: Updateable<ExamAttempts>,
): Promise<ExamAttemptRow> =>
  db
    .updateTable('examAttempts')
    .set(changes)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
