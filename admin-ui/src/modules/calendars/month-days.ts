import {
  dayFrom,
  dayKind,
  daysInMonth,
  partsOf,
  weekdayOf,
  type DayKind,
  type PublishedDay,
} from '@xuzheng/engine';
import type { Calendar } from './api.ts';

type Days = Pick<Calendar, 'holidays' | 'extraWorkdays'>;
export type MonthDay = {
  readonly day: string;
  readonly date: number;
  readonly kind: DayKind;
  readonly name: string;
};

/** The days of a month with what they are, and how many cells stand empty before a Monday start. */
export const monthOf = (year: number, month: number, calendar: Days) => {
  const days: MonthDay[] = Array.from({ length: daysInMonth(year, month) }, (_, n) => {
    const day = dayFrom(year, month, n + 1);
    const name = calendar.extraWorkdays[day] ?? calendar.holidays[day] ?? '';
    return { day, date: n + 1, kind: dayKind(day, calendar), name };
  });
  return { month, days, blanks: (weekdayOf(dayFrom(year, month, 1)) + 6) % 7 };
};

export type NamedSpan = Pick<MonthDay, 'day' | 'kind' | 'name'> & {
  readonly from: number;
  readonly until: number;
};

/** The named days of a month, those that follow one another under one name taken together. */
export const namedSpans = (days: readonly MonthDay[]): NamedSpan[] => {
  const spans: NamedSpan[] = [];
  for (const { day, date, kind, name } of days) {
    const last = spans.at(-1);
    if (name === '') continue;
    if (last?.until === date - 1 && last.name === name && last.kind === kind)
      spans[spans.length - 1] = { ...last, until: date };
    else spans.push({ day, kind, name, from: date, until: date });
  }
  return spans;
};

/** What a calendar publishes of a year, as a draft begins. */
export const daysOfYear = (calendar: Days, year: number): PublishedDay[] =>
  (
    [
      ['holiday', calendar.holidays],
      ['workday', calendar.extraWorkdays],
    ] as const
  )
    .flatMap(([kind, table]) =>
      Object.entries(table).map(([day, name]) => ({ day, kind, name }) as const),
    )
    .filter(({ day }) => partsOf(day).year === year)
    .sort((a, b) => (a.day < b.day ? -1 : 1));

/** The draft with one day changed; null makes it a plain day again. */
export const withDay = (
  days: readonly PublishedDay[],
  day: string,
  becomes: Omit<PublishedDay, 'day'> | null,
): PublishedDay[] =>
  [...days.filter((one) => one.day !== day), ...(becomes ? [{ day, ...becomes }] : [])].sort(
    (a, b) => (a.day < b.day ? -1 : 1),
  );
