import type { Updateable } from 'kysely';
import type { Db } from './connect.ts';
import type { Enrolments } from './schema.gen.ts';

/** An enrolment with what its process asks of the learner's account. */
export const enrolmentForProcess = (db: Db, id: string) =>
  db
    .selectFrom('enrolments as e')
    .innerJoin('learners as l', 'l.id', 'e.learnerId')
    .selectAll('e')
    .select(['l.phoneVerifiedAt', 'l.profileCompletedAt'])
    .where('e.id', '=', id)
    .executeTakeFirstOrThrow();

export type ProcessedEnrolment = Awaited<ReturnType<typeof enrolmentForProcess>>;

/** Locks the enrolment until the transaction ends. */
export const enrolmentLocked = (db: Db, id: string) =>
  db
    .selectFrom('enrolments')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();

export async function setEnrolment(
  db: Db,
  id: string,
  values: Updateable<Enrolments>,
): Promise<void> {
  await db.updateTable('enrolments').set(values).where('id', '=', id).execute();
}

/** Enrolments whose process has not written its first step. */
export const enrolmentsWithoutProcess = (db: Db, before: Date, limit: number) =>
  db
    .selectFrom('enrolments')
    .select('id')
    .where('machineVersion', 'is', null)
    .where('createdAt', '<', before)
    .orderBy('id')
    .limit(limit)
    .execute();
