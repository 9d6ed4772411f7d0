import { initialTransition, transition } from 'xstate';
import type { Instant } from '../calendar/day.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import {
  SESSION_MACHINE_VERSION,
  sessionMachine,
  type SessionContext,
  type SessionEvent,
  type SessionRule,
  type SessionStateName,
} from './session.machine.ts';

/** A session as it is stored: plain JSON. */
export type SessionSnapshot = {
  readonly machineVersion: string;
  readonly value: SessionStateName;
  readonly context: SessionContext;
};

const resolve = (snapshot: SessionSnapshot) =>
  sessionMachine.resolveState({ value: snapshot.value, context: snapshot.context });

const stored = (state: { value: unknown; context: SessionContext }): SessionSnapshot => ({
  machineVersion: SESSION_MACHINE_VERSION,
  value: state.value as SessionStateName,
  context: state.context,
});

/** A session that has just been opened: state `preparing`. */
export function openSession(at: Instant, rule: SessionRule): SessionSnapshot {
  const { recheckAnswerSeconds, recheckTries, unacknowledgedPauseSeconds } = rule;
  const copied = { recheckAnswerSeconds, recheckTries, unacknowledgedPauseSeconds };
  const [state] = initialTransition(sessionMachine, { at, rule: copied });
  return stored({ value: state.value, context: { ...state.context, since: at } });
}

/** The same session by other numbers from now on: a recheck that waits is given the new time. */
export function ruledAnew(
  snapshot: SessionSnapshot,
  rule: SessionRule,
  at: Instant,
): SessionSnapshot {
  const { context } = snapshot;
  const answerBy = context.answerBy === null ? null : at + rule.recheckAnswerSeconds * 1000;
  return { ...snapshot, context: { ...context, rule, answerBy } };
}

/** May the event happen now? */
export const canSession = (snapshot: SessionSnapshot, event: SessionEvent): boolean =>
  resolve(snapshot).can(event);

/** The session after an event. Refuses `study/notAllowed` (with the state) when it may not happen. */
export function stepSession(
  snapshot: SessionSnapshot,
  event: SessionEvent,
): Result<SessionSnapshot> {
  const state = resolve(snapshot);
  const known = state.can(event) || KEEPS_STATE[snapshot.value].includes(event.type);
  if (!known) return refuse('study/notAllowed', { state: snapshot.value, event: event.type });
  const [next] = transition(sessionMachine, state, event);
  return ok(stored(next));
}

/** Events that are welcome and change nothing: XState counts those as impossible. */
const KEEPS_STATE: Readonly<Record<SessionStateName, readonly string[]>> = {
  preparing: [],
  checkingFace: ['FACE_MISSED', 'FACE_FAULT'],
  playing: ['FACE_FAULT'],
  paused: ['FACE_FAULT'],
  rechecking: [],
  superseded: [],
  suspended: [],
  completed: [],
};

/** Does a second played in this state stand a chance of being credited? */
export const sessionPlays = (snapshot: SessionSnapshot): boolean => snapshot.value === 'playing';

/** Has the session ended for good? */
export const sessionEnded = (snapshot: SessionSnapshot): boolean =>
  snapshot.value === 'superseded' ||
  snapshot.value === 'completed' ||
  (snapshot.value === 'suspended' &&
    (snapshot.context.suspendedFor === 'left' || snapshot.context.suspendedFor === 'expired'));
