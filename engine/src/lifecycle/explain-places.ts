import type { Instant } from '../calendar/day.ts';
import type { AuditPauseReason } from '../calendar/standstill.ts';
import { isWindowOpen } from './appeal-window.ts';
import { reachedBy, type ExplainFacts, type Milestone } from './explain-facts.ts';
import type { SentenceKey } from './explain-texts.ts';
import type { ActionName, Stage, StateOwner } from './explain-types.ts';
import type { LifecycleSnapshot } from './lifecycle-types.ts';

export type Place = {
  readonly key: SentenceKey;
  readonly stage: Stage;
  readonly owner: StateOwner;
  readonly dueAt?: Instant | null;
  readonly primaryAction?: ActionName;
  readonly blocked?: SentenceKey;
};
export type View = {
  readonly has: (tag: string) => boolean;
  readonly context: LifecycleSnapshot['context'];
  readonly now: Instant;
  readonly facts: ExplainFacts;
};

/** The instant until which this enrolment's hours may be studied: a clear opens a window of its own. */
export const studyOpenUntil = ({ context }: LifecycleSnapshot): Instant =>
  Math.max(context.yearEndsAt, context.clear?.relearnUntil ?? 0);

const ARRIVING = {
  phone: 'phoneArriving',
  profile: 'profileArriving',
  hours: 'hoursArriving',
  exam: 'examArriving',
} as const satisfies Record<Milestone, SentenceKey>;

/**
 * Where an enrolment stands. Between a step of the learner and the moment in which the process takes
 * it lie a second or two, and more in an outage: nobody is sent to do again what is written down.
 */
export function placeOf(view: View, snapshot: LifecycleSnapshot): Place {
  const place = placeByProcess(view, snapshot);
  const milestone = reachedBy(place.primaryAction, view.facts);
  if (milestone === null) return place;
  const { key, stage, owner, dueAt = null } = place;
  return owner === 'learner'
    ? { key: ARRIVING[milestone], stage, owner: 'system' }
    : { key, stage, owner, dueAt };
}

function placeByProcess(view: View, snapshot: LifecycleSnapshot): Place {
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
