import {
  dayOf,
  isProvisional,
  workingDeadline,
  type Milestones,
  type Policy,
  type WorkCalendar,
} from '@xuzheng/engine';
import { openAppealOf } from '../db/appeals.ts';
import type { Db } from '../db/connect.ts';

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
  const newest = await calendar();
  const { audit, appealWorkingDays } = policy;
  const dueAt = workingDeadline(appeal.filedAt.getTime(), appealWorkingDays, audit, newest);
  const provisional = audit.workingDayMs === null && isProvisional(dayOf(dueAt - 1), newest);
  return { dueAt, provisional };
}
