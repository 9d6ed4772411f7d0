import { studiedEntry, viewCredit, type Policy } from '@xuzheng/engine';
import type { Db } from '../../db/connect.ts';
import { appendLedger, ledgerOf } from '../../db/hour-ledger.ts';
import { lockSameYear } from '../../db/shared-hours.ts';
import { completeHours, shareWithOthers, takeSharedHours } from './share-hours.ts';
import type { StudyState } from './study-state.ts';

/**
 * A lesson has just been completed: its seconds enter the ledger, and that of the learner's other posts
 * where it is public; when it was the last one and the hours of the policy are reached, the enrolment's
 * hours are complete and its process is told, all in the transaction of the beat that did it. True when
 * the hours are complete.
 */
export async function completeLesson(
  work: { trx: Db; now: number; policy: Policy },
  state: StudyState,
): Promise<boolean> {
  const { trx, now, policy } = work;
  const { row } = state;
  const sameYear = await lockSameYear(trx, row.enrolmentId);
  const enrolment = sameYear.find((one) => one.id === row.enrolmentId);
  if (enrolment === undefined) throw new Error('the enrolment of a session is gone');
  // A clear may have begun a new epoch meanwhile: what belongs to the old one stays with it.
  if (enrolment.epoch !== row.epoch) return false;
  const watchedSeconds = state.credit === null ? 0 : viewCredit(state.credit).watchedSeconds;
  const studied = { lessonId: row.lessonId, epoch: row.epoch, watchedSeconds };
  const entry = studiedEntry(await ledgerOf(trx, enrolment.id), studied, now);
  if (entry !== null) await appendLedger(trx, enrolment.id, policy.version, [entry]);
  // After a clear of its own everything is studied anew: only what comes from now on is shared into it.
  if (enrolment.epoch === 1) await takeSharedHours(trx, enrolment, sameYear, now);
  if (entry !== null) await shareWithOthers(trx, enrolment, sameYear, now);
  return completeHours(trx, enrolment, now);
}
