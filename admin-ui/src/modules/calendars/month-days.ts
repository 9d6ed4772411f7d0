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
