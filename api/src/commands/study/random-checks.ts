import { randomBytes } from 'node:crypto';
import { nextCheck, planChecks, viewCredit, type PlannedCheck, type Policy } from '@xuzheng/engine';
import { mark, step } from './study-events.ts';
import type { StoredPlan, StudyState } from './study-state.ts';

/** Draws a session's random checks and binds the server to them before the first second (F17). */
export function drawPlan(policy: Policy, durationSeconds: number): StoredPlan {
  const seed = randomBytes(32).toString('hex');
  const plan = planChecks(seed, policy, Math.max(1, durationSeconds));
  return { seed, ...plan, done: 0, dueSince: null };
}

/** The check that is due now: asked for, not yet answered. */
export const dueCheck = (state: StudyState): PlannedCheck | null =>
  state.plan.dueSince === null ? null : nextCheck(state.plan, state.plan.done);

const playedSeconds = (state: StudyState): number => {
  if (state.credit === null) return 0;
  const { totals } = viewCredit(state.credit);
  return totals.creditedSeconds + totals.pendingSeconds;
};

/** The check that is due is over: the next one may come. */
export const checkDone = (state: StudyState): StudyState =>
  state.plan.dueSince === null
    ? state
    : { ...state, plan: { ...state.plan, done: state.plan.done + 1, dueSince: null } };

/** Stops play and asks for the face. The time until the answer is not counted. */
export function askRecheck(state: StudyState, now: number): StudyState {
  const next = step(state, { type: 'RECHECK_DUE', at: now });
  if (next === state) return state;
  return mark(next, { at: now, outcome: 'held', evidenceId: `recheck:${state.plan.done}` });
}

/**
 * Raises the next planned check once enough has been played. A snapshot is taken silently by the
 * page; one that does not come in the time of an answer becomes a recheck, which asks.
 */
export function raiseChecks(state: StudyState, policy: Policy, now: number): StudyState {
  if (state.row.replay || state.row.attended || state.session.value !== 'playing') return state;
  const next = nextCheck(state.plan, state.plan.done);
  if (next === null) return state;
  if (state.plan.dueSince !== null) {
    const late = now >= state.plan.dueSince + policy.recheckAnswerSeconds * 1000;
    return late && next.kind === 'snapshot' ? askRecheck(state, now) : state;
  }
  if (playedSeconds(state) < next.afterSeconds) return state;
  const due = { ...state, plan: { ...state.plan, dueSince: now } };
  return next.kind === 'recheck' ? askRecheck(due, now) : due;
}
