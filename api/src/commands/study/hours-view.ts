import {
  balanceOf,
  creditHoursOf,
  hoursStanding,
  measure,
  toMillisecond,
  type Policy,
} from '@xuzheng/engine';
import type { Db } from '../../db/connect.ts';
import type { EnrolmentRow } from '../../db/enrolments-studied.ts';
import { ledgerOf } from '../../db/hour-ledger.ts';
import { progressOfEnrolment } from '../../db/lesson-progress.ts';
import { isoOrNull } from '../../schemas/shared.ts';
import type { HoursView } from '../../schemas/my-enrolments.ts';
import { standingsOf } from './standings.ts';

/** Where an enrolment stands with its hours: studied, pending, credited, asked for. */
export async function hoursView(
  db: Db,
  enrolment: EnrolmentRow,
  policy: Policy,
): Promise<HoursView> {
  const key = { enrolmentId: enrolment.id, epoch: enrolment.epoch };
  const standing = hoursStanding(policy, await standingsOf(db, enrolment));
  const progress = await progressOfEnrolment(db, key);
  const pending = [...progress.values()].reduce((sum, one) => sum + measure(one.pending), 0);
  const balance = balanceOf(await ledgerOf(db, enrolment.id));
  return {
    studiedSeconds: standing.studiedSeconds,
    pendingSeconds: toMillisecond(pending),
    studiedCreditHours: standing.studiedCreditHours,
    creditedCreditHours: creditHoursOf(balance.creditedSeconds, policy.creditHourSeconds),
    requiredCreditHours: standing.requiredCreditHours,
    requiredProfessionalCreditHours: standing.requiredProfessionalCreditHours,
    professionalCreditHours: standing.professionalCreditHours,
    lessonsCompleted: standing.lessonsComplete,
    lessonsTotal: standing.lessons,
    completedAt: isoOrNull(enrolment.hoursCompletedAt),
  };
}
