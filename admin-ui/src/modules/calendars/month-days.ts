import { dayFrom, daysInMonth, isWeekend, weekdayOf } from '@xuzheng/engine';
import type { Answer } from '../../app/client.ts';

export type Calendar = Answer<'/api/calendars', 'get'>['items'][number];
export type DayKind = 'working' | 'weekend' | 'holiday' | 'extra';
export type MonthDay = {
  readonly day: string;
  readonly date: number;
  readonly kind: DayKind;
  readonly name: string;
};

const kindOf = (day: string, calendar: Calendar): DayKind => {
  if (calendar.extraWorkdays[day] !== undefined) return 'extra';
  if (calendar.holidays[day] !== undefined) return 'holiday';
  return isWeekend(day) ? 'weekend' : 'working';
};

/** The days of a month with what they are, and how many cells stand empty before a Monday start. */
export const monthOf = (year: number, month: number, calendar: Calendar) => {
  const days: MonthDay[] = Array.from({ length: daysInMonth(year, month) }, (_, n) => {
    const day = dayFrom(year, month, n + 1);
    const name = calendar.extraWorkdays[day] ?? calendar.holidays[day] ?? '';
    return { day, date: n + 1, kind: kindOf(day, calendar), name };
  });
  return { month, days, blanks: (weekdayOf(dayFrom(year, month, 1)) + 6) % 7 };
};
