import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitTo, HANDBOOK_POLICY, planChecks, sha256, verifyPlan } from '@xuzheng/engine';

const seeds = fc.stringMatching(/^[0-9a-f]{64}$/);

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
        const plan = planChecks(one, HANDBOOK_POLICY, 7200);
        expect(planChecks(one, HANDBOOK_POLICY, 7200)).toEqual(plan);
        expect(planChecks(other, HANDBOOK_POLICY, 7200).checks).not.toEqual(plan.checks);
      }),
    );
  });

  it('snapshots come every 5 minutes on average and a recheck every 15', () => {
    const seed = 'a'.repeat(64);
    const hours = 200;
    const { checks } = planChecks(seed, HANDBOOK_POLICY, hours * 3600);
    const count = (kind: string) => checks.filter((check) => check.kind === kind).length;
    expect(Math.abs(count('snapshot') / hours - 12)).toBeLessThan(0.5);
    expect(Math.abs(count('recheck') / hours - 4)).toBeLessThan(0.3);
  });

  it('even a lesson of a minute has a snapshot', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [first] = planChecks(seed, HANDBOOK_POLICY, 60).checks;
        expect(first?.kind).toBe('snapshot');
        expect(first?.afterSeconds).toBeLessThan(60);
      }),
    );
  });

  it('a longer horizon keeps the beginning, so that long sessions are only continued', () => {
    const seed = 'b'.repeat(64);
    const short = planChecks(seed, HANDBOOK_POLICY, 3600).checks;
    expect(planChecks(seed, HANDBOOK_POLICY, 7200).checks.slice(0, short.length)).toEqual(short);
  });

  it('a revealed seed proves the schedule; a changed check, time or seed does not', () => {
    const seed = 'c'.repeat(64);
    const commitment = commitTo(seed);
    const done = planChecks(seed, HANDBOOK_POLICY, 3600).checks;
    expect(verifyPlan({ seed, commitment }, HANDBOOK_POLICY, 3600, done)).toBe(true);
    expect(verifyPlan({ seed: 'd'.repeat(64), commitment }, HANDBOOK_POLICY, 3600, done)).toBe(
      false,
    );
    const moved = done.map((check, i) =>
      i === 2 ? { ...check, afterSeconds: check.afterSeconds + 1 } : check,
    );
    expect(verifyPlan({ seed, commitment }, HANDBOOK_POLICY, 3600, moved)).toBe(false);
  });
});
