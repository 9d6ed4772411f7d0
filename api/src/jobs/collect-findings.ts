import { collectFindings } from '../commands/study/collect-findings.ts';
import { enrolmentsToCollect, noteFindingsCollected } from '../db/enrolments-studied.ts';
import { policyOf } from '../db/policies.ts';
import type { Deps } from '../deps.ts';

const AT_A_TIME = 20;

/**
 * Runs the rules of Handbook §3 over each epoch whose hours are complete and whose snapshots have all
 * been checked. Gives how many enrolments it looked at.
 */
export function collectDueFindings(deps: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  return deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now();
    const due = await enrolmentsToCollect(trx, AT_A_TIME);
    for (const enrolment of due) {
      const key = { enrolmentId: enrolment.id, epoch: enrolment.epoch };
      await collectFindings(trx, await policyOf(trx, enrolment), key, now);
      await noteFindingsCollected(trx, enrolment.id, new Date(now));
    }
    return due.length;
  });
}
