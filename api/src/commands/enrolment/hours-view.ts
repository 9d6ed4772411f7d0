import { balanceOf, creditHoursOf, ok, refuse, type Result } from '@xuzheng/engine';
import type { Static } from 'typebox';
import { enrolmentShown } from '../../db/enrolments-listed.ts';
import { ledgerOf } from '../../db/hour-ledger.ts';
import { policyOf } from '../../db/policies.ts';
import type { Deps } from '../../deps.ts';
import type { EnrolmentHoursSchema } from '../../schemas/enrolments.ts';

/** Hours of an enrolment as the ledger has them. Refuses `enrolment/notFound`. */
export async function hoursView(
  deps: Pick<Deps, 'db'>,
  enrolmentId: string,
): Promise<Result<Static<typeof EnrolmentHoursSchema>>> {
  const row = await enrolmentShown(deps.db, enrolmentId);
  if (row === null) return refuse('enrolment/notFound');
  const { creditHourSeconds } = await policyOf(deps.db, row);
  const balance = balanceOf(await ledgerOf(deps.db, enrolmentId));
  return ok({
    enrolmentId,
    epoch: row.epoch,
    ...balance,
    studiedCreditHours: creditHoursOf(balance.studiedSeconds, creditHourSeconds),
    creditedCreditHours: creditHoursOf(balance.creditedSeconds, creditHourSeconds),
    creditHourSeconds,
  });
}
