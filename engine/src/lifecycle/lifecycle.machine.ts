import { and, assign, not, or, setup, stateIn } from 'xstate';
import { changes, type ChangeName } from './lifecycle-changes.ts';
import * as guards from './lifecycle-guards.ts';
import type {
  LifecycleContext,
  LifecycleEffect,
  LifecycleEvent,
  LifecycleInput,
} from './lifecycle-types.ts';

/** Kept with every snapshot. A change of states or edges is a new version. */
export const LIFECYCLE_VERSION = '4';

const base = setup({
  types: {
    context: {} as LifecycleContext,
    events: {} as LifecycleEvent,
    input: {} as LifecycleInput,
  },
  guards: {
    ...guards,
    hasPhone: ({ context }) => context.phoneVerifiedAt !== null,
    hasProfile: ({ context }) => context.profileCompletedAt !== null,
    noRegistryCall: not(
      or(
        (['reportingHours', 'requesting', 'reconciling'] as const).map((renewal) =>
          stateIn({ active: { renewal } }),
        ),
      ),
    ),
    mayAccept: and(['sameEvidence', 'noAppealRecording']),
    maySignClear: and(['sameEvidence', 'otherSigner', 'noAppealOpen', 'notPaused']),
    standsStill: or(['appealPending', 'isPaused']),
    mayReopen: and(['otherSigner', 'noRegistryCall', 'noAppealOpen']),
    mayDecideAppeal: and(['notInvolved', 'noVerdictRecording']),
    maySettle: and(['settleDue', 'noAppealOpen']),
  },
  actions: {
    /** Tells the shell what to do, as data; the machine itself does nothing. */
    tell: (_, _effect: LifecycleEffect) => undefined,
  },
});

const set = (name: ChangeName) =>
  base.createAction(assign(({ context, event }) => changes[name](context, event)));
const notify = (notice: Extract<LifecycleEffect, { kind: 'notify' }>['notice']) =>
  ({ type: 'tell', params: { kind: 'notify', notice } }) as const;
const escalate = (step: Extract<LifecycleEffect, { kind: 'escalate' }>['step']) =>
  ({ type: 'tell', params: { kind: 'escalate', step } }) as const;

const leaving = {
  PHONE_CHANGED: { actions: set('phoneChanged') },
  WITHDRAW: {
    target: '#closed.withdrawn',
    actions: [
      set('closed'),
      { type: 'tell', params: { kind: 'closeAudit', as: 'withdrawn' } } as const,
      notify('enrolmentWithdrawn'),
    ],
  },
} as const;
const expiring = {
  target: '#closed.expired',
  actions: [set('yearEnded'), set('closed'), notify('enrolmentExpired')],
} as const;
const auditOpening = {
  HOURS_COMPLETED: { guard: 'hoursOpenAudit', target: 'open', actions: set('auditOpened') },
  EXAM_PASSED: { guard: 'examOpensAudit', target: 'open', actions: set('auditOpened') },
} as const;
const auditGranted = {
  guard: 'appealGranted',
  target: '#audit.accepted',
  actions: set('acceptedOnAppeal'),
} as const;
const clockMoved = { target: 'waiting', actions: set('clockMoved') } as const;
const pausing = { guard: 'inWindow', target: 'paused', actions: set('clockPaused') } as const;
const pauseBegins = {
  guard: 'mayPause',
  actions: [set('pauseBegun'), notify('auditPaused')],
} as const;
const stopping = {
  ...pauseBegins,
  target: 'paused',
  actions: [...pauseBegins.actions, set('clockPaused')],
} as const;
const clockHolds = {
  CALENDAR_CHANGED: clockMoved,
  FILE_APPEAL: pausing,
  PAUSE_AUDIT: stopping,
} as const;
const filing = { guard: 'inWindow', target: 'filed', actions: set('appealFiled') } as const;
const appealClock = {
  APPEAL_CLOCK: { actions: set('appealClockSet') },
  APPEAL_OVERDUE: {
    guard: 'appealDue',
    actions: [set('appealOverdueNoted'), escalate('appealOverdue'), notify('appealOverdue')],
  },
} as const;
const confirmed = { target: 'renewed', actions: set('renewed') } as const;
const refused = {
  target: 'refused',
  actions: set('registryAnswered'),
} as const;

/**
 * XState begins a life without input, and throws it away, for every step it reckons: whoever has verified
 * no phone stays at the first door, which costs less than a fault that is caught.
 */
const NOBODY = { phoneVerifiedAt: null } as LifecycleInput;

/**
 * The life of one enrolment: one learner, one post, one study year. Read by the workflow, which
 * interprets it durably, by the API and by both UIs. It holds no clock: every event carries `at`,
 * and deadlines are instants in the context. It calls nothing: effects are told as data, and states
 * that wait for an answer are listed in duties.ts.
 */
