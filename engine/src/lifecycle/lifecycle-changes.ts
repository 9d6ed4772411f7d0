import type { Standstill } from '../calendar/standstill.ts';
import type {
  AppealInContext,
  AuditClock,
  AuditInContext,
  EventOf,
  LifecycleContext,
  LifecycleEvent,
  VerdictInRecording,
} from './lifecycle-types.ts';

/** What an edge changes in the context: pure, from the old context and the event. */
type Change = (context: LifecycleContext, event: LifecycleEvent) => Partial<LifecycleContext>;

const change =
  <Type extends LifecycleEvent['type']>(
    _types: readonly Type[],
    make: (context: LifecycleContext, event: EventOf<Type>) => Partial<LifecycleContext>,
  ): Change =>
  (context, event) =>
    make(context, event as EventOf<Type>);

const always =
  (make: (context: LifecycleContext, at: number) => Partial<LifecycleContext>): Change =>
  (context, event) =>
    make(context, event.at);

function withAudit(context: LifecycleContext, part: Partial<AuditInContext>) {
  return context.audit === null ? {} : { audit: { ...context.audit, ...part } };
}

function openedAudit(
  context: LifecycleContext,
  openedAt: number,
  clock: AuditClock,
  reopened: boolean,
): Partial<LifecycleContext> {
  const { dueAt, overdueAt, calendarVersion, provisional, dueProvisional } = clock;
  const n = context.auditsOpened + 1;
  const audit: AuditInContext = {
    ...{ n, epoch: context.epoch, openedAt, reopened },
    ...{ dueAt, overdueAt, calendarVersion, provisional, dueProvisional },
    ...{ dueNotedAt: null, overdueNotedAt: null, pausedAt: null, pausedMs: 0 },
    ...{ pause: null, standstills: [] },
    ...{ proposal: null, verdict: null },
  };
  return { audit, auditsOpened: n };
}

const touchedBy = (context: LifecycleContext, by: string): readonly string[] =>
  context.involved.includes(by) ? context.involved : [...context.involved, by];

function recording(context: LifecycleContext, verdict: VerdictInRecording) {
  return { ...withAudit(context, { verdict }), involved: touchedBy(context, verdict.by) };
}

/**
 * The clock goes on from where it stood. The deadlines are moved by the plain time it stood, and at
 * once after that by the calendar, which alone knows the working days in it (CALENDAR_CHANGED). A
 * deadline that had passed before stays passed.
 */
function clockRuns(audit: AuditInContext, at: number): AuditInContext {
  const { pausedAt } = audit;
  if (pausedAt === null) return audit;
  const stood = at - pausedAt;
  const moved = (deadline: number): number => (deadline > pausedAt ? deadline + stood : deadline);
  return {
    ...{ ...audit, dueAt: moved(audit.dueAt), overdueAt: moved(audit.overdueAt) },
    ...{ pausedAt: null, pausedMs: audit.pausedMs + stood },
  };
}

const stoodStill = (audit: AuditInContext, span: Standstill): AuditInContext => ({
  ...audit,
  standstills: [...(audit.standstills ?? []), span],
});

/** The part of an appeal during which an audit was open: before that it had no clock to stop. */
const appealSpan = (appeal: AppealInContext, audit: AuditInContext, at: number): Standstill => ({
  cause: 'appeal',
  from: Math.max(appeal.filedAt, audit.openedAt),
  to: at,
});

/** The appeal is over: the clocks that stood still go on, but for one that a pause still holds. */
function appealEnded(context: LifecycleContext, at: number): Partial<LifecycleContext> {
  const { appeal, clear, audit } = context;
  if (appeal === null) return {};
  const stood = at - appeal.filedAt;
  const over = {
    appeal: { ...appeal, pending: false },
    ...(clear === null ? {} : { clear: { ...clear, relearnUntil: clear.relearnUntil + stood } }),
  };
  if (audit === null || audit.pausedAt === null) return over;
  const ended = stoodStill(audit, appealSpan(appeal, audit, at));
  return { ...over, audit: audit.pause == null ? clockRuns(ended, at) : ended };
}

