import { describe, expect, it } from 'vitest';
import {
  CHECK_PLAN_VERSION,
  checkRuleOf,
  HANDBOOK_POLICY,
  planChecks,
  verifyChecks,
  type CheckProof,
  type DoneCheck,
} from '@xuzheng/engine';

const SEED = '5'.repeat(64);
const PLAYED = 1800;
const rule = checkRuleOf(HANDBOOK_POLICY, 2700);
const { commitment, checks } = planChecks(SEED, rule);
const START = Date.UTC(2026, 2, 2, 2);

const doneOf = (check: (typeof checks)[number]): DoneCheck => ({
  ...check,
  dueAt: START + (check.afterSeconds + 5) * 1000,
  duePlayedSeconds: check.afterSeconds + 5,
  closedAt: START + (check.afterSeconds + 8) * 1000,
  closedPlayedSeconds: check.afterSeconds + 5,
  closedAs: check.kind === 'snapshot' ? 'taken' : 'answered',
  late: false,
});

const PROOF: CheckProof = {
  method: CHECK_PLAN_VERSION,
  commitment,
  seed: SEED,
  rule,
  startedAt: START,
  endedAt: START + 2000 * 1000,
  playedSeconds: PLAYED,
  planned: checks,
  done: checks.filter((check) => check.afterSeconds + 5 <= PLAYED).map(doneOf),
};
const { done } = PROOF;
const with2 = (change: Partial<DoneCheck>): DoneCheck[] =>
  done.map((check, i) => (i === 2 ? { ...check, ...change } : check));

const failing = (proof: CheckProof, noted?: string): string[] =>
  verifyChecks(proof, noted)
    .filter((step) => !step.holds)
    .map((step) => step.name);

describe('a session proved without the database', () => {
  it('an honest one holds in every step, each said in a sentence of both languages', () => {
    expect(done.length).toBeGreaterThan(5);
    const steps = verifyChecks(PROOF, commitment);
    expect(steps.map((step) => step.holds)).toEqual(Array(8).fill(true));
    for (const step of steps) {
      expect(step.zh).toMatch(/。$/);
      expect(step.en).toMatch(/\.$/);
    }
  });

  it.each([
    ['another seed', { seed: '6'.repeat(64) }, 'commitment'],
    ['another commitment', { commitment: 'a'.repeat(64) }, 'commitment'],
    ['a quieter rule', { rule: { ...rule, snapshotEverySeconds: 600 } }, 'commitment'],
    ['another policy version', { rule: { ...rule, policyVersion: 2 } }, 'commitment'],
    ['another lesson length', { rule: { ...rule, horizonSeconds: 1500 } }, 'commitment'],
    ['a plan with one check less', { planned: checks.slice(1) }, 'schedule'],
    ['a check at another second', { done: with2({ afterSeconds: 777 }) }, 'order'],
    [
      'a check of another kind',
      { done: with2({ kind: done[2]!.kind === 'recheck' ? 'snapshot' : 'recheck' }) },
      'order',
    ],
    ['a check asked for early', { done: with2({ duePlayedSeconds: 1 }) }, 'times'],
    ['a check asked for late', { done: with2({ duePlayedSeconds: 1700 }) }, 'times'],
    ['a check left out amid', { done: done.filter((_, i) => i !== 2) }, 'order'],
    ['the last check left out', { done: done.slice(0, -1) }, 'complete'],
    ['an extra check', { done: [...done.slice(0, 2), done[1]!, ...done.slice(2)] }, 'order'],
    ['instants out of order', { done: with2({ dueAt: START }) }, 'instants'],
    ['an instant after the end', { endedAt: START + 60_000 }, 'instants'],
    [
      'another pace under the name of a shipped policy',
      { rule: { ...rule, slackSeconds: 9000 } },
      'policy',
    ],
    ['an unknown method', { method: 'check-plan-1' }, 'method'],
  ] as const)('catches %s', (_, change, step) => {
    const found = failing({ ...PROOF, ...change });
    expect(found).toContain(step);
    const wrong = verifyChecks({ ...PROOF, ...change }).filter((one) => !one.holds);
    for (const one of wrong) expect(one.zh.length * one.en.length).toBeGreaterThan(0);
  });

  it('a file made up as a whole fits itself; the commitment noted at the start shows it', () => {
    const forged = planChecks('7'.repeat(64), rule);
    const made: CheckProof = {
      ...PROOF,
      seed: '7'.repeat(64),
      commitment: forged.commitment,
      planned: forged.checks,
      done: forged.checks.filter((check) => check.afterSeconds + 5 <= PLAYED).map(doneOf),
    };
    expect(failing(made)).toEqual([]);
    expect(failing(made, commitment)).toEqual(['commitment']);
  });

  it('a check that waited for the one before it is still at its time', () => {
    const [first, second] = done;
    const waited = [
      { ...first!, closedPlayedSeconds: second!.afterSeconds + 300 },
      { ...second!, duePlayedSeconds: second!.afterSeconds + 310 },
    ];
    const closed = { ...waited[1]!, closedPlayedSeconds: second!.afterSeconds + 310 };
    const names = failing({ ...PROOF, done: [waited[0]!, closed] });
    expect(names).not.toContain('times');
  });
});
