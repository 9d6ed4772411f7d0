import type { ClearScopeKind } from '../audit/clear-scope.ts';
import type { AuditClockRule } from '../calendar/audit-clock.ts';
import type { FaceThresholds } from '../face/thresholds.ts';
import type { Post } from '../learner/post.ts';

/** Limits of one-time codes sent by SMS. */
export type CodeLimits = {
  readonly ttlSeconds: number;
  readonly tries: number;
  readonly perMinute: number;
  readonly perHour: number;
  readonly perDay: number;
};

/** Study without a face: checks by code and question. */
export type AttendedRule = {
  /** Time to answer a code at a stop. A question while the lesson plays has `recheckAnswerSeconds`. */
  readonly answerSeconds: number;
  /** Wrong answers to questions of one check before a code is asked for instead. */
  readonly questionTries: number;
  /** A code not sent after so long is our fault: a question alone suffices, its time pending. */
  readonly codeWaitSeconds: number;
  /** Limits of these codes alone. */
  readonly code: CodeLimits;
};

/** How many of the last n checks a learner may miss before there is a finding. */
export type MissRule = { readonly k: number; readonly n: number };

export type ExamRule = {
  readonly questions: number;
  readonly pointsEach: number;
  /** Inclusive. Handbook §2: 60 分(含)以上为合格. */
  readonly passAt: number;
  /** Null: no limit, elapsed time is shown. */
  readonly timeLimitSeconds: number | null;
};

/** Hours a study year asks for; null: what the lessons of the enrolment give. */
export type RequirementRule = {
  readonly creditHours: number | null;
  readonly professionalCreditHours: number | null;
};

export type CertificateRule = {
  /** Number scheme: {year} {seq} and {prefix} are filled in. Official schemes are not sourced. */
  readonly hoursNumber: string;
  readonly trainingNumber: string;
  readonly prefix: string;
  /** Issuer as printed. */
  readonly issuer: string;
  /** Null: printed without a date of expiry. */
  readonly validYears: number | null;
  /** An earlier electronic certificate may keep its number; the earlier document is void all the same. */
  readonly electronicKeepsNumber: boolean;
};

/** Days before a deadline on which people are reminded of it, by what ends. */
export type ReminderRule = {
  /** The study year, with hours still open. */
  readonly yearEnd: readonly number[];
  /** The window in which cleared hours may be studied again. */
  readonly relearn: readonly number[];
  /** The window in which a clear may be appealed. */
  readonly appeal: readonly number[];
  /** The training certificate. */
  readonly expiry: readonly number[];
};

/**
 * Policy is data: versioned, dated, per jurisdiction. Each credit, decision and certificate stores
 * the version it used; a running enrolment keeps the version named on it.
 */
export type Policy = {
  readonly id: string;
  readonly version: number;

  // Study
  readonly heartbeatSeconds: number;
  readonly leaseSeconds: number;
  readonly offlineGraceSeconds: number;
  readonly unacknowledgedPauseSeconds: number;
  /** Wall clock a position may lag behind before the stretch is called lost. */
  readonly positionToleranceSeconds: number;
  readonly presenceGapSeconds: number;
  readonly snapshotEverySeconds: number;
  readonly recheckEverySeconds: number;
  /** Share of the mean by which a check may come earlier or later. */
  readonly checkJitter: number;
  readonly recheckAnswerSeconds: number;
  readonly recheckTries: number;
  readonly missFinding: MissRule;
  readonly otherFaceFinding: number;
  readonly makeUpDays: number;
  readonly dailyCapSeconds: number | null;
  readonly challenge: {
    readonly actions: number;
    readonly perActionMs: number;
    readonly ttlSeconds: number;
  };
  readonly faceThresholds: FaceThresholds;
  /** Absent in a policy written before this path: `attendedRuleOf` knows what applies then. */
  readonly attended?: AttendedRule;

  // Hours
  readonly creditHourSeconds: number;
  readonly requirement: RequirementRule;
  readonly studyYear: 'calendar' | 'anniversary';

  // Exam
  readonly examPosts: readonly Post[];
  readonly exam: ExamRule;

  // Audit, clearing, appeal
  readonly audit: AuditClockRule;
  readonly auditOpensAfter: 'hoursAndExam' | 'hours';
  readonly appealWorkingDays: number;
  readonly relearnWindowDays: number;
  readonly findingRules: string;
  /** How much a clear may take. Absent in versions of before the choice: the whole year alone. */
  readonly clearScopes?: readonly ClearScopeKind[];
  /** Working days a learner has to answer a question of the audit. Absent: 3. */
  readonly evidenceWorkingDays?: number;

  // Account and notices
  readonly code: CodeLimits;
  readonly contacts: { readonly service: readonly string[]; readonly platform: string };
  readonly phoneSelfService: boolean;
  readonly clearingNotice: 'handbook' | 'neutral';
  readonly certificate: CertificateRule;
  /** Absent in versions stored before there were reminders: the default applies. */
  readonly reminders?: ReminderRule;
};

/** Does this post sit an exam? Policy data: the handbook says only 部分岗位需要在线考核. */
export const needsExam = (policy: Pick<Policy, 'examPosts'>, post: string): boolean =>
  (policy.examPosts as readonly string[]).includes(post);

/** After what the audit opens for a post: hours alone where no exam is asked. */
export const auditOpensAfter = (
  policy: Pick<Policy, 'examPosts' | 'auditOpensAfter'>,
  post: string,
): 'hoursAndExam' | 'hours' => (needsExam(policy, post) ? policy.auditOpensAfter : 'hours');

/** A policy with some numbers replaced, under an id of its own: what tests and try-outs use. */
export const policyWith = (base: Policy, changes: Partial<Policy>): Policy => ({
  ...base,
  ...changes,
});
