import type { Db } from './connect.ts';

/** Where each of the learner's enrolments stands, newest first. */
export function enrolmentsOfLearner(db: Db, learnerId: string) {
  return db
    .selectFrom('enrolments')
    .select([
      'id',
      'post',
      'studyYear',
      'policyId',
      'policyVersion',
      'employer',
      'examRequired',
      'machineVersion',
      'state',
      'stateContext',
      'stateSeq',
      'stateTags',
      'createdAt',
    ])
    .where('learnerId', '=', learnerId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
}

/** Is a correction of the phone waiting for a second person? */
export async function hasOpenCorrection(db: Db, learnerId: string): Promise<boolean> {
  const row = await db
    .selectFrom('phoneCorrections')
    .select('id')
    .where('learnerId', '=', learnerId)
    .where('state', '=', 'requested')
    .executeTakeFirst();
  return row !== undefined;
}
