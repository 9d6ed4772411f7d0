import { describe, expect, it } from 'vitest';
import {
  DEFAULT_REMINDERS,
  HANDBOOK_POLICY,
  remindersOf,
  remindsOf,
  walksOf,
} from '@xuzheng/engine';

const rule = { yearEnd: [30, 7], relearn: [], appeal: [1], expiry: [] };
const TODAY = '2026-12-01';
const days = (kind: string, lead: number): string[] =>
  walksOf([rule], TODAY)
    .filter((walk) => walk.kind === kind && walk.leadDays === lead)
    .map((walk) => walk.lastDay);

describe('reminders', () => {
  it('reach from their own lead down to the next smaller one, never to the day itself', () => {
    expect(days('yearEnd', 30)).toHaveLength(23);
    expect([days('yearEnd', 30)[0], days('yearEnd', 30).at(-1)]).toEqual([
      '2026-12-09',
      '2026-12-31',
    ]);
    expect([days('yearEnd', 7)[0], days('yearEnd', 7).at(-1)]).toEqual([
      '2026-12-02',
      '2026-12-08',
    ]);
    expect(days('appeal', 1)).toEqual(['2026-12-02']);
  });

  it('a policy is asked by its own leads, though another one asks for more', () => {
    const walk = { kind: 'appeal', lastDay: '2026-12-02', leadDays: 1 } as const;
    expect(remindsOf(rule, walk, TODAY)).toBe(true);
    expect(remindsOf({ ...rule, appeal: [2] }, walk, TODAY)).toBe(false);
    expect(remindsOf(rule, walk, '2026-12-02')).toBe(false);
  });

  it('a policy stored before there were reminders uses the default', () => {
    expect(remindersOf(HANDBOOK_POLICY)).toEqual(DEFAULT_REMINDERS);
  });
});
