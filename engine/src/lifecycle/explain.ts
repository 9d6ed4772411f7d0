import type { Instant } from '../calendar/day.ts';
import type { AuditPauseReason } from '../calendar/standstill.ts';
import { isWindowOpen } from './appeal-window.ts';
import { asidesOf, clearedPart, type ExplainFacts } from './explain-asides.ts';
import { sentences, type SentenceKey, type TwoTongues } from './explain-texts.ts';
import { permitted } from './lifecycle.ts';
import type { CommandName, LifecycleSnapshot } from './lifecycle-types.ts';
import { tagsOf } from './tags.ts';

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
  'learner' | 'auditor' | 'seniorAuditor' | 'support' | 'registry' | 'system' | 'nobody';

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

export type ExplainInput = {
  readonly snapshot: LifecycleSnapshot;
  /** Service numbers are policy data. */
  readonly policy: {
    readonly contacts: { readonly service: readonly string[]; readonly platform: string };
  };
  readonly now: Instant;
  readonly facts?: ExplainFacts;
};

type Place = {
  readonly key: SentenceKey;
  readonly stage: Stage;
  readonly owner: StateOwner;
  readonly dueAt?: Instant | null;
  readonly primaryAction?: ActionName;
  readonly blocked?: SentenceKey;
};
type View = {
  readonly has: (tag: string) => boolean;
  readonly context: LifecycleSnapshot['context'];
  readonly now: Instant;
  readonly facts: ExplainFacts;
};

/** The instant until which this enrolment's hours may be studied: a clear opens a window of its own. */
export const studyOpenUntil = ({ context }: LifecycleSnapshot): Instant =>
  Math.max(context.yearEndsAt, context.clear?.relearnUntil ?? 0);

/** Where am I, what blocks me, who acts next, until when, what may I do now. */
export function explain({ snapshot, policy, now, facts = {} }: ExplainInput): Explanation {
  const tags = tagsOf(snapshot);
  const view: View = { has: (tag) => tags.includes(tag), context: snapshot.context, now, facts };
  const place = placeOf(view, snapshot);
  const fill = {
    missing: (facts.missingOfProfile ?? []).join('、'),
    part: clearedPart(facts.clearScope),
    service: policy.contacts.service.join('、'),
    platform: policy.contacts.platform,
  };
  const text = sentences(place.key, fill);
  return {
    stage: place.stage,
    sentence: text.sentence,
    owner: place.owner,
    nextStep: text.nextStep,
    ...(place.dueAt == null ? {} : { dueAt: place.dueAt }),
    ...(place.primaryAction === undefined ? {} : { primaryAction: place.primaryAction }),
    permitted: actionsOf(view, permitted(snapshot, now)),
    ...(place.blocked === undefined ? {} : { blockedBy: sentences(place.blocked, fill).sentence }),
    beside: asidesOf(view, fill),
  };
}

function placeOf(view: View, snapshot: LifecycleSnapshot): Place {
  if (view.has('verifyingPhone')) {
    return {
      ...{ key: 'verifyingPhone', stage: 'verifyingPhone', owner: 'learner' },
      primaryAction: 'verifyPhone',
    };
  }
  if (view.has('completingProfile')) {
    return {
      ...{ key: 'completingProfile', stage: 'completingProfile', owner: 'learner' },
      primaryAction: 'completeProfile',
    };
  }
  return (
    closedPlace(view) ??
    auditPlace(view) ??
    renewalPlace(view) ??
    relearnPlace(view, snapshot) ??
    studyPlace(view, snapshot)
  );
}

function closedPlace({ has }: View): Place | null {
  const closed = { stage: 'closed', owner: 'nobody' } as const;
  if (has('closed.withdrawn')) return { key: 'withdrawn', ...closed };
  if (has('closed.expired')) return { key: 'expired', ...closed, owner: 'support' };
  return has('closed.settled')
    ? { key: 'settled', ...closed, primaryAction: 'viewTrainingCertificate' }
    : null;
}

const PAUSED = {
  evidenceAsked: { key: 'pausedForEvidence', owner: 'auditor' },
  systemFault: { key: 'pausedByFault', owner: 'support' },
  outsideInquiry: { key: 'pausedForInquiry', owner: 'auditor' },
} as const satisfies Record<AuditPauseReason, Pick<Place, 'key' | 'owner'>>;

function auditPlace({ has, context }: View): Place | null {
  const { audit } = context;
  const auditing = { stage: 'audit', owner: 'auditor' } as const;
  const exam = has('exam.open')
    ? ({ primaryAction: 'takeExam', blocked: 'examStillOpen' } as const)
    : {};
  if (has('audit.recording')) return { key: 'recording', stage: 'audit', owner: 'system', ...exam };
  if (!has('audit.open') || audit === null) return null;
  const pause = audit.pause ?? null;
  if (pause !== null && has('audit.clock.paused')) {
    return { ...PAUSED[pause.reasonCode], ...{ stage: 'audit', dueAt: pause.until }, ...exam };
  }
  if (has('audit.clock.paused')) {
    return { key: 'auditPaused', stage: 'audit', owner: 'seniorAuditor', ...exam };
  }
  if (has('audit.clock.overdue')) {
    const owner = 'seniorAuditor';
    return { key: 'auditOverdue', stage: 'audit', owner, dueAt: audit.overdueAt, ...exam };
  }
  if (has('audit.decision.clearProposed')) {
    return {
      ...{ key: 'clearProposed', stage: 'audit', owner: 'seniorAuditor' },
      ...{ dueAt: audit.overdueAt, ...exam },
    };
  }
  if (has('audit.clock.due')) {
    return { key: 'auditDue', ...auditing, dueAt: audit.overdueAt, ...exam };
  }
  const key = audit.reopened ? 'auditReopened' : audit.epoch > 1 ? 'secondAudit' : 'auditWaiting';
  return { key, ...auditing, dueAt: audit.dueAt, ...exam };
}

