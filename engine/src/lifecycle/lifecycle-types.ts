import type { ClearScope } from '../audit/clear-scope.ts';
import type { Instant } from '../calendar/day.ts';
import type { AuditPauseReason, Standstill } from '../calendar/standstill.ts';

/** Deadlines of an audit (Handbook §1: 3 到 5 个工作日), computed from a named calendar version. */
export type AuditClock = {
  readonly dueAt: Instant;
  readonly overdueAt: Instant;
  readonly calendarVersion: number;
  /** The state has not published the year yet: the instants are a guess, and nothing acts on them. */
  readonly provisional: boolean;
  /** Is the due day too a guess, or only the overdue one? */
  readonly dueProvisional: boolean;
};

export type ClearProposal = {
  readonly by: string;
  readonly at: Instant;
  readonly evidenceVersion: number;
  readonly reasonCode: string;
  /** Where the sealed explanation lies: texts never travel through the process. */
  readonly textId: string;
  readonly findingIds: readonly string[];
  /** Absent: the whole year. */
  readonly scope?: ClearScope;
};

export type VerdictInRecording = {
  readonly verdict: 'accepted' | 'cleared';
  readonly by: string;
  readonly at: Instant;
  readonly evidenceVersion: number;
};

/** The clock stopped by a person, for a stated reason and at most until an instant. */
export type AuditPause = {
  readonly reasonCode: AuditPauseReason;
  /** Where the sealed words for the learner lie; null when the reason says enough. */
  readonly textId: string | null;
  readonly by: string;
  readonly at: Instant;
  readonly until: Instant;
};

export type AuditInContext = AuditClock & {
  /** 1 for the first audit of the enrolment, then 2, … */
  readonly n: number;
  /** Epoch of the hours it looks at. */
  readonly epoch: number;
  readonly openedAt: Instant;
  readonly reopened: boolean;
  readonly dueNotedAt: Instant | null;
  readonly overdueNotedAt: Instant | null;
  readonly pausedAt: Instant | null;
  /** How long the clock has stood still, for appeals and pauses. */
  readonly pausedMs: number;
  /** Missing in lives of version 1, which knew no pause but an appeal's. */
  readonly pause?: AuditPause | null;
  /** Every standstill that is over; missing like `pause`. */
  readonly standstills?: readonly Standstill[];
  readonly proposal: ClearProposal | null;
  readonly verdict: VerdictInRecording | null;
};

/** The last clear and what the learner may still do about it. */
export type ClearInContext = {
  readonly auditN: number;
  readonly at: Instant;
  readonly appealUntil: Instant;
  /** The year is not published: the instant is a guess, and no appeal is late because of it. */
  readonly appealProvisional?: boolean;
  readonly relearnUntil: Instant;
  readonly appealed: boolean;
  /** A part was cleared; the rest of the hours stands. */
  readonly limited?: boolean;
};

export type AppealInContext = {
  readonly appealId: string;
  readonly auditN: number;
  readonly filedAt: Instant;
  readonly textId: string;
  readonly pending: boolean;
  /** When a decision is due, by the newest calendar; not known until the appeal has been written. */
  readonly dueAt?: Instant;
  /** The year is not published: the instant is a guess, and nothing acts on it. */
  readonly dueProvisional?: boolean;
  readonly overdueNotedAt?: Instant | null;
  readonly decision: {
    readonly outcome: 'granted' | 'dismissed';
    readonly by: string;
    readonly at: Instant;
    readonly textId: string;
  } | null;
};

export type LifecycleContext = {
  readonly enrolmentId: string;
  readonly examRequired: boolean;
  readonly auditOpensAfter: 'hours' | 'hoursAndExam';
  readonly yearEndsAt: Instant;
  readonly settleAfterMs: number;
  readonly registeredAt: Instant;
  readonly phoneVerifiedAt: Instant | null;
  readonly profileCompletedAt: Instant | null;
  readonly phoneChangedAt: Instant | null;
  readonly yearEndedAt: Instant | null;
  /** Which attempt at the hours this is: a clear begins the next one. */
  readonly epoch: number;
  readonly hoursCompletedAt: Instant | null;
  readonly examPassedAt: Instant | null;
  readonly evidenceVersion: number;
  readonly audit: AuditInContext | null;
  readonly auditsOpened: number;
  readonly acceptedAt: Instant | null;
  readonly clear: ClearInContext | null;
  readonly appeal: AppealInContext | null;
  /** Staff who have touched a verdict: none of them decides the appeal. */
  readonly involved: readonly string[];
  readonly hoursReportedAt: Instant | null;
  readonly registryAsks: number;
  readonly renewedAt: Instant | null;
  /** Renewed certificates that a person’s decision has made void; missing in lives of version 2. */
  readonly certificatesVoided?: number;
  readonly closedAt: Instant | null;
};

export type LifecycleInput = {
  readonly enrolmentId: string;
  readonly examRequired: boolean;
  readonly auditOpensAfter: 'hours' | 'hoursAndExam';
  readonly yearEndsAt: Instant;
  /** How long after renewal and year's end the case stays open to a reopening. */
  readonly settleAfterMs: number;
  readonly at: Instant;
  readonly phoneVerifiedAt: Instant | null;
  readonly profileCompletedAt: Instant | null;
};

