import { describe, expect, it } from 'vitest';
import {
  checkRuleOf,
  commitTo,
  drawsFrom,
  HANDBOOK_POLICY,
  planChecks,
  sha256,
  type CheckRule,
} from '@xuzheng/engine';

const SESSIONS = 600;
const rule = checkRuleOf(HANDBOOK_POLICY, 4 * 3600);
const EVERY = rule.snapshotEverySeconds;
/** A guess counts as a hit when the snapshot comes within so many seconds of it. */
const WITHIN = 15;

/** All that a client with the whole code has seen when a snapshot has just been taken. */
type Seen = {
  readonly commitment: string;
  readonly rule: CheckRule;
  readonly times: readonly number[];
};
/** A guess of the seconds of play until the next snapshot. */
type Bot = (seen: Seen) => number;

const sessions = Array.from({ length: SESSIONS }, (_, n) => {
  const seed = sha256(`secret of the server ${n}`);
  const { checks, commitment } = planChecks(seed, rule);
  const times = checks.filter((one) => one.kind === 'snapshot').map((one) => one.afterSeconds);
  return { commitment, times };
});

const gapsOf = (times: readonly number[]): number[] =>
  times.slice(1).map((at, i) => at - (times[i] ?? 0));
const last = (values: readonly number[]): number => values.at(-1) ?? EVERY;
const mean = (values: readonly number[]): number =>
  values.length === 0 ? EVERY : values.reduce((sum, one) => sum + one, 0) / values.length;

const believed = new Map<string, ReturnType<typeof planChecks>['checks']>();
/** The next snapshot of a plan that the bot believes in. */
const nextBy = (seed: string, seen: Seen): number => {
  const now = last(seen.times);
  const checks = believed.get(seed) ?? planChecks(seed, seen.rule).checks;
  believed.set(seed, checks);
  const next = checks.find((one) => one.kind === 'snapshot' && one.afterSeconds > now);
  return (next?.afterSeconds ?? now + EVERY) - now;
};

/** What was learned from sessions whose seeds have been revealed, by the start of the commitment. */
const learned = new Map<string, number[]>();
for (const { commitment, times } of sessions.slice(0, SESSIONS / 2)) {
  const key = commitment.slice(0, 1);
  learned.set(key, [...(learned.get(key) ?? []), ...gapsOf(times)]);
}

const BOTS: readonly (readonly [name: string, bot: Bot])[] = [
  ['repeats the last gap', ({ times }) => last(gapsOf(times))],
  ['expects a short gap after a long one', ({ times }) => 2 * EVERY - last(gapsOf(times))],
  ['follows the mean so far', ({ times }) => mean(gapsOf(times))],
  ['makes up for what the mean lacks', ({ times }) => (times.length + 1) * EVERY - last(times)],
  ['takes the commitment for the seed', (seen) => nextBy(seen.commitment, seen)],
  ['hashes the commitment once more', (seen) => nextBy(sha256(seen.commitment), seen)],
  ['tries the number of the session as seed', (seen) => nextBy(String(seen.times.length), seen)],
  [
    'draws from commitment and past times',
    ({ commitment, times }) =>
      EVERY * (0.1 + 1.8 * drawsFrom(`${commitment}${times.join()}`).next()),
  ],
  [
    'has learned from revealed sessions',
    ({ commitment }) => mean(learned.get(commitment.slice(0, 1)) ?? []),
  ],
  ['always says the mean', () => EVERY],
];

/** Chance of a hit for whoever knows the public distribution: even between a tenth and 1.9 times. */
const CHANCE = (2 * WITHIN + 1) / (1.8 * EVERY);

describe('a bot with the whole code of the client', () => {
  it.each(BOTS)('that %s predicts no better than chance', (_, bot) => {
    let hits = 0;
    let tries = 0;
    for (const { commitment, times } of sessions.slice(SESSIONS / 2)) {
      for (let n = 2; n < times.length; n++) {
        const guess = bot({ commitment, rule, times: times.slice(0, n) });
        const gap = (times[n] ?? 0) - (times[n - 1] ?? 0);
        tries += 1;
        if (Math.abs(gap - guess) <= WITHIN) hits += 1;
      }
    }
    expect(tries).toBeGreaterThan(10_000);
    // Four standard deviations above chance.
    expect(hits / tries).toBeLessThan(CHANCE + 4 * Math.sqrt((CHANCE * (1 - CHANCE)) / tries));
  });

  it('would hit every time with the seed: the measure can tell', () => {
    const { times } = sessions[0]!;
    const seed = sha256('secret of the server 0');
    const seen = { commitment: commitTo(seed, rule), rule, times: times.slice(0, 5) };
    expect(last(seen.times) + nextBy(seed, seen)).toBe(times[5]);
  });

  it('finds no safe minute after a snapshot: the seat may be looked at again at once', () => {
    const gaps = sessions.flatMap(({ times }) => gapsOf(times));
    const soon = gaps.filter((gap) => gap <= 90).length / gaps.length;
    expect(soon).toBeGreaterThan(0.08);
    expect(Math.min(...gaps)).toBeLessThan(40);
  });
});
