import { randomBytes } from 'node:crypto';
import {
  CHECK_PLAN_VERSION,
  checkRuleOf,
  nextCheck,
  owedAfter,
  planChecks,
  viewCredit,
  type CheckClosing,
  type DoneCheck,
  type PlannedCheck,
  type Policy,
} from '@xuzheng/engine';
import type { EndReason, OpenCheck, StoredPlan, StudyState } from './study-state.ts';

/**
 * Draws a session's random checks and binds the server to them before the first second (F17).
 * `owedSeconds` comes from the learner's session before: see `owedAfterSession`.
 */
export function drawPlan(policy: Policy, durationSeconds: number, owedSeconds: number): StoredPlan {
  const seed = randomBytes(32).toString('hex');
  const rule = checkRuleOf(policy, durationSeconds, owedSeconds);
  const plan = planChecks(seed, rule);
  return { method: CHECK_PLAN_VERSION, seed, rule, owedSeconds, ...plan, done: [], open: null };
}

/** The check that is due now: asked for, not yet answered. */
export const dueCheck = (state: StudyState): PlannedCheck | null =>
  state.plan.open === null ? null : nextCheck(state.plan, state.plan.done.length);

/** Seconds of play that count towards the plan: credited or pending ones. */
export const playedSeconds = (state: StudyState): number => {
  if (state.credit === null) return 0;
  const { totals } = viewCredit(state.credit);
  return totals.creditedSeconds + totals.pendingSeconds;
};

const record = (
  check: PlannedCheck,
  open: OpenCheck,
  now: number,
  played: number,
  closedAs: CheckClosing,
): DoneCheck => ({
  kind: check.kind,
  afterSeconds: check.afterSeconds,
  dueAt: open.dueAt,
  duePlayedSeconds: open.duePlayedSeconds,
  closedAt: now,
  closedPlayedSeconds: Math.max(open.duePlayedSeconds, played),
  closedAs,
  late: open.late,
});

/** The check that is due is over: the next one may come. */
export function checkDone(state: StudyState, now: number, closedAs: CheckClosing): StudyState {
  const { plan } = state;
  const check = dueCheck(state);
  if (plan.open === null || check === null) return state;
  const done = [...plan.done, record(check, plan.open, now, playedSeconds(state), closedAs)];
  return { ...state, plan: { ...plan, done, open: null } };
}

const CLOSED_BY: Readonly<Record<EndReason, CheckClosing>> = {
  completed: 'left',
  left: 'left',
  superseded: 'left',
  expired: 'silent',
};

/**
 * Closes the plan with the session: a check that was asked for and not answered stays on record as
 * left open, and those whose time came with the last seconds as never asked. Nobody was told of a check
 * that fell due in the very moment of the end.
 */
export function closePlan(start: StudyState, at: number, reason: EndReason): StudyState {
  const told = start.plan.open !== null && start.plan.open.dueAt < at;
  let state = checkDone(start, at, told ? CLOSED_BY[reason] : 'unasked');
  if (state.row.replay || state.credit === null) return state;
  const played = playedSeconds(state);
  for (;;) {
    const next = nextCheck(state.plan, state.plan.done.length);
    if (next === null || next.afterSeconds > played) return state;
    const open = { dueAt: at, duePlayedSeconds: played, late: false, pictured: false };
    state = checkDone({ ...state, plan: { ...state.plan, open } }, at, 'unasked');
  }
}

/** A snapshot asked for before the end may arrive a moment after it: then it was taken after all. */
export function snapshotAfterEnd(state: StudyState, now: number): StudyState | null {
  const { plan } = state;
  const last = plan.done.findLast((check) => check.closedAs !== 'unasked');
  if (last?.kind !== 'snapshot' || last.late) return null;
  if (last.closedAs !== 'left' && last.closedAs !== 'silent') return null;
  const taken: DoneCheck = { ...last, closedAt: now, closedAs: 'taken' };
  const done = plan.done.map((check) => (check === last ? taken : check));
  return { ...state, plan: { ...plan, done } };
}

/** What the learner's next session takes over of this one's plan. */
export const owedAfterSession = (state: StudyState, policy: Policy): number =>
  owedAfter(state.plan.done, playedSeconds(state), {
    owedSeconds: state.plan.owedSeconds,
    everySeconds: policy.snapshotEverySeconds,
  });
