import type { Instant } from '../calendar/day.ts';
import { drawsFrom } from '../kernel/draw.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { Policy } from '../policy/policy.ts';

/**
 * Random checks that can be proved random: the hash of seed and rule is shown when the session starts,
 * the seed when it ends, and anyone can compute the schedule again (`verifyChecks`).
 */
export type CheckPlan = {
  /** Hexadecimal SHA-256 of the method's name, the seed and the rule. */
  readonly commitment: string;
  readonly checks: readonly PlannedCheck[];
};

/** A check due after so many seconds of play. */
export type PlannedCheck = { readonly kind: 'snapshot' | 'recheck'; readonly afterSeconds: number };

/** All that decides a schedule but the seed. Public from the start, and part of the commitment. */
export type CheckRule = {
  readonly policyId: string;
  readonly policyVersion: number;
  readonly snapshotEverySeconds: number;
  readonly recheckEverySeconds: number;
  /** 0.4: a recheck comes between 60 % and 140 % of the mean. */
  readonly checkJitter: number;
  /** The first snapshot comes within so many seconds of play. */
  readonly firstWithinSeconds: number;
  /** Play may be heard of so much later: beats come every few seconds and may wait for the network. */
  readonly slackSeconds: number;
  /** Length of the lesson: nothing is planned beyond it. */
  readonly horizonSeconds: number;
};

/** How a check that had come due was over. */
export const CHECK_CLOSINGS = [
  /** The picture came. */
  'taken',
  /** The learner answered. */
  'answered',
  /** The learner left, finished the lesson or took over elsewhere with the check still open. */
  'left',
  /** The page was not heard of again. */
  'silent',
  /** Its time came with the last seconds of the session: nobody was asked. */
  'unasked',
] as const;
export type CheckClosing = (typeof CHECK_CLOSINGS)[number];

/** A planned check as it went. */
export type DoneCheck = PlannedCheck & {
  readonly dueAt: Instant;
  /** Seconds of play when it was asked for. */
  readonly duePlayedSeconds: number;
  readonly closedAt: Instant;
  readonly closedPlayedSeconds: number;
  readonly closedAs: CheckClosing;
  /** A snapshot that did not come in its time and became a recheck, which asks. */
  readonly late: boolean;
};

/** Goes into the commitment: a new way of drawing is a new version. */
export const CHECK_PLAN_VERSION = 'check-plan-2';

/** A snapshot may follow the one before at once or after almost twice the mean: no moment is safe. */
const SNAPSHOT_JITTER = 0.9;
/** After a check that was got out of, the next comes within this share of the mean. */
const EARLY_SHARE = 0.2;

/**
 * The rule of a session. `owedSeconds` is what was played since the last check in the session before:
 * starting anew neither draws a quieter schedule nor gets out of a check.
 */
export function checkRuleOf(policy: Policy, durationSeconds: number, owedSeconds = 0): CheckRule {
  const every = policy.snapshotEverySeconds;
  return {
    policyId: policy.id,
    policyVersion: policy.version,
    snapshotEverySeconds: every,
    recheckEverySeconds: policy.recheckEverySeconds,
    checkJitter: policy.checkJitter,
    firstWithinSeconds: Math.round(
      Math.min(every, Math.max(every * EARLY_SHARE, every - owedSeconds)),
    ),
    slackSeconds: policy.offlineGraceSeconds + 2 * policy.heartbeatSeconds,
    horizonSeconds: Math.max(1, durationSeconds),
  };
}

const RULE_FIELDS = [
  'policyId',
  'policyVersion',
  'snapshotEverySeconds',
  'recheckEverySeconds',
  'checkJitter',
  'firstWithinSeconds',
  'slackSeconds',
  'horizonSeconds',
] as const satisfies readonly (keyof CheckRule)[];

/** The hash that binds the server to a seed and a rule before the session starts. */
export const commitTo = (seed: string, rule: CheckRule): string =>
  sha256(
    [CHECK_PLAN_VERSION, seed, ...RULE_FIELDS.map((field) => `${field}=${rule[field]}`)].join(':'),
  );

type Stream = {
  readonly kind: PlannedCheck['kind'];
  readonly everySeconds: number;
  readonly jitter: number;
  readonly from: number;
};

function drawTimes(seed: string, stream: Stream, untilSeconds: number): PlannedCheck[] {
  const { kind, everySeconds, jitter, from } = stream;
  const draws = drawsFrom(`${CHECK_PLAN_VERSION}:${kind}:${seed}`);
  const checks: PlannedCheck[] = [];
  let at = from;
  for (;;) {
    at += everySeconds * (1 - jitter + 2 * jitter * draws.next());
    if (at >= untilSeconds || everySeconds <= 0) return checks;
    checks.push({ kind, afterSeconds: Math.round(at) });
  }
}

/**
 * The schedule of a seed. A larger horizon keeps the beginning. A first snapshot always falls within
 * the first interval, so that even a short lesson has one.
 */
export function planChecks(seed: string, rule: CheckRule): CheckPlan {
  const { horizonSeconds, snapshotEverySeconds, recheckEverySeconds, checkJitter } = rule;
  const early = drawsFrom(`${CHECK_PLAN_VERSION}:first:${seed}`).next();
  const first = Math.min(rule.firstWithinSeconds, horizonSeconds) * (0.1 + 0.8 * early);
  const checks = [
    { kind: 'snapshot' as const, afterSeconds: Math.round(first) },
    ...drawTimes(
      seed,
      {
        kind: 'snapshot',
        everySeconds: snapshotEverySeconds,
        jitter: SNAPSHOT_JITTER,
        from: first,
      },
      horizonSeconds,
    ),
    ...drawTimes(
      seed,
      {
        kind: 'recheck',
        everySeconds: recheckEverySeconds,
        jitter: Math.min(Math.max(checkJitter, 0), 0.9),
        from: 0,
      },
      horizonSeconds,
    ),
  ].sort((a, b) => a.afterSeconds - b.afterSeconds || a.kind.localeCompare(b.kind));
  return { commitment: commitTo(seed, rule), checks };
}

/** The first planned check that has not been done; null when none. */
export const nextCheck = (
  plan: Pick<CheckPlan, 'checks'>,
  doneCount: number,
): PlannedCheck | null => plan.checks[doneCount] ?? null;

/** Was this check got out of: due, and the session over before it was answered? */
export const gotOutOf = (check: Pick<DoneCheck, 'closedAs'>): boolean =>
  check.closedAs === 'left' || check.closedAs === 'silent' || check.closedAs === 'unasked';

/**
 * Seconds of play that no check has looked at since the last one that was answered: what the next
 * session takes over. A check that was got out of is owed in full.
 */
export function owedAfter(
  done: readonly DoneCheck[],
  playedSeconds: number,
  carried: { readonly owedSeconds: number; readonly everySeconds: number },
): number {
  const last = done.at(-1);
  if (last !== undefined && gotOutOf(last)) return carried.everySeconds;
  const since =
    last === undefined
      ? carried.owedSeconds + playedSeconds
      : playedSeconds - last.closedPlayedSeconds;
  return Math.min(Math.max(0, since), carried.everySeconds);
}
