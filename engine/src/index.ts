// The engine's one door. Each room exports what others may use; everything else stays inside.

// kernel
export * from './kernel/refusal-codes.ts';
export * from './kernel/result.ts';
export * from './kernel/ids.ts';
export { sha256 } from './kernel/sha256.ts';
export { drawsFrom, type Draws } from './kernel/draw.ts';

// calendar
export * from './calendar/day.ts';
export * from './calendar/work-calendar.ts';
export * from './calendar/standstill.ts';
export * from './calendar/audit-clock.ts';
export * from './calendar/holidays.cn.gen.ts';
export * from './calendar/published-year.ts';
export { calendarNews, type KeptCalendar } from './calendar/shipped-calendar.ts';
export * from './calendar/study-year.ts';

// learner
export * from './learner/identity-number.ts';
export * from './learner/phone.ts';
export * from './learner/password.ts';
export * from './learner/name.ts';
export * from './learner/personal-words.ts';
export * from './learner/post.ts';
export * from './learner/profile.ts';
export * from './learner/consent.ts';

// policy
export * from './policy/policy.ts';
export * from './policy/shipped.ts';

// study
export * from './study/ranges.ts';
export * from './study/segment.ts';
export * from './study/reason-texts.ts';
export type { Account, CreditRule, Playing, PresenceMark } from './study/account.ts';
export type { Beat } from './study/beats.ts';
export * from './study/credit.ts';
export * from './study/lesson-progress.ts';
export * from './study/passport.ts';
export * from './study/check-plan.ts';
export * from './study/check-proof.ts';
export * from './study/session.machine.ts';
export * from './study/session.ts';
export * from './study/attended.ts';
export * from './study/make-up.ts';

// face
export {
  calmFaceOf,
  type FrameMark,
  type HeldFrame,
  type Look,
  pickMatchFrames,
  progressInFrames,
  promptsShown,
  showsPrompts,
  thinBurst,
} from './face/burst.ts';
export {
  type CheckFacts,
  type CheckOptions,
  type FaceCheckVerdict,
  type FaceFault,
  judgeFaceCheck,
  MISS_REASONS,
  type MissReason,
} from './face/face-check.ts';
export * from './face/accommodation.ts';
export { quickenKernels, type KernelBook } from './face/quick-kernels.ts';
export { FACE_FAULT_TEXTS, PROMPT_TEXTS } from './face/fault-texts.ts';
export { areaOf, type Box, type FaceFacts, type FrameFacts } from './face/frame.ts';
export {
  faceMetrics,
  type FaceMetrics,
  isLandmarks,
  type Landmarks,
  movementBetween,
  type Point,
} from './face/landmarks.ts';
export {
  type ActionVerdict,
  clockStartsAtMs,
  judgeLiveness,
  LIVENESS_FAULTS,
  LIVENESS_PROMPTS,
  type LivenessFault,
  type LivenessPrompt,
  type LivenessVerdict,
  neededFor,
  neutralOf,
  progressOf,
  type PromptShown,
} from './face/liveness.ts';
export {
  FACE_OUTCOMES,
  type FaceOutcome,
  type FrameDistances,
  judgeMatch,
  MATCH_FAULTS,
  type MatchFault,
  type MatchInput,
  type MatchVerdict,
  medianOf,
} from './face/match.ts';
export {
  FRAME_FAULTS,
  frameFault,
  type FrameFault,
  matchFrameFault,
  portraitFault,
  secondFaceShare,
} from './face/quality.ts';
export {
  type BoundsResult,
  type CalibrationProposal,
  type MeasuredPair,
  proposeBounds,
  resultOf,
} from './face/calibration.ts';
export { exactBounds, type ShareBounds } from './face/proportion.ts';
export {
  type DescriptorKind,
  DESCRIPTORS,
  type FaceThresholds,
  HANDBOOK_FACE_THRESHOLDS,
  type LivenessThresholds,
  type MatchBounds,
  type MatchThresholds,
  type QualityThresholds,
  SHIPPED_MATCH_BOUNDS,
  thresholdsFor,
} from './face/thresholds.ts';

// hours
export * from './hours/credit-hours.ts';
export * from './hours/requirement.ts';
export * from './hours/ledger.ts';
export * from './hours/restoration.ts';
export * from './hours/relearn-plan.ts';
export * from './hours/shared-hours.ts';

// exam
export * from './exam/question.ts';
export * from './exam/paper.ts';
export * from './exam/grade.ts';

// certificate
export * from './certificate/number.ts';
export * from './certificate/verification.ts';

// audit
export * from './audit/evidence.ts';
export type { FindingRule } from './audit/finding-draft.ts';
export * from './audit/findings.ts';
export { missedPartsIn } from './audit/made-up.ts';
export * from './audit/origin-findings.ts';
export * from './audit/clear-scope.ts';
export * from './audit/grounds.ts';
export * from './audit/replay.ts';
export * from './audit/risk.ts';
export * from './audit/ownership.ts';
export * from './audit/verdict.ts';
export * from './audit/appeal.ts';

// lifecycle
export { LIFECYCLE_VERSION, lifecycleMachine } from './lifecycle/lifecycle.machine.ts';
export { apply, can, permitted, start, type Applied } from './lifecycle/lifecycle.ts';
export * from './lifecycle/replay-events.ts';
export {
  COMMAND_NAMES,
  type AuditClock,
  type AuditInContext,
  type AuditPause,
  type AppealInContext,
  type ClearInContext,
  type CommandEvent,
  type CommandName,
  type EventOf,
  type LifecycleContext,
  type LifecycleEffect,
  type LifecycleEvent,
  type LifecycleEventType,
  type LifecycleInput,
  type LifecycleNotice,
  type LifecycleSnapshot,
  type LifecycleValue,
} from './lifecycle/lifecycle-types.ts';
export { isWindowOpen } from './lifecycle/appeal-window.ts';
export { tagsOf } from './lifecycle/tags.ts';
export {
  clockFromOf,
  clockBasisOf,
  DUTIES,
  dutiesOf,
  nextDueAt,
  nextEvent,
  type ClockBasis,
  type Duty,
  type Milestones,
} from './lifecycle/duties.ts';
export { explain, type ExplainInput } from './lifecycle/explain.ts';
export { type ExplainFacts, type Milestone } from './lifecycle/explain-facts.ts';
export { studyOpenUntil } from './lifecycle/explain-places.ts';
export {
  type ActionName,
  type Explanation,
  type Stage,
  type StateOwner,
} from './lifecycle/explain-types.ts';
export { type TwoTongues } from './lifecycle/explain-texts.ts';
export { steps, type LifecycleStep, type StepKey } from './lifecycle/steps.ts';

// sandbox
export * from './sandbox/plays.ts';

// staff
export * from './staff/roles.ts';

// notices
export * from './notices/refusal-texts.ts';
export * from './notices/handbook.ts';
export * from './notices/templates.ts';
export * from './notices/sms.ts';
export * from './notices/reminders.ts';
