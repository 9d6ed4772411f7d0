import type { Insertable } from 'kysely';
import type { Db } from './connect.ts';
import type { Enrolments } from './schema.gen.ts';

/** Makes an enrolment; null when the learner has one for this post and year. */
export const insertEnrolment = async (
  db: Db,
  enrolment: Insertable<Enrolments>,
): Promise<string | null> =>
  (
    await db
      .insertInto('enrolments')
      .values(enrolment)
      .onConflict((conflict) => conflict.columns(['learnerId', 'post', 'studyYear']).doNothing())
      .returning('id')
      .executeTakeFirst()
  )?.id ?? null;
