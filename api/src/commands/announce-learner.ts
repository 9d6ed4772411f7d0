import type { Trx } from '../db/connect.ts';
import { openEnrolmentIds } from '../db/learner-enrolments.ts';
import { announce } from '../outbox/announce.ts';

/** Tells every open lifecycle of this learner that a fact about the person has changed. */
export async function announceLearner(trx: Trx, learnerId: string): Promise<void> {
  for (const enrolmentId of await openEnrolmentIds(trx, learnerId))
    await announce(trx, enrolmentId, 'milestonesChanged');
}
