import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  endOfDay,
  isDay,
  isInStudyYear,
  startOfDay,
  studyYear,
  studyYearAt,
  studyYearOf,
  weekdayOf,
} from '@xuzheng/engine';

const days = fc
  .date({ min: new Date('1992-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('days are dates in Asia/Shanghai', () => {
  it('a day begins at 16:00 UTC of the day before', () => {
    expect(dayOf(Date.parse('2026-12-31T15:59:59.999Z'))).toBe('2026-12-31');
    expect(dayOf(Date.parse('2026-12-31T16:00:00.000Z'))).toBe('2027-01-01');
    expect(startOfDay('2027-01-01')).toBe(Date.parse('2026-12-31T16:00:00Z'));
    expect(endOfDay('2026-12-31')).toBe(startOfDay('2027-01-01'));
  });

  it('agrees with the system about Shanghai', () => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
    fc.assert(
      fc.property(fc.integer({ min: 7e11, max: 4e12 }), (at) => {
        expect(dayOf(at)).toBe(format.format(at));
      }),
    );
  });

  it.each(['UTC', 'America/New_York', 'Asia/Shanghai'])(
    'does not depend on the time zone of the process (%s)',
    (zone) => {
      const door = new URL('../../../engine/src/index.ts', import.meta.url);
      const script =
        `import { dayOf, startOfDay, addMonths } from ${JSON.stringify(door.href)};` +
        `console.log(dayOf(1798732800000), startOfDay('2026-12-31'), addMonths('2024-02-29', 12));`;
      const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      });
      expect(out.trim()).toBe('2027-01-01 1798646400000 2025-02-28');
    },
  );

  it('adds days and counts them back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        expect(dayOf(startOfDay(day))).toBe(day);
        expect(dayOf(endOfDay(day) - 1)).toBe(day);
      }),
    );
  });

  it('knows which days exist', () => {
    expect(['2024-02-29', '2000-02-29', '1949-12-31'].every(isDay)).toBe(true);
    expect(['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '24-01-01'].some(isDay)).toBe(
      false,
    );
    expect(weekdayOf('2026-11-23')).toBe(1);
  });

  it('falls to the end of a shorter month', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
    expect(addMonths('2024-11-30', 3)).toBe('2025-02-28');
  });
});

describe('study years are contiguous and disjoint', () => {
  it('by calendar: the year turns at midnight in Shanghai', () => {
    const rule = { kind: 'calendar' } as const;
    expect(studyYearAt(Date.parse('2026-12-31T23:59:59.999+08:00'), rule).year).toBe(2026);
    expect(studyYearAt(Date.parse('2027-01-01T00:00:00+08:00'), rule).year).toBe(2027);
  });

  it('by anniversary: 29 February falls to the month’s end', () => {
    const rule = { kind: 'anniversary', anchorOn: '2020-02-29' } as const;
    expect(studyYear(2021, rule)).toEqual({
      year: 2021,
      startsOn: '2021-02-28',
      endsOn: '2022-02-28',
    });
    expect(studyYear(2023, rule).endsOn).toBe('2024-02-29');
  });

  it('each day belongs to exactly one', () => {
    const rules = fc.oneof(
      fc.constant({ kind: 'calendar' } as const),
      days.map((anchorOn) => ({ kind: 'anniversary', anchorOn }) as const),
    );
    fc.assert(
      fc.property(days, rules, (day, rule) => {
        const year = studyYearOf(day, rule);
        expect(isInStudyYear(day, year)).toBe(true);
        expect(studyYear(year.year + 1, rule).startsOn).toBe(year.endsOn);
        expect(isInStudyYear(day, studyYear(year.year + 1, rule))).toBe(false);
        expect(isInStudyYear(day, studyYear(year.year - 1, rule))).toBe(false);
      }),
    );
  });
});
