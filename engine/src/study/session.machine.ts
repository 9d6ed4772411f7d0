import { assign, setup } from 'xstate';
import type { Instant } from '../calendar/day.ts';

/** Goes into the stored session; a change of states or context makes a new one. */
export const SESSION_MACHINE_VERSION = 'session-1';

export const SESSION_STATES = [
  'preparing',
  'checkingFace',
  'playing',
  'paused',
  'rechecking',
  'superseded',
  'suspended',
  'completed',
] as const;
export type SessionStateName = (typeof SESSION_STATES)[number];

export type PauseReason = 'learner' | 'hidden' | 'network';
/** Why a session does not go on by itself. */
export type SuspendReason = 'checksMissed' | 'uncertain' | 'left' | 'expired' | 'systemFault';

/** The policy's part, copied at the start, so that a running session keeps its numbers. */
export type SessionRule = {
  readonly recheckAnswerSeconds: number;
  readonly recheckTries: number;
  readonly unacknowledgedPauseSeconds: number;
};

export type SessionContext = {
  readonly rule: SessionRule;
  /** Instant at which the present state was entered. */
  readonly since: Instant;
  /** The last check that saw the learner, and what it said. */
  readonly presenceAt: Instant | null;
  readonly presence: 'matched' | 'uncertain' | 'missed' | null;
  /** A recheck is to be answered until then. */
  readonly answerBy: Instant | null;
  readonly triesLeft: number;
  readonly uncertainInARow: number;
  readonly pausedFor: PauseReason | null;
  readonly suspendedFor: SuspendReason | null;
  /** Outcomes of the checks during study, oldest first: what k of n counts. */
  readonly outcomes: readonly ('matched' | 'uncertain' | 'missed')[];
  readonly otherFaceSeen: number;
  /** Instants at which the time to answer a recheck had run out. */
  readonly unansweredAt: readonly Instant[];
};

type At = { readonly at: Instant };
export type SessionEvent =
  | ({ readonly type: 'CAMERA_READY' } & At)
  | ({ readonly type: 'FACE_MATCHED' } & At)
  | ({ readonly type: 'FACE_UNCERTAIN' } & At)
  | ({ readonly type: 'FACE_MISSED'; readonly otherFace?: boolean } & At)
  | ({ readonly type: 'FACE_FAULT' } & At)
  | ({ readonly type: 'RECHECK_DUE' } & At)
  | ({ readonly type: 'ANSWER_LATE' } & At)
  | ({ readonly type: 'PAUSE'; readonly reason?: PauseReason } & At)
  | ({ readonly type: 'RESUME' } & At)
  | ({ readonly type: 'RETRY' } & At)
  | ({ readonly type: 'SUPERSEDED' } & At)
  | ({ readonly type: 'LESSON_COMPLETED' } & At)
  | ({ readonly type: 'END'; readonly reason?: SuspendReason } & At);

/** Kept outcomes: more than any n of k of n. */
const OUTCOMES_KEPT = 20;
/** Uncertain entry checks before a person or the attended path is offered. */
export const UNCERTAIN_ENTRIES = 3;

type SessionInput = { readonly at: Instant; readonly rule: SessionRule };
/** XState begins a session without input, and throws it away, for every step it reckons. */
const NOBODY = { rule: {} } as SessionInput;

/**
 * One study session, from camera to last second. The server replays the same events with
 * `transition()` as the authority; the page runs it as an actor. No clock, no timer, no call:
 * each event carries `at`, filled in by the server, and deadlines live in the context.
 */
