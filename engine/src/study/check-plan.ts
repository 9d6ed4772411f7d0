import { drawsFrom } from '../kernel/draw.ts';
import { sha256 } from '../kernel/sha256.ts';

/**
 * Random checks that can be proved random: the hash of the seed is shown when the session starts,
 * the seed when it ends, and anyone can compute the schedule again.
 */
export type CheckPlan = {
  /** Hexadecimal SHA-256 of `CHECK_PLAN_VERSION:seed`. */
  readonly commitment: string;
  readonly checks: readonly PlannedCheck[];
};

/** A check due after so many seconds of play. */
export type PlannedCheck = { readonly kind: 'snapshot' | 'recheck'; readonly afterSeconds: number };

export type CheckRule = {
  readonly snapshotEverySeconds: number;
  readonly recheckEverySeconds: number;
  /** 0.4: between 60 % and 140 % of the mean. */
  readonly checkJitter: number;
};

/** Goes into the commitment: a new way of drawing is a new version. */
export const CHECK_PLAN_VERSION = 'check-plan-1';

/** The hash that binds the server to a seed before the session starts. */
export const commitTo = (seed: string): string => sha256(`${CHECK_PLAN_VERSION}:${seed}`);

function drawTimes(
  seed: string,
  kind: PlannedCheck['kind'],
  everySeconds: number,
  jitter: number,
  untilSeconds: number,
): PlannedCheck[] {
  const draws = drawsFrom(`${CHECK_PLAN_VERSION}:${kind}:${seed}`);
  const checks: PlannedCheck[] = [];
  let at = 0;
  for (;;) {
    at += everySeconds * (1 - jitter + 2 * jitter * draws.next());
    if (at >= untilSeconds || everySeconds <= 0) return checks;
    checks.push({ kind, afterSeconds: Math.round(at) });
  }
}

/**
 * The schedule of a seed for so many seconds of play. A session that goes on longer asks with a
 * larger horizon: the beginning stays the same. A first snapshot always falls within the first
 * interval, so that even a short lesson has one.
 */
export function planChecks(seed: string, rule: CheckRule, horizonSeconds: number): CheckPlan {
  const jitter = Math.min(Math.max(rule.checkJitter, 0), 0.9);
  const early = drawsFrom(`${CHECK_PLAN_VERSION}:first:${seed}`).next();
  const first = Math.round(
    Math.min(rule.snapshotEverySeconds, horizonSeconds) * (0.2 + 0.6 * early),
  );
  const snapshots = drawTimes(seed, 'snapshot', rule.snapshotEverySeconds, jitter, horizonSeconds);
  const rechecks = drawTimes(seed, 'recheck', rule.recheckEverySeconds, jitter, horizonSeconds);
  const checks = [
    { kind: 'snapshot' as const, afterSeconds: first },
    ...snapshots,
    ...rechecks,
  ].sort((a, b) => a.afterSeconds - b.afterSeconds || a.kind.localeCompare(b.kind));
  return { commitment: commitTo(seed), checks };
}

/** The first planned check after so many seconds of play that has not been done; null when none. */
export const nextCheck = (
  plan: Pick<CheckPlan, 'checks'>,
  doneCount: number,
): PlannedCheck | null => plan.checks[doneCount] ?? null;

/**
 * Was the session checked as it was bound to be? Needs the revealed seed, the horizon with which the
 * schedule was drawn (the lesson's length) and no database.
 */
export function verifyPlan(
  revealed: { readonly seed: string; readonly commitment: string },
  rule: CheckRule,
  horizonSeconds: number,
  done: readonly PlannedCheck[],
): boolean {
  if (commitTo(revealed.seed) !== revealed.commitment) return false;
  const planned = planChecks(revealed.seed, rule, horizonSeconds).checks;
  return done.every(
    (check, i) =>
      planned[i]?.kind === check.kind && planned[i]?.afterSeconds === check.afterSeconds,
  );
}
