import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  calendarChanges,
  CALENDAR_2020_EXTENDED,
  CALENDAR_2020_FIRST,
  readPublishedDays,
  withPublishedYear,
  type PublishedDay,
} from '@xuzheng/engine';

const daysOf = ({ holidays, extraWorkdays }: typeof CALENDAR_2020_FIRST): PublishedDay[] => [
  ...Object.entries(holidays).map(([day, name]) => ({ day, kind: 'holiday', name }) as const),
  ...Object.entries(extraWorkdays).map(([day, name]) => ({ day, kind: 'workday', name }) as const),
];
const codes = (days: PublishedDay[], year = 2021) =>
  withPublishedYear(CALENDAR_2020_EXTENDED, year, days).problems.map(({ code }) => code);
const off = (day: string, name = '春节'): PublishedDay => ({ day, kind: 'holiday', name });

describe('a published year is read as it is printed', () => {
  it('days and ranges, in Chinese figures of a date or plain ones, with a heading', () => {
    const text =
      '\uFEFF日期,类型,名称\r\n2021年2月11日至2021-02-13,放假,春节\n2021/2/7\t上班\t春节调休\n\n';
    expect(readPublishedDays(text)).toEqual({
      problems: [],
      days: [
        ...['2021-02-11', '2021-02-12', '2021-02-13'].map((day) => off(day)),
        { day: '2021-02-07', kind: 'workday', name: '春节调休' },
      ],
    });
  });

  it('as JSON, by either of the names in use', () => {
    const text = JSON.stringify({
      year: 2021,
      days: [
        { name: '春节', date: '2021-02-11', isOffDay: true },
        { name: '春节', day: '2021-02-07', kind: 'workday' },
        { name: '春节', day: '2021-02-30', kind: 'holiday' },
      ],
    });
    expect(readPublishedDays(text)).toEqual({
      problems: [{ line: 3, code: 'noSuchDay' }],
      days: [off('2021-02-11'), { day: '2021-02-07', kind: 'workday', name: '春节' }],
    });
    expect(readPublishedDays('{').problems).toEqual([{ line: 0, code: 'unreadable' }]);
  });

  it('says which line it cannot read, and why', () => {
    const { problems } = readPublishedDays(
      '2021-02-30,放假,春节\n2021-02-11,节日,春节\n2021-02-12',
    );
    expect(problems).toEqual([
      { line: 1, code: 'noSuchDay' },
      { line: 2, code: 'unknownKind' },
      { line: 3, code: 'unreadable' },
    ]);
  });
});

describe('a published year becomes the next version', () => {
  it('the extension of 27 January 2020 replaces the year and moves what is counted by it', () => {
    const { calendar, problems } = withPublishedYear(
      CALENDAR_2020_FIRST,
      2020,
      daysOf(CALENDAR_2020_EXTENDED),
    );
    expect(problems).toEqual([]);
    expect(calendar.version).toBe(CALENDAR_2020_FIRST.version + 1);
    expect(calendar.holidays).toEqual(CALENDAR_2020_EXTENDED.holidays);
    expect(addWorkingDays('2020-01-22', 5, calendar)).toBe('2020-02-06');
    const changed = calendarChanges(CALENDAR_2020_FIRST, calendar);
    expect(changed).toContainEqual({
      ...{ day: '2020-01-31', was: 'working', becomes: 'holiday', name: '春节' },
    });
  });

  it('keeps the other years and is published to the end of the new one', () => {
    const { calendar } = withPublishedYear(CALENDAR_2020_EXTENDED, 2021, [
      ...[off('2021-02-11'), off('2020-12-31', '元旦')],
    ]);
    expect(calendar.publishedThrough).toBe('2021-12-31');
    expect(calendar.holidays['2020-10-01']).toBe('国庆节');
    expect(calendar.holidays['2020-12-31']).toBe('元旦');
  });

  it.each<[string, PublishedDay[], string]>([
    ['a day of another year', [off('2021-02-11'), off('2022-01-01')], 'otherYear'],
    ['a day twice', [off('2021-02-11'), off('2021-02-11')], 'twice'],
    ['a holiday without a name', [off('2021-02-11', ' ')], 'nameMissing'],
    ['a day that does not exist', [off('2021-02-11'), off('2021-02-29')], 'noSuchDay'],
    ['nothing', [], 'empty'],
    [
      'an extra working day in the week',
      [off('2021-02-11'), { day: '2021-02-08', kind: 'workday', name: '' }],
      'notAWeekend',
    ],
  ])('%s is refused', (_, days, code) => {
    expect(codes(days)).toEqual([code]);
  });

  it('a year is not skipped: what lies between would silently be plain working days', () => {
    expect(codes([off('2022-02-01')], 2022)).toEqual(['yearBetweenMissing']);
  });
});