/** A pause is over: the clock goes on unless an appeal holds it. */
function pauseEnded(context: LifecycleContext, at: number): Partial<LifecycleContext> {
  const { audit, appeal } = context;
  if (audit === null || audit.pause == null) return {};
  const { reasonCode: cause, at: from } = audit.pause;
  const ended = { ...stoodStill(audit, { cause, from, to: at }), pause: null };
  return { audit: appeal?.pending === true ? ended : clockRuns(ended, at) };
}

/**
 * The audit is over, and with it whatever its clock stood still for: booked as when it had gone on by
 * itself. So nothing of a decided audit waits for an end that nobody would bring any more.
 */
function standstillOver(context: LifecycleContext, at: number): Partial<LifecycleContext> {
  const { audit, appeal } = context;
  if (audit === null || audit.pausedAt === null) return {};
  const ended = { ...context, ...pauseEnded(context, at) }.audit ?? audit;
  if (appeal?.pending !== true) return { audit: ended };
  return { audit: clockRuns(stoodStill(ended, appealSpan(appeal, audit, at)), at) };
}

/** A decided audit: its clock has ended and nothing is in recording any more. */
function decided(context: LifecycleContext, at: number): Partial<LifecycleContext> {
  const over = { ...context, ...standstillOver(context, at) };
  return withAudit(over, { verdict: null, proposal: null });
}