export const lifecycleMachine = base.createMachine({
  id: 'lifecycle',
  initial: 'registered',
  context: ({ input = NOBODY }) => ({
    enrolmentId: input.enrolmentId,
    examRequired: input.examRequired,
    auditOpensAfter: input.auditOpensAfter,
    yearEndsAt: input.yearEndsAt,
    settleAfterMs: input.settleAfterMs,
    registeredAt: input.at,
    phoneVerifiedAt: input.phoneVerifiedAt,
    profileCompletedAt: input.profileCompletedAt,
    phoneChangedAt: null,
    yearEndedAt: null,
    epoch: 1,
    hoursCompletedAt: null,
    examPassedAt: null,
    evidenceVersion: 0,
    audit: null,
    auditsOpened: 0,
    acceptedAt: null,
    clear: null,
    appeal: null,
    involved: [],
    hoursReportedAt: null,
    registryAsks: 0,
    renewedAt: null,
    closedAt: null,
  }),
  states: {
    registered: { always: 'verifyingPhone' },
    verifyingPhone: {
      always: { guard: 'hasPhone', target: 'completingProfile' },
      on: {
        PHONE_VERIFIED: { target: 'completingProfile', actions: set('phoneVerified') },
        YEAR_ENDED: expiring,
        ...leaving,
      },
    },
    completingProfile: {
      always: { guard: 'hasProfile', target: 'active' },
      on: {
        PROFILE_COMPLETED: { target: 'active', actions: set('profileCompleted') },
        YEAR_ENDED: expiring,
        ...leaving,
      },
    },
    active: {
      type: 'parallel',
      on: {
        PHONE_CHANGED: leaving.PHONE_CHANGED,
        APPEAL_WINDOW: { guard: 'windowMoves', actions: set('appealWindowMoved') },
        WITHDRAW: { guard: 'noRegistryCall', ...leaving.WITHDRAW },
      },
      states: {
        hours: {
          initial: 'studying',
          on: { EVIDENCE_CHANGED: { guard: 'newerEvidence', actions: set('evidenceChanged') } },
          states: {
            studying: {
              on: {
                HOURS_COMPLETED: {
                  guard: 'sameEpoch',
                  target: 'complete',
                  actions: [set('hoursCompleted'), notify('hoursCompleted')],
                },
                RECORDED: {
                  guard: 'appealGranted',
                  target: 'complete',
                  actions: set('hoursRestored'),
                },
                YEAR_ENDED: [{ guard: 'mayExpire', ...expiring }, { actions: set('yearEnded') }],
                RELEARN_ENDED: { guard: 'relearnEnded', ...expiring },
              },
            },
            complete: {
              on: {
                RECORDED: {
                  guard: 'verdictCleared',
                  target: 'studying',
                  actions: set('hoursCleared'),
                },
                YEAR_ENDED: { actions: set('yearEnded') },
              },
            },
          },
        },
        exam: {
          initial: 'locked',
          states: {
            notRequired: {},
            locked: {
              always: { guard: 'examNotRequired', target: 'notRequired' },
              on: {
                HOURS_COMPLETED: { guard: 'sameEpoch', target: 'open' },
                EXAM_PASSED: {
                  guard: 'openedBefore',
                  target: 'passed',
                  actions: set('examPassed'),
                },
                RECORDED: { guard: 'appealGranted', target: 'open' },
              },
            },
            open: {
              on: {
                EXAM_PASSED: { target: 'passed', actions: set('examPassed') },
                RECORDED: { guard: 'verdictCleared', target: 'locked' },
              },
            },
            passed: {},
          },
        },
        audit: {
          id: 'audit',
          initial: 'none',
          states: {
            none: { on: auditOpening },
            open: {
              type: 'parallel',
              on: { RECORDED: auditGranted },
              states: {
                clock: {
                  initial: 'waiting',
                  states: {
                    waiting: {
                      always: [
                        {
                          guard: 'standsStill',
                          target: 'paused',
                          actions: set('clockPaused'),
                        },
                        { guard: 'overdueNoted', target: 'overdue' },
                        { guard: 'dueNoted', target: 'due' },
                      ],
                      on: {
                        DUE: {
                          guard: 'clockDue',
                          target: 'due',
                          actions: [set('dueNoted'), escalate('due')],
                        },
                        ...clockHolds,
                      },
                    },
                    due: {
                      on: {
                        OVERDUE: {
                          guard: 'clockOverdue',
                          target: 'overdue',
                          actions: [
                            set('overdueNoted'),
                            escalate('overdue'),
                            notify('auditOverdue'),
                          ],
                        },
                        ...clockHolds,
                      },
                    },
                    overdue: { on: clockHolds },
                    /** For an appeal, for a stated reason, or for both: it goes on when neither is left. */
                    paused: {
                      on: {
                        PAUSE_AUDIT: pauseBegins,
                        RESUME_AUDIT: [
                          {
                            guard: and(['isPaused', 'appealPending']),
                            actions: set('pauseOver'),
                          },
                          { guard: 'isPaused', target: 'waiting', actions: set('pauseOver') },
                        ],
                        PAUSE_ENDED: [
                          {
                            guard: and(['pauseRunOut', 'appealPending']),
                            actions: [set('pauseOver'), escalate('pauseEnded')],
                          },
                          {
                            guard: 'pauseRunOut',
                            target: 'waiting',
                            actions: [set('pauseOver'), escalate('pauseEnded')],
                          },
                        ],
                        WITHDRAW_APPEAL: { guard: 'notPaused', target: 'waiting' },
                        RECORDED: {
                          guard: and(['appealDismissed', 'notPaused']),
                          target: 'waiting',
                        },
                      },
                    },
                  },
                },
                decision: {
                  initial: 'undecided',
                  states: {
                    undecided: {
                      on: {
                        ACCEPT: {
                          guard: 'mayAccept',
                          target: '#audit.recording',
                          actions: set('acceptRecording'),
                        },
                        PROPOSE_CLEAR: {
                          guard: 'sameEvidence',
                          target: 'clearProposed',
                          actions: set('clearProposed'),
                        },
                      },
                    },
                    clearProposed: {
                      on: {
                        REJECT_PROPOSAL: { target: 'undecided', actions: set('proposalDropped') },
                        EVIDENCE_CHANGED: {
                          guard: 'newerEvidence',
                          target: 'undecided',
                          actions: set('proposalDropped'),
                        },
                        SIGN_CLEAR: {
                          guard: 'maySignClear',
                          target: '#audit.recording',
                          actions: set('clearRecording'),
                        },
                      },
                    },
                  },
                },
              },
            },
            recording: {
              on: {
                RECORDED: [
                  { guard: 'verdictAccepted', target: 'accepted', actions: set('accepted') },
                  {
                    guard: 'verdictCleared',
                    target: 'cleared',
                    actions: set('cleared'),
                  },
                ],
                STALE: { target: 'open', actions: set('verdictStale') },
              },
            },
            accepted: {
              on: {
                REOPEN: {
                  guard: 'mayReopen',
                  target: 'open',
                  actions: [set('auditReopened'), notify('hoursReopened')],
                },
              },
            },
            cleared: { on: { ...auditOpening, RECORDED: auditGranted } },
          },
        },
        appeal: {
          initial: 'none',
          states: {
            none: { on: { FILE_APPEAL: filing } },
            filed: {
              on: {
                RECORDED: { guard: 'appealIsFiled', target: 'reviewing' },
                WITHDRAW_APPEAL: { target: 'withdrawn', actions: set('appealWithdrawn') },
              },
            },
            reviewing: {
              on: {
                ...appealClock,
                WITHDRAW_APPEAL: { target: 'withdrawn', actions: set('appealWithdrawn') },
                GRANT: {
                  guard: 'mayDecideAppeal',
                  target: 'recording',
                  actions: set('appealDecided'),
                },
                DISMISS: {
                  guard: 'mayDecideAppeal',
                  target: 'recording',
                  actions: set('appealDecided'),
                },
              },
            },
            recording: {
              on: {
                RECORDED: [
                  { guard: 'appealGranted', target: 'granted', actions: set('appealOver') },
                  { guard: 'appealDismissed', target: 'dismissed', actions: set('appealOver') },
                ],
              },
            },
            granted: { on: { FILE_APPEAL: filing } },
            dismissed: { on: { FILE_APPEAL: filing } },
            withdrawn: {
              entry: notify('appealWithdrawn'),
              on: { FILE_APPEAL: filing },
            },
          },
        },
        renewal: {
          initial: 'unavailable',
          states: {
            unavailable: { always: { guard: 'acceptedAndExamDone', target: 'reportingHours' } },
            reportingHours: {
              on: {
                HOURS_REPORTED: {
                  target: 'available',
                  actions: set('hoursReported'),
                },
              },
            },
            available: {
              on: {
                RENEW: 'requesting',
                REOPEN: { guard: 'mayReopen', target: 'unavailable' },
              },
            },
            requesting: {
              on: {
                REGISTRY_CONFIRMED: confirmed,
                REGISTRY_REFUSED: refused,
                REGISTRY_UNKNOWN: {
                  target: 'reconciling',
                  actions: [set('registryAsked'), escalate('registryUnknown')],
                },
              },
            },
            reconciling: {
              on: {
                REGISTRY_CONFIRMED: confirmed,
                REGISTRY_REFUSED: refused,
                REGISTRY_NOT_FOUND: { target: 'available', actions: set('registryAnswered') },
                REGISTRY_UNKNOWN: {
                  actions: [set('registryAsked'), escalate('registryUnknown')],
                },
              },
            },
            renewed: {
              on: {
                // A person’s decision; hours that are accepted anew open the way to another one.
                CERTIFICATE_VOIDED: { target: 'unavailable', actions: set('certificateVoided') },
                SETTLE: {
                  guard: 'maySettle',
                  target: '#closed.settled',
                  actions: set('closed'),
                },
              },
            },
            refused: { on: { REOPEN: { guard: 'mayReopen', target: 'unavailable' } } },
          },
        },
      },
    },
    closed: {
      id: 'closed',
      initial: 'settled',
      states: { withdrawn: {}, expired: {}, settled: {} },
    },
  },
});
