/**
 * What stand-ins of a sandbox can be asked to do (F39). Each acts as a person would, through the product's
 * own routes: nothing is set that the real process would have to reach.
 */
export const SANDBOX_PLAYS = [
  /** The learner activates the account, uploads ID card and portrait, completes the profile. */
  'settleIn',
  /** The learner studies every lesson that is not complete. */
  'study',
  /** The same, but in the first lesson somebody else sits down behind the door. */
  'studySwapped',
  /** The learner sits the exam once and passes it. */
  'passExam',
  /** The learner sits the exam once and fails it. */
  'failExam',
  /** An auditor accepts the hours. */
  'acceptHours',
  /** An auditor proposes to clear the hours, and a second person signs. */
  'clearHours',
  /** The learner appeals against the clear. */
  'appeal',
  /** Somebody who had no part in the case grants the appeal. */
  'grantAppeal',
  /** Somebody who had no part in the case dismisses the appeal. */
  'dismissAppeal',
  /** The learner clicks 【证书更新】. */
  'renew',
] as const;
export type SandboxPlay = (typeof SANDBOX_PLAYS)[number];

export const SANDBOX_PLAY_STATES = ['queued', 'playing', 'done', 'failed'] as const;
export type SandboxPlayState = (typeof SANDBOX_PLAY_STATES)[number];