export const changes = {
  phoneVerified: always((_, at) => ({ phoneVerifiedAt: at })),
  profileCompleted: always((_, at) => ({ profileCompletedAt: at })),
  phoneChanged: always((_, at) => ({ phoneChangedAt: at })),
  hoursCompleted: always((_, at) => ({ hoursCompletedAt: at })),
  examPassed: always((_, at) => ({ examPassedAt: at })),
  yearEnded: always((_, at) => ({ yearEndedAt: at })),
  closed: always((context, at) => ({ ...standstillOver(context, at), closedAt: at })),
  evidenceChanged: change(['EVIDENCE_CHANGED', 'STALE'], (_, event) => ({
    evidenceVersion: event.evidenceVersion,
  })),
  auditOpened: change(['HOURS_COMPLETED', 'EXAM_PASSED'], (context, event) =>
    openedAudit(context, event.at, event.clock, false),
  ),
  auditReopened: change(['REOPEN'], (context, event) => ({
    ...openedAudit(context, event.at, event.clock, true),
    acceptedAt: null,
    involved: touchedBy({ ...context, involved: touchedBy(context, event.proposedBy) }, event.by),
  })),
  dueNoted: always((context, at) => withAudit(context, { dueNotedAt: at })),
  overdueNoted: always((context, at) => withAudit(context, { overdueNotedAt: at })),
  /** A clock moved into the future forgets that it had struck. */
  clockMoved: change(['CALENDAR_CHANGED'], (context, { at, clock }) =>
    withAudit(context, {
      dueAt: clock.dueAt,
      overdueAt: clock.overdueAt,
      calendarVersion: clock.calendarVersion,
      provisional: clock.provisional,
      dueProvisional: clock.dueProvisional,
      dueNotedAt: clock.dueAt > at ? null : (context.audit?.dueNotedAt ?? null),
      overdueNotedAt: clock.overdueAt > at ? null : (context.audit?.overdueNotedAt ?? null),
    }),
  ),
  /** A clock that stands for one cause does not stop again for another. */
  clockPaused: always((context, at) =>
    withAudit(context, { pausedAt: context.audit?.pausedAt ?? at }),
  ),
  pauseBegun: change(['PAUSE_AUDIT'], (context, { reasonCode, textId, by, at, until }) =>
    withAudit(context, { pause: { reasonCode, textId, by, at, until } }),
  ),
  pauseOver: always(pauseEnded),
  clearProposed: change(['PROPOSE_CLEAR'], (context, { type: _, ...proposal }) => ({
    ...withAudit(context, { proposal }),
    involved: touchedBy(context, proposal.by),
  })),
  proposalDropped: always((context) => withAudit(context, { proposal: null })),
  acceptRecording: change(['ACCEPT'], (context, { by, at, evidenceVersion }) =>
    recording(context, { verdict: 'accepted', by, at, evidenceVersion }),
  ),
  clearRecording: change(['SIGN_CLEAR'], (context, { by, at, evidenceVersion }) =>
    recording(context, { verdict: 'cleared', by, at, evidenceVersion }),
  ),
  verdictStale: change(['STALE'], (context, event) => ({
    ...withAudit(context, { verdict: null, proposal: null }),
    evidenceVersion: event.evidenceVersion,
  })),
  accepted: always((context, at) => ({ ...decided(context, at), acceptedAt: at })),
  /** A granted appeal accepts the hours under an audit of its own; one still open is superseded. */
  acceptedOnAppeal: always((context, at) => ({
    ...decided(context, at),
    auditsOpened: context.auditsOpened + 1,
    acceptedAt: at,
  })),
  /** Handbook §3: 对学时进行清除,需要重新学习. The exam is not touched. */
  hoursCleared: always((context) => ({ epoch: context.epoch + 1, hoursCompletedAt: null })),
  cleared: change(['RECORDED'], (context, event) => ({
    ...withAudit(context, { verdict: null, proposal: null }),
    acceptedAt: null,
    clear: {
      auditN: context.audit?.n ?? 0,
      at: event.at,
      appealUntil: event.appealUntil ?? event.at,
      appealProvisional: event.appealProvisional ?? false,
      relearnUntil: event.relearnUntil ?? event.at,
      appealed: false,
      limited: (context.audit?.proposal?.scope?.kind ?? 'wholeYear') !== 'wholeYear',
    },
  })),
  /**
   * A new calendar moves the window of an appeal that may still be filed, but never to an earlier day
   * than the learner was told: whoever counted on that day loses nothing by an announcement (invariants
   * 13 and 14). The audit's clock binds the auditors, so it moves both ways.
   */
  appealWindowMoved: change(['APPEAL_WINDOW'], ({ clear }, { until, provisional }) => {
    if (clear === null) return {};
    const appealUntil = Math.max(clear.appealUntil, until);
    return { clear: { ...clear, appealUntil, appealProvisional: provisional } };
  }),
  appealFiled: change(['FILE_APPEAL'], (context, { appealId, textId, at }) => ({
    appeal: {
      ...{ appealId, textId, filedAt: at },
      ...{ auditN: context.clear?.auditN ?? 0, pending: true, decision: null },
    },
    ...(context.clear === null ? {} : { clear: { ...context.clear, appealed: true } }),
  })),
  /** A due instant moved into the future forgets that it had passed. */
  appealClockSet: change(['APPEAL_CLOCK'], ({ appeal }, { at, dueAt, provisional }) => {
    if (appeal === null) return {};
    const overdueNotedAt = dueAt > at ? null : (appeal.overdueNotedAt ?? null);
    return { appeal: { ...appeal, dueAt, dueProvisional: provisional, overdueNotedAt } };
  }),
  appealOverdueNoted: always(({ appeal }, at) =>
    appeal === null ? {} : { appeal: { ...appeal, overdueNotedAt: at } },
  ),
  appealWithdrawn: always(appealEnded),
  appealDecided: change(['GRANT', 'DISMISS'], (context, { type, by, at, textId }) => {
    if (context.appeal === null) return {};
    const outcome = type === 'GRANT' ? 'granted' : 'dismissed';
    return {
      appeal: { ...context.appeal, decision: { outcome, by, at, textId } },
      involved: touchedBy(context, by),
    };
  }),
  appealOver: always(appealEnded),
  hoursRestored: always((context, at) => ({ hoursCompletedAt: context.hoursCompletedAt ?? at })),
  hoursReported: always((_, at) => ({ hoursReportedAt: at })),
  registryAsked: always((context) => ({ registryAsks: context.registryAsks + 1 })),
  registryAnswered: always(() => ({ registryAsks: 0 })),
  renewed: always((_, at) => ({ renewedAt: at, registryAsks: 0 })),
  certificateVoided: always(({ certificatesVoided = 0 }) => ({
    ...{ certificatesVoided: certificatesVoided + 1, renewedAt: null, hoursReportedAt: null },
  })),
} as const satisfies Record<string, Change>;

export type ChangeName = keyof typeof changes;