function renewalPlace({ has, context, facts }: View): Place | null {
  // Cleared after a renewal: what the learner has to do comes before what once was done.
  if (context.acceptedAt === null) return null;
  const renewal = { stage: 'renewal' } as const;
  if (has('renewal.renewed') && facts.certificateVoid === 'done') {
    return { key: 'renewedThenVoid', ...renewal, owner: 'system' };
  }
  if (has('renewal.renewed')) {
    const primaryAction = 'viewTrainingCertificate';
    return { key: 'renewed', stage: 'renewed', owner: 'nobody', primaryAction };
  }
  if (has('renewal.reportingHours')) {
    const primaryAction = 'printHoursCertificate';
    return { key: 'reportingHours', ...renewal, owner: 'system', primaryAction };
  }
  if (has('renewal.available')) {
    return { key: 'renewalAvailable', ...renewal, owner: 'learner', primaryAction: 'renew' };
  }
  if (has('renewal.requesting')) return { key: 'requesting', ...renewal, owner: 'registry' };
  if (has('renewal.reconciling')) return { key: 'reconciling', ...renewal, owner: 'registry' };
  return has('renewal.refused') ? { key: 'renewalRefused', ...renewal, owner: 'support' } : null;
}

/** After a clear: relearning and appealing go on side by side. */
function relearnPlace({ has, context, now }: View, snapshot: LifecycleSnapshot): Place | null {
  if (!has('audit.cleared') || !has('hours.studying')) return null;
  const dueAt = studyOpenUntil(snapshot);
  if (has('appeal.filed') || has('appeal.reviewing') || has('appeal.recording')) {
    const { appeal } = context;
    return {
      key: appeal?.overdueNotedAt == null ? 'appealPending' : 'appealOverdue',
      ...{ stage: 'appeal', owner: 'seniorAuditor', primaryAction: 'study' },
      dueAt: appeal?.dueAt ?? null,
    };
  }
  const limited = context.clear?.limited === true;
  const mayAppeal = context.clear?.appealed === false && isWindowOpen(context.clear, now);
  return {
    key: mayAppeal
      ? limited
        ? 'partClearedMayAppeal'
        : 'clearedMayAppeal'
      : limited
        ? 'relearningPart'
        : 'relearning',
    stage: 'relearning',
    ...{ owner: 'learner', dueAt, primaryAction: 'study' },
  };
}

function studyPlace({ has }: View, snapshot: LifecycleSnapshot): Place {
  const exam = { stage: 'exam', owner: 'learner', primaryAction: 'takeExam' } as const;
  if (has('audit.accepted') && has('exam.open')) return { key: 'acceptedExamOpen', ...exam };
  if (has('exam.open')) return { key: 'examOpen', ...exam };
  if (has('hours.complete')) return { key: 'settlingUp', stage: 'audit', owner: 'system' };
  return {
    ...{ key: 'studying', stage: 'studying', owner: 'learner' },
    ...{ dueAt: studyOpenUntil(snapshot), primaryAction: 'study' },
  };
}

const ACTION_OF: Partial<Record<CommandName, ActionName>> = {
  ACCEPT: 'accept',
  PROPOSE_CLEAR: 'proposeClear',
  REJECT_PROPOSAL: 'rejectProposal',
  SIGN_CLEAR: 'signClear',
  PAUSE_AUDIT: 'pauseAudit',
  RESUME_AUDIT: 'resumeAudit',
  FILE_APPEAL: 'fileAppeal',
  WITHDRAW_APPEAL: 'withdrawAppeal',
  GRANT: 'grantAppeal',
  DISMISS: 'dismissAppeal',
  RENEW: 'renew',
  WITHDRAW: 'withdraw',
  REOPEN: 'reopen',
};

function actionsOf({ has, context }: View, commands: readonly CommandName[]): ActionName[] {
  const certified = context.acceptedAt !== null && (!context.examRequired || has('exam.passed'));
  const facts: [boolean, ActionName][] = [
    [has('verifyingPhone'), 'verifyPhone'],
    [has('completingProfile'), 'completeProfile'],
    [has('hours.studying'), 'study'],
    [has('hours.complete'), 'replay'],
    [has('exam.open'), 'takeExam'],
    [certified, 'printHoursCertificate'],
    [context.renewedAt !== null, 'viewTrainingCertificate'],
  ];
  const commanded = commands.map((name) => ACTION_OF[name]).filter((name) => name !== undefined);
  return [...facts.filter(([open]) => open).map(([, name]) => name), ...commanded];
}
