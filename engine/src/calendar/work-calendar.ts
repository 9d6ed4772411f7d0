import { addDays, isWeekend, type Day, type Instant, dayOf } from './day.ts';

/**
 * Holidays and extra working days (调休) as published by the State Council, as one version. A later
 * announcement makes a new version; a decision names the version it used.
 */
export type WorkCalendar = {
  readonly version: number;
  /** The last day the state has published. What lies after it is a guess, and marked provisional. */
  readonly publishedThrough: Day;
  readonly holidays: Readonly<Record<Day, string>>;
  readonly extraWorkdays: Readonly<Record<Day, string>>;
};

/** A working day: published extra workdays count, published holidays and other weekends do not. */
export function isWorkingDay(day: Day, calendar: WorkCalendar): boolean {
  if (Object.hasOwn(calendar.extraWorkdays, day)) return true;
  if (Object.hasOwn(calendar.holidays, day)) return false;
  return !isWeekend(day);
}

/** Is the day one the state has not published yet? */
export const isProvisional = (day: Day, calendar: WorkCalendar): boolean =>
  day > calendar.publishedThrough;

/** The n-th working day after the start. The start day itself is not counted. */
export function addWorkingDays(start: Day, n: number, calendar: WorkCalendar): Day {
  let day = start;
  for (let left = n; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left--;
  }
  return day;
}

/** How many working days lie after `from`, up to and including `to`. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkCalendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) count++;
  }
  return count;
}

/**
 * Working days a person still has until the last moment of `until`: today counts while it is a
 * working day, because the deadline is the day's end.
 */
export function remainingWorkingDays(now: Instant, until: Day, calendar: WorkCalendar): number {
  const today = dayOf(now);
  const rest = workingDaysBetween(today, until, calendar);
  return today <= until && isWorkingDay(today, calendar) ? rest + 1 : rest;
}