export const sessionMachine = setup({
  types: {
    context: {} as SessionContext,
    events: {} as SessionEvent,
    input: {} as SessionInput,
  },
  actions: {
    enter: assign({ since: ({ event }) => event.at }),
    rearm: assign({ triesLeft: ({ context }) => context.rule.recheckTries, uncertainInARow: 0 }),
    askAgain: assign({
      answerBy: ({ context, event }) => event.at + context.rule.recheckAnswerSeconds * 1000,
    }),
    noteMatched: assign({
      presenceAt: ({ event }) => event.at,
      presence: 'matched' as const,
      uncertainInARow: 0,
      answerBy: null,
      outcomes: ({ context }) => [...context.outcomes, 'matched' as const].slice(-OUTCOMES_KEPT),
    }),
    noteUncertain: assign({
      presenceAt: ({ event }) => event.at,
      presence: 'uncertain' as const,
      uncertainInARow: ({ context }) => context.uncertainInARow + 1,
      answerBy: null,
      outcomes: ({ context }) => [...context.outcomes, 'uncertain' as const].slice(-OUTCOMES_KEPT),
    }),
    noteMissed: assign({
      presence: 'missed' as const,
      triesLeft: ({ context }) => Math.max(0, context.triesLeft - 1),
      outcomes: ({ context }) => [...context.outcomes, 'missed' as const].slice(-OUTCOMES_KEPT),
      otherFaceSeen: ({ context, event }) =>
        context.otherFaceSeen + (event.type === 'FACE_MISSED' && event.otherFace === true ? 1 : 0),
    }),
    noteUnanswered: assign({
      unansweredAt: ({ context, event }) =>
        [...context.unansweredAt, event.at].slice(-OUTCOMES_KEPT),
    }),
    notePause: assign({
      pausedFor: ({ event }) => (event.type === 'PAUSE' ? (event.reason ?? 'learner') : null),
    }),
    clearPause: assign({ pausedFor: null }),
    noteEnd: assign({
      suspendedFor: ({ event }) =>
        event.type === 'END' ? (event.reason ?? 'left') : ('left' as const),
    }),
    tooManyMisses: assign({ suspendedFor: 'checksMissed' as const, answerBy: null }),
    tooUncertain: assign({ suspendedFor: 'uncertain' as const, answerBy: null }),
    clearSuspension: assign({ suspendedFor: null }),
  },
  guards: {
    lastTry: ({ context }) => context.triesLeft <= 1,
    uncertainOnceMore: ({ context }) => context.uncertainInARow + 1 < UNCERTAIN_ENTRIES,
    answerIsLate: ({ context, event }) => context.answerBy !== null && event.at >= context.answerBy,
    // A snapshot may have missed the face while the player stood still: going on asks again.
    presenceLost: ({ context }) => context.presence === 'missed',
    mayRetry: ({ context }) =>
      context.suspendedFor !== 'left' && context.suspendedFor !== 'expired',
  },
}).createMachine({
  id: 'session',
  initial: 'preparing',
  context: ({ input = NOBODY }) => ({
    rule: input.rule,
    since: input.at,
    presenceAt: null,
    presence: null,
    answerBy: null,
    triesLeft: input.rule.recheckTries,
    uncertainInARow: 0,
    pausedFor: null,
    suspendedFor: null,
    outcomes: [],
    otherFaceSeen: 0,
    unansweredAt: [],
  }),
  on: {
    SUPERSEDED: { target: '.superseded' },
  },
  states: {
    preparing: {
      entry: 'enter',
      on: { CAMERA_READY: 'checkingFace', END: { target: 'suspended', actions: 'noteEnd' } },
    },
    checkingFace: {
      entry: ['enter', 'rearm'],
      on: {
        // Only matched goes in at once; a miss at the door has no consequence but another try.
        FACE_MATCHED: { target: 'playing', actions: 'noteMatched' },
        FACE_UNCERTAIN: [
          { guard: 'uncertainOnceMore', actions: 'noteUncertain' },
          { target: 'suspended', actions: ['noteUncertain', 'tooUncertain'] },
        ],
        FACE_MISSED: {},
        FACE_FAULT: {},
        END: { target: 'suspended', actions: 'noteEnd' },
      },
    },
    playing: {
      entry: ['enter', 'rearm', 'clearPause'],
      on: {
        PAUSE: { target: 'paused', actions: 'notePause' },
        RECHECK_DUE: { target: 'rechecking', actions: 'askAgain' },
        FACE_MATCHED: { actions: 'noteMatched' },
        FACE_UNCERTAIN: { actions: 'noteUncertain' },
        FACE_MISSED: { target: 'rechecking', actions: ['noteMissed', 'askAgain'] },
        FACE_FAULT: {},
        LESSON_COMPLETED: 'completed',
        END: { target: 'suspended', actions: 'noteEnd' },
      },
    },
    paused: {
      entry: 'enter',
      on: {
        RESUME: [
          { guard: 'presenceLost', target: 'rechecking', actions: 'askAgain' },
          { target: 'playing' },
        ],
        RECHECK_DUE: { target: 'rechecking', actions: 'askAgain' },
        FACE_MATCHED: { actions: 'noteMatched' },
        FACE_UNCERTAIN: { actions: 'noteUncertain' },
        FACE_MISSED: { actions: 'noteMissed' },
        FACE_FAULT: {},
        LESSON_COMPLETED: 'completed',
        END: { target: 'suspended', actions: 'noteEnd' },
      },
    },
    rechecking: {
      entry: 'enter',
      on: {
        FACE_MATCHED: { target: 'playing', actions: 'noteMatched' },
        // During study uncertain lets study go on: its time is pending and a person looks.
        FACE_UNCERTAIN: { target: 'playing', actions: 'noteUncertain' },
        FACE_MISSED: [
          { guard: 'lastTry', target: 'suspended', actions: ['noteMissed', 'tooManyMisses'] },
          { actions: ['noteMissed', 'askAgain'] },
        ],
        FACE_FAULT: { actions: 'askAgain' },
        ANSWER_LATE: [
          {
            guard: ({ context, event }) =>
              context.triesLeft <= 1 && context.answerBy !== null && event.at >= context.answerBy,
            target: 'suspended',
            actions: ['noteUnanswered', 'noteMissed', 'tooManyMisses'],
          },
          { guard: 'answerIsLate', actions: ['noteUnanswered', 'noteMissed', 'askAgain'] },
        ],
        LESSON_COMPLETED: 'completed',
        END: { target: 'suspended', actions: 'noteEnd' },
      },
    },
    suspended: {
      entry: 'enter',
      on: {
        RETRY: { guard: 'mayRetry', target: 'checkingFace', actions: 'clearSuspension' },
        LESSON_COMPLETED: 'completed',
        END: { actions: 'noteEnd' },
      },
    },
    superseded: { entry: 'enter', type: 'final' },
    completed: { entry: 'enter', type: 'final' },
  },
});
