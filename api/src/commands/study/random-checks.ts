import { nextCheck, type Policy } from '@xuzheng/engine';
import { dueCheck, playedSeconds } from './check-log.ts';
import { mark, step } from './study-events.ts';
import type { OpenCheck, StudyState } from './study-state.ts';

/** Stops play and asks for the face, or without one for a code. The time until the answer is not counted. */
export function askRecheck(state: StudyState, now: number): StudyState {
  const next = step(state, { type: 'RECHECK_DUE', at: now });
  if (next === state) return state;
  return mark(next, { at: now, outcome: 'held', evidenceId: `recheck:${state.plan.done.length}` });
}

/** A snapshot or question that did not come in the time of an answer becomes a recheck, which stops. */
function askForLate(state: StudyState, open: OpenCheck, policy: Policy, now: number): StudyState {
  const isLate = now >= open.dueAt + policy.recheckAnswerSeconds * 1000;
  if (!isLate || dueCheck(state)?.kind !== 'snapshot') return state;
  return askRecheck({ ...state, plan: { ...state.plan, open: { ...open, late: true } } }, now);
}

/**
 * Raises the next planned check once enough has been played. A snapshot is taken silently by the
 * page; without a face it is a question beside the lesson.
 */
export function raiseChecks(state: StudyState, policy: Policy, now: number): StudyState {
  if (state.row.replay || state.session.value !== 'playing') return state;
  const next = nextCheck(state.plan, state.plan.done.length);
  if (next === null) return state;
  if (state.plan.open !== null) return askForLate(state, state.plan.open, policy, now);
  const played = playedSeconds(state);
  if (played < next.afterSeconds) return state;
  const open: OpenCheck = { dueAt: now, duePlayedSeconds: played, late: false, pictured: false };
  const due = { ...state, plan: { ...state.plan, open } };
  return next.kind === 'recheck' ? askRecheck(due, now) : due;
}
