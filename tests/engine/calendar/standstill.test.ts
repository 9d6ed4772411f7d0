import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  auditBeads,
  auditDeadlines,
  CALENDAR_CN,
  DAY_MS,
  DEMO_POLICY,
  HANDBOOK_POLICY,
  momentWords,
  pauseAtMostUntil,
  stoodMs,
  workingDaysLeft,
  type Standstill,
} from '@xuzheng/engine';

const rule = HANDBOOK_POLICY.audit;
const shanghai = (text: string): number => Date.parse(`${text}+08:00`);
const stop = (
  from: string,
  to: string,
  cause: Standstill['cause'] = 'evidenceAsked',
): Standstill => ({ cause, from: shanghai(from), to: shanghai(to) });

describe('working days that end while the clock stands still are not counted', () => {
  /** A Wednesday before the holidays; Sunday the 27th is a working day, and the audit is due on it. */
  const opened = shanghai('2020-09-23T10:00');
  const dueOn = (...stops: Standstill[]) => auditDeadlines(opened, rule, CALENDAR_CN, stops).dueOn;

  it.each<[string, Standstill, string]>([
    ['no whole day', stop('2020-09-24T09:00', '2020-09-24T18:00'), '2020-09-27'],
    ['over one midnight', stop('2020-09-24T09:00', '2020-09-25T09:00'), '2020-09-28'],
    ['until the end of a day', stop('2020-09-24T09:00', '2020-09-25T00:00'), '2020-09-28'],
    ['from the end of a day', stop('2020-09-25T00:00', '2020-09-25T18:00'), '2020-09-27'],
    ['over a free Saturday alone', stop('2020-09-26T09:00', '2020-09-27T09:00'), '2020-09-27'],
    ['on the day of the submission', stop('2020-09-23T11:00', '2020-09-24T09:00'), '2020-09-27'],
    ['over the holidays', stop('2020-09-25T09:00', '2020-10-09T09:00'), '2020-10-10'],
  ])('%s', (_, pause, day) => {
    expect(dueOn(pause)).toBe(day);
  });

  it('two causes at the same time stop the clock once', () => {
    const one = stop('2020-09-24T09:00', '2020-09-25T09:00');
    expect(dueOn(one, stop('2020-09-24T10:00', '2020-09-25T08:00', 'appeal'))).toBe('2020-09-28');
  });

  it('as many working days are left when the clock goes on as when it stopped', () => {
    const within = fc.integer({ min: 0, max: 12 * 24 });
    fc.assert(
      fc.property(within, within, (start, hours) => {
        const from = opened + start * 3_600_000;
        const before = auditDeadlines(opened, rule, CALENDAR_CN).overdueAt;
        fc.pre(from < before && from >= shanghai('2020-09-24T00:00'));
        const to = from + hours * 3_600_000;
        const pause = { cause: 'systemFault', from, to } as const;
        const after = auditDeadlines(opened, rule, CALENDAR_CN, [pause]).overdueAt;
        expect(after).toBeGreaterThanOrEqual(before);
        expect(workingDaysLeft(to, after, rule, CALENDAR_CN)).toBe(
          workingDaysLeft(from, before, rule, CALENDAR_CN),
        );
      }),
    );
  });

  it('the beads say how many working days the clock stood through', () => {
    const pause = stop('2020-09-24T09:00', '2020-09-28T09:00');
    const beads = auditBeads(opened, shanghai('2020-09-28T10:00'), rule, CALENDAR_CN, [pause]);
    expect(beads.map(({ day, pausedDays }) => [day, pausedDays])).toEqual([
      ...[['2020-09-28', 3] as const, ['2020-09-29', 0] as const, ['2020-09-30', 0] as const],
      ...[['2020-10-09', 0] as const, ['2020-10-10', 0] as const],
    ]);
    expect(beads[0]?.daysOff).toEqual([{ name: '', days: 1 }]);
  });
});

describe('a working day that is a plain duration', () => {
  const { audit } = DEMO_POLICY;

  it('is longer by the time the clock stood, unless it was over before', () => {
    const stops: Standstill[] = [
      { cause: 'appeal', from: 10_000, to: 40_000 },
      { cause: 'systemFault', from: 30_000, to: 50_000 },
      { cause: 'systemFault', from: 110_000, to: 120_000 },
    ];
    const { dueAt, overdueAt } = auditDeadlines(0, audit, CALENDAR_CN, stops);
    expect([dueAt, overdueAt]).toEqual([100_000, 150_000]);
    expect(stoodMs(0, 1_000_000, stops)).toBe(50_000);
    const beads = auditBeads(0, 60_000, audit, CALENDAR_CN, stops);
    expect(beads.map((bead) => bead.pausedDays)).toEqual([2, 0, 0, 1, 0]);
  });
});

describe('a pause has a maximum', () => {
  it('ten working days of one audit, all pauses together, an appeal not among them', () => {
    const at = shanghai('2020-10-12T10:00');
    const appeal = stop('2020-09-01T10:00', '2020-10-01T10:00', 'appeal');
    expect(pauseAtMostUntil(at, [appeal], rule, CALENDAR_CN)).toBe(shanghai('2020-10-27T00:00'));
    const used = stop('2020-09-28T10:00', '2020-10-10T10:00');
    expect(pauseAtMostUntil(at, [used], rule, CALENDAR_CN)).toBe(shanghai('2020-10-21T00:00'));
  });

  it('and when they are used up, it is over', () => {
    const at = shanghai('2020-10-12T10:00');
    const used = stop('2020-09-14T10:00', '2020-10-10T10:00');
    expect(pauseAtMostUntil(at, [used], rule, CALENDAR_CN)).toBe(at);
    const old = { ...DEMO_POLICY.audit };
    const long = { cause: 'systemFault', from: 0, to: 10 * 20_000 } as const;
    expect(pauseAtMostUntil(DAY_MS, [long], old, CALENDAR_CN)).toBe(DAY_MS);
  });
});

describe('an instant in words', () => {
  it('is by the clock of Shanghai, and a midnight belongs to the day that ends', () => {
    expect(momentWords(shanghai('2026-12-04T00:00'))).toBe('12 月 3 日 24:00');
    expect(momentWords(shanghai('2026-12-31T23:59:50'))).toBe('12 月 31 日 23:59');
  });
});
