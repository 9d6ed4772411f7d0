import type { ClearScopeKind, ExplainFacts, Milestone } from '@xuzheng/engine';
import type { Db } from '../../db/connect.ts';
import { factsBeside } from '../../db/explain-facts.ts';

/** What an explanation tells beside the state, the same for learner, staff and integrators. */
export async function explainFactsOf(
  db: Db,
  enrolment: { readonly id: string; readonly learnerId: string },
  missingOfProfile: readonly string[] = [],
): Promise<ExplainFacts> {
  const beside = await factsBeside(db, enrolment);
  const { voidState, clearScope, reached } = beside;
  return {
    missingOfProfile,
    smsFailed: beside.smsState === 'failed',
    registryWaiting: beside.registryWaiting,
    reached: reached as readonly Milestone[],
    // A void that the registry refused is with a person again: it is not done.
    ...(voidState === null ? {} : { certificateVoid: voidState === 'done' ? 'done' : 'pending' }),
    ...(clearScope === null ? {} : { clearScope: clearScope as ClearScopeKind }),
  };
}