type At<Type extends string, More = unknown> = {
  readonly type: Type;
  readonly at: Instant;
} & More;
type By = { readonly by: string };
type Seen = { readonly evidenceVersion: number };

/** Everything that can happen to an enrolment. Every event carries the instant it happened. */
export type LifecycleEvent =
  | At<'PHONE_VERIFIED'>
  | At<'PROFILE_COMPLETED'>
  | At<'PHONE_CHANGED'>
  | At<'HOURS_COMPLETED', { readonly epoch: number; readonly clock: AuditClock }>
  | At<'EXAM_PASSED', { readonly clock: AuditClock }>
  | At<'DUE'>
  | At<'OVERDUE'>
  | At<'CALENDAR_CHANGED', { readonly clock: AuditClock }>
  | At<'EVIDENCE_CHANGED', Seen>
  | At<'ACCEPT', By & Seen>
  | At<
      'PROPOSE_CLEAR',
      By &
        Seen & {
          readonly reasonCode: string;
          readonly textId: string;
          readonly findingIds: readonly string[];
          readonly scope?: ClearScope;
        }
    >
  | At<'REJECT_PROPOSAL', By>
  | At<'SIGN_CLEAR', By & Seen>
  | At<
      'RECORDED',
      {
        readonly what: 'verdict' | 'appealFiled' | 'appealDecided';
        /** Only of a clear: until when the learner may appeal and relearn. */
        readonly appealUntil?: Instant;
        readonly appealProvisional?: boolean;
        readonly relearnUntil?: Instant;
      }
    >
  | At<'STALE', Seen>
  | At<
      'PAUSE_AUDIT',
      By & {
        readonly reasonCode: AuditPauseReason;
        readonly textId: string | null;
        /** When it ends by itself. */
        readonly until: Instant;
        /** Until when the policy allows it at most, by the newest calendar. */
        readonly atMost: Instant;
      }
    >
  | At<'RESUME_AUDIT', By>
  | At<'PAUSE_ENDED'>
  | At<'FILE_APPEAL', { readonly appealId: string; readonly textId: string }>
  | At<'APPEAL_WINDOW', { readonly until: Instant; readonly provisional: boolean }>
  | At<'APPEAL_CLOCK', { readonly dueAt: Instant; readonly provisional: boolean }>
  | At<'APPEAL_OVERDUE'>
  | At<'WITHDRAW_APPEAL'>
  | At<'GRANT', By & { readonly textId: string }>
  | At<'DISMISS', By & { readonly textId: string }>
  | At<'HOURS_REPORTED'>
  | At<'RENEW'>
  | At<'REGISTRY_CONFIRMED'>
  | At<'REGISTRY_REFUSED'>
  | At<'REGISTRY_UNKNOWN'>
  | At<'REGISTRY_NOT_FOUND'>
  | At<'CERTIFICATE_VOIDED'>
  | At<'YEAR_ENDED'>
  | At<'RELEARN_ENDED'>
  | At<'WITHDRAW'>
  | At<
      'REOPEN',
      By & { readonly proposedBy: string; readonly textId: string; readonly clock: AuditClock }
    >
  | At<'SETTLE'>;

export type LifecycleEventType = LifecycleEvent['type'];
export type EventOf<Type extends LifecycleEventType> = Extract<
  LifecycleEvent,
  { readonly type: Type }
>;

/** What a person or another system may command; all other events are the process's own. */
export const COMMAND_NAMES = [
  'ACCEPT',
  'PROPOSE_CLEAR',
  'REJECT_PROPOSAL',
  'SIGN_CLEAR',
  'PAUSE_AUDIT',
  'RESUME_AUDIT',
  'FILE_APPEAL',
  'WITHDRAW_APPEAL',
  'GRANT',
  'DISMISS',
  'RENEW',
  'WITHDRAW',
  'REOPEN',
  'PHONE_CHANGED',
] as const satisfies readonly LifecycleEventType[];
export type CommandName = (typeof COMMAND_NAMES)[number];
export type CommandEvent = EventOf<CommandName>;

/** What an edge asks of the shell, as data. It is done in the transaction that projects the state. */
export type LifecycleEffect =
  | { readonly kind: 'notify'; readonly notice: LifecycleNotice }
  | {
      readonly kind: 'escalate';
      readonly step: 'due' | 'overdue' | 'pauseEnded' | 'appealOverdue' | 'registryUnknown';
    }
  | { readonly kind: 'closeAudit'; readonly as: 'withdrawn' };

/** Notices that an edge sends. Those of a verdict, an appeal or a renewal go out with its recording. */
export type LifecycleNotice =
  | 'hoursCompleted'
  | 'auditOverdue'
  | 'auditPaused'
  | 'appealOverdue'
  | 'appealWithdrawn'
  | 'hoursReopened'
  | 'enrolmentExpired'
  | 'enrolmentWithdrawn';

/** The form in which a lifecycle is kept: XState's value and context, nothing else of XState's. */
export type LifecycleSnapshot = {
  readonly machineVersion: string;
  readonly value: LifecycleValue;
  readonly context: LifecycleContext;
  /** How many events it has taken. */
  readonly seq: number;
};

export type LifecycleValue = string | { readonly [region: string]: LifecycleValue | undefined };
