import { calendarNews, type KeptCalendar, type WorkCalendar } from '@xuzheng/engine';
import { describe, expect, test } from 'vitest';

const calendar = (part: Partial<WorkCalendar> = {}): WorkCalendar => ({
  ...{ version: 2, publishedThrough: '2026-12-31', extraWorkdays: {} },
  ...{ holidays: { '2026-10-01': '国庆节' }, ...part },
});
const kept = (part: Partial<KeptCalendar> = {}): KeptCalendar => ({
  ...calendar(),
  publishedHere: false,
  ...part,
});
const NEXT = calendar({
  publishedThrough: '2027-12-31',
  holidays: { '2026-10-01': '国庆节', '2027-01-01': '元旦' },
  extraWorkdays: { '2026-12-27': '元旦' },
});

describe('the calendar that comes with a release', () => {
  test('is taken where there is none, and only once', () => {
    expect(calendarNews(calendar(), [])).toEqual(calendar());
    expect(calendarNews(calendar({ version: 9 }), [kept()])).toBeNull();
  });

  test('with more years gets the next number, also when its own number is taken', () => {
    expect(calendarNews(NEXT, [kept()])).toEqual({ ...NEXT, version: 3 });
  });

  test('that corrects a shipped year takes its place', () => {
    const corrected = calendar({ holidays: { '2026-10-01': '国庆节', '2026-10-02': '国庆节' } });
    expect(calendarNews(corrected, [kept()])).toEqual({ ...corrected, version: 3 });
  });

  test('of an older release takes nothing away', () => {
    const first = kept({ version: 1, publishedThrough: '2025-12-31', holidays: {} });
    expect(calendarNews(first, [kept()])).toBeNull();
    expect(calendarNews(first, [kept(), first])).toBeNull();
  });

  test('leaves what an administrator published, and adds the years after it', () => {
    const holidays = { '2026-10-01': '国庆节', '2026-10-09': '国庆节延长' };
    const own = kept({ version: 3, publishedHere: true, holidays });
    expect(calendarNews(calendar({ version: 3 }), [own])).toBeNull();
    const news = calendarNews(NEXT, [own, kept()]);
    expect(news).toEqual({
      ...{ version: 4, publishedThrough: '2027-12-31' },
      holidays: { ...holidays, '2027-01-01': '元旦' },
      // A new year's announcement may make a day of the December before it a working day.
      extraWorkdays: { '2026-12-27': '元旦' },
    });
    const then = kept({ ...news, publishedHere: false });
    expect(calendarNews(NEXT, [then, own, kept()])).toBeNull();
  });
});
