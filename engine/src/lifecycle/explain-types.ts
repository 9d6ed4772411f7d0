import type { Instant } from '../calendar/day.ts';
import type { TwoTongues } from './explain-texts.ts';

/** What a person may do now. Each is a button somewhere; commands of the process are among them. */
export type ActionName =
  | 'verifyPhone'
  | 'completeProfile'
  | 'study'
  | 'replay'
  | 'takeExam'
  | 'printHoursCertificate'
  | 'viewTrainingCertificate'
  | 'renew'
  | 'fileAppeal'
  | 'withdrawAppeal'
  | 'withdraw'
  | 'accept'
  | 'proposeClear'
  | 'rejectProposal'
  | 'signClear'
  | 'pauseAudit'
  | 'resumeAudit'
  | 'grantAppeal'
  | 'dismissAppeal'
  | 'reopen';

/** Who acts next. */
export type StateOwner =
  | 'learner'
  | 'auditor'
  | 'seniorAuditor'
  | 'support'
  | 'registry'
  | 'system'
  | 'nobody';

export type Stage =
  | 'verifyingPhone'
  | 'completingProfile'
  | 'studying'
  | 'relearning'
  | 'exam'
  | 'audit'
  | 'appeal'
  | 'renewal'
  | 'renewed'
  | 'closed';

/** One answer for learner, support and integrator: where, why, who next, until when, what now. */
export type Explanation = {
  readonly stage: Stage;
  readonly sentence: TwoTongues;
  readonly owner: StateOwner;
  readonly nextStep: TwoTongues;
  readonly dueAt?: Instant;
  readonly primaryAction?: ActionName;
  readonly permitted: readonly ActionName[];
  readonly blockedBy?: TwoTongues;
  /** What goes on beside the state; often nothing. */
  readonly beside: readonly TwoTongues[];
};
