import type { ClearScopeKind } from '../audit/clear-scope.ts';
import type { ActionName } from './explain-types.ts';

/** A step of the learner of which the process is told. */
export type Milestone = 'phone' | 'profile' | 'hours' | 'exam';

/** What the explanation knows beyond the state: facts that the process does not wait for. */
export type ExplainFacts = {
  /** Names of what the profile still lacks, in Chinese, as the profile page calls them. */
  readonly missingOfProfile?: readonly string[];
  /** The newest message whose fate is known did not reach the learner's phone. */
  readonly smsFailed?: boolean;
  /** The registry has been asked and has not answered yet. */
  readonly registryWaiting?: boolean;
  /** What a person has decided about the certificate after a clear, and whether it has been carried out. */
  readonly certificateVoid?: 'pending' | 'done';
  /** How much the last clear took. */
  readonly clearScope?: ClearScopeKind;
  /** What is written down and what the process may not have taken yet. */
  readonly reached?: readonly Milestone[];
};

const MILESTONE_OF: Partial<Record<ActionName, Milestone>> = {
  verifyPhone: 'phone',
  completeProfile: 'profile',
  study: 'hours',
  takeExam: 'exam',
};

/** The milestone for which an action is there, when it is reached already; else null. */
export function reachedBy(
  action: ActionName | undefined,
  { reached = [] }: ExplainFacts,
): Milestone | null {
  const milestone = action && MILESTONE_OF[action];
  return milestone !== undefined && reached.includes(milestone) ? milestone : null;
}
