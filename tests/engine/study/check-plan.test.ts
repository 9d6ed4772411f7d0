import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkRuleOf,
  commitTo,
  HANDBOOK_POLICY,
  owedAfter,
  planChecks,
  sha256,
  type CheckRule,
  type DoneCheck,
} from '@xuzheng/engine';

const seeds = fc.stringMatching(/^[0-9a-f]{64}$/);
const ruleFor = (seconds: number, owed = 0): CheckRule =>
  checkRuleOf(HANDBOOK_POLICY, seconds, owed);

describe('random checks that can be proved random', () => {
  it('sha256 is the one everybody knows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      }),
    );
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('the same seed gives the same schedule, another seed another one', () => {
    fc.assert(
      fc.property(seeds, seeds, (one, other) => {
        fc.pre(one !== other);
        const plan = planChecks(one, ruleFor(7200));
        expect(planChecks(one, ruleFor(7200))).toEqual(plan);
        expect(planChecks(other, ruleFor(7200)).checks).not.toEqual(plan.checks);
      }),
    );
  });

  it('snapshots come every 5 minutes on average and a recheck every 15', () => {
    const hours = 200;
    const { checks } = planChecks('a'.repeat(64), ruleFor(hours * 3600));
    const count = (kind: string) => checks.filter((check) => check.kind === kind).length;
    expect(Math.abs(count('snapshot') / hours - 12)).toBeLessThan(0.8);
    expect(Math.abs(count('recheck') / hours - 4)).toBeLessThan(0.3);
  });

  it('two snapshots are never two mean intervals apart: an honest session always has one', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { checks } = planChecks(seed, ruleFor(7200));
        const times = checks.filter((one) => one.kind === 'snapshot').map((c) => c.afterSeconds);
        const gaps = times.map((at, i) => at - (times[i - 1] ?? 0));
        expect(Math.max(...gaps)).toBeLessThan(2 * HANDBOOK_POLICY.snapshotEverySeconds);
      }),
    );
  });

  it('even a lesson of a minute has a snapshot', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [first] = planChecks(seed, ruleFor(60)).checks;
        expect(first?.kind).toBe('snapshot');
        expect(first?.afterSeconds).toBeLessThan(60);
      }),
    );
  });

  it('a longer horizon keeps the beginning, so that long sessions are only continued', () => {
    const seed = 'b'.repeat(64);
    const short = planChecks(seed, ruleFor(3600)).checks;
    expect(planChecks(seed, ruleFor(7200)).checks.slice(0, short.length)).toEqual(short);
  });

  it('the commitment binds seed and rule: another number of the rule is another commitment', () => {
    const rule = ruleFor(3600);
    const commitment = commitTo('c'.repeat(64), rule);
    expect(commitTo('d'.repeat(64), rule)).not.toBe(commitment);
    for (const [field, value] of Object.entries(rule)) {
      const changed = { ...rule, [field]: typeof value === 'number' ? value + 1 : `${value}x` };
      expect(commitTo('c'.repeat(64), changed)).not.toBe(commitment);
    }
  });
});

describe('starting anew draws no quieter schedule', () => {
  const every = HANDBOOK_POLICY.snapshotEverySeconds;
  const done = (change: Partial<DoneCheck>): DoneCheck => ({
    ...{ kind: 'snapshot', afterSeconds: 50, dueAt: 0, duePlayedSeconds: 55, closedAt: 0 },
    ...{ closedPlayedSeconds: 60, closedAs: 'taken', late: false },
    ...change,
  });
  const carried = { owedSeconds: 0, everySeconds: every };

  it.each([
    ['nothing was checked', [], 100, 100],
    ['the last check was answered', [done({})], 200, 140],
    ['the last check was left open', [done({ closedAs: 'left' })], 60, every],
    ['the page fell silent with a check open', [done({ closedAs: 'silent' })], 60, every],
    ['the last seconds were never asked about', [done({ closedAs: 'unasked' })], 60, every],
    [
      'an earlier check was left, the last answered',
      [done({ closedAs: 'left' }), done({})],
      90,
      30,
    ],
  ] as const)('when %s', (_, checks, played, owed) => {
    expect(owedAfter(checks, played, carried)).toBe(owed);
  });

  it('what was owed before is owed on, up to one interval', () => {
    expect(owedAfter([], 50, { ...carried, owedSeconds: 100 })).toBe(150);
    expect(owedAfter([], 50, { ...carried, owedSeconds: every })).toBe(every);
  });

  it('the first snapshot comes the earlier, the more is owed', () => {
    expect([0, 100, 200, 300].map((owed) => ruleFor(3600, owed).firstWithinSeconds)).toEqual([
      300, 200, 100, 60,
    ]);
  });

  it('a hundred sessions of a minute are looked at as often as a hundred minutes in one', () => {
    let owed = 0;
    let seen = 0;
    for (let n = 0; n < 100; n++) {
      const rule = ruleFor(2700, owed);
      const { checks } = planChecks(sha256(`session ${n}`), rule);
      const met = checks.filter((check) => check.afterSeconds <= 60);
      seen += met.length;
      const last = met.at(-1);
      const log = last ? [done({ closedPlayedSeconds: last.afterSeconds })] : [];
      owed = owedAfter(log, 60, { owedSeconds: owed, everySeconds: every });
    }
    // One in five minutes would be 20.
    expect(seen).toBeGreaterThanOrEqual(20);
  });
});
