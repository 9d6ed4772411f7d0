import {
  dayOf,
  isProvisional,
  workingDeadline,
  type LifecycleContext,
  type Milestones,
  type Policy,
  type WorkCalendar,
} from '@xuzheng/engine';
import { openAppealOf } from '../db/appeals.ts';
import type { Db } from '../db/connect.ts';
import type { ProcessedEnrolment } from '../db/enrolments.ts';
import { verdictAtOf } from '../db/verdicts.ts';

/**
 * The end of the policy's working days of an appeal after an instant: after a clear until it may be
 * filed, after its filing until it is due. Provisional while a day in between is not published yet.
 */
export function appealDaysAfter(at: Date, policy: Policy, calendar: WorkCalendar) {
  const { audit, appealWorkingDays } = policy;
  const until = workingDeadline(at.getTime(), appealWorkingDays, audit, calendar);
  const provisional = audit.workingDayMs === null && isProvisional(dayOf(until - 1), calendar);
  return { until, provisional };
}

/** That window by this calendar, while the learner may still file; null when there is none to move. */
export async function appealWindowOf(
  db: Db,
  { id, stateContext }: Pick<ProcessedEnrolment, 'id' | 'stateContext'>,
  policy: Policy,
  calendar: () => Promise<WorkCalendar>,
): Promise<Milestones['appealWindow']> {
  const { clear } = (stateContext ?? {}) as unknown as Partial<LifecycleContext>;
  if (clear == null || clear.appealed) return null;
  const cleared = await verdictAtOf(db, id, clear.auditN);
  if (cleared === undefined) return null;
  return { auditN: clear.auditN, ...appealDaysAfter(cleared.at, policy, await calendar()) };
}

/**
 * When the appeal that waits for a decision is due: so many working days after it was filed, by this
 * calendar. A year that is not published makes a guess, on which nothing acts. Null without an appeal.
 */
export async function appealClockOf(
  db: Db,
  enrolmentId: string,
  policy: Policy,
  calendar: () => Promise<WorkCalendar>,
): Promise<Milestones['appealClock']> {
  const appeal = await openAppealOf(db, enrolmentId);
  if (appeal === undefined) return null;
  const { until, provisional } = appealDaysAfter(appeal.filedAt, policy, await calendar());
  return { dueAt: until, provisional };
}
