import type {
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
    ...{ proposal: null, verdict: null },
  };
  return { audit, auditsOpened: n };
}

const touchedBy = (context: LifecycleContext, by: string): readonly string[] =>
  context.involved.includes(by) ? context.involved : [...context.involved, by];

function recording(context: LifecycleContext, verdict: VerdictInRecording) {
  return { ...withAudit(context, { verdict }), involved: touchedBy(context, verdict.by) };
}

/** The appeal is over: the clocks that stood still go on from where they stood. */
function resumed(context: LifecycleContext, at: number): Partial<LifecycleContext> {
  const { appeal, clear, audit } = context;
  if (appeal === null) return {};
  const stood = at - appeal.filedAt;
  const paused = audit === null || audit.pausedAt === null ? null : at - audit.pausedAt;
  return {
    appeal: { ...appeal, pending: false },
    ...(clear === null ? {} : { clear: { ...clear, relearnUntil: clear.relearnUntil + stood } }),
    ...(audit === null || paused === null
      ? {}
      : {
          audit: {
            ...audit,
            dueAt: audit.dueAt + paused,
            overdueAt: audit.overdueAt + paused,
            pausedAt: null,
            pausedMs: audit.pausedMs + paused,
          },
        }),
  };
}

export const changes = {
  phoneVerified: always((_, at) => ({ phoneVerifiedAt: at })),
  profileCompleted: always((_, at) => ({ profileCompletedAt: at })),
  phoneChanged: always((_, at) => ({ phoneChangedAt: at })),
  hoursCompleted: always((_, at) => ({ hoursCompletedAt: at })),
  examPassed: always((_, at) => ({ examPassedAt: at })),
  yearEnded: always((_, at) => ({ yearEndedAt: at })),
  closed: always((_, at) => ({ closedAt: at })),
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
  clockPaused: always((context, at) => withAudit(context, { pausedAt: at })),
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
  accepted: always((context, at) => ({
    ...withAudit(context, { verdict: null, proposal: null }),
    acceptedAt: at,
  })),
  /** A granted appeal accepts the hours under an audit of its own; one still open is superseded. */
  acceptedOnAppeal: always((context, at) => ({
    ...withAudit(context, { verdict: null, proposal: null }),
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
      relearnUntil: event.relearnUntil ?? event.at,
      appealed: false,
    },
  })),
  appealFiled: change(['FILE_APPEAL'], (context, { appealId, textId, at }) => ({
    appeal: {
      ...{ appealId, textId, filedAt: at },
      ...{ auditN: context.clear?.auditN ?? 0, pending: true, decision: null },
    },
    ...(context.clear === null ? {} : { clear: { ...context.clear, appealed: true } }),
  })),
  appealWithdrawn: always(resumed),
  appealDecided: change(['GRANT', 'DISMISS'], (context, { type, by, at, textId }) => {
    if (context.appeal === null) return {};
    const outcome = type === 'GRANT' ? 'granted' : 'dismissed';
    return {
      appeal: { ...context.appeal, decision: { outcome, by, at, textId } },
      involved: touchedBy(context, by),
    };
  }),
  appealOver: always(resumed),
  hoursRestored: always((context, at) => ({ hoursCompletedAt: context.hoursCompletedAt ?? at })),
  hoursReported: always((_, at) => ({ hoursReportedAt: at })),
  registryAsked: always((context) => ({ registryAsks: context.registryAsks + 1 })),
  registryAnswered: always(() => ({ registryAsks: 0 })),
  renewed: always((_, at) => ({ renewedAt: at, registryAsks: 0 })),
} as const satisfies Record<string, Change>;

export type ChangeName = keyof typeof changes;
