/** Milliseconds since 1970, UTC. Always an argument: the engine has no clock. */
export type Instant = number;

/** A date in Asia/Shanghai, 'YYYY-MM-DD'. Days are texts and never `Date`. */
export type Day = string;

export const DAY_MS = 86_400_000;

/**
 * Asia/Shanghai is UTC+8 for every instant this product measures. China's summer time (1986–1991)
 * concerns birthdays alone, and those are days from the start, never instants.
 */
const SHANGHAI_MS = 8 * 3_600_000;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const two = (n: number): string => String(n).padStart(2, '0');

type Parts = { readonly year: number; readonly month: number; readonly date: number };

/** Year, month (1–12) and date of a day. Throws on a text that is no day: that is a fault. */
export function partsOf(day: Day): Parts {
  const match = SHAPE.exec(day);
  if (match === null) throw new RangeError(`not a day: ${day}`);
  return { year: Number(match[1]), month: Number(match[2]), date: Number(match[3]) };
}

/** How many days the month (1–12) has. */
export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Is the text a day that exists? 30 February does not. */
export function isDay(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const { year, month, date } = partsOf(text);
  return year > 0 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

/** The day of year, month and date; a date past the month's end becomes the month's end. */
export const dayFrom = (year: number, month: number, date: number): Day =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(Math.min(date, daysInMonth(year, month)))}`;

/** The day in Shanghai on which the instant falls, whatever the process's time zone. */
export const dayOf = (at: Instant): Day => new Date(at + SHANGHAI_MS).toISOString().slice(0, 10);

function ordinal(day: Day): number {
  const { year, month, date } = partsOf(day);
  return Date.UTC(year, month - 1, date) / DAY_MS;
}

/** The instant the day begins in Shanghai, 00:00. */
export const startOfDay = (day: Day): Instant => ordinal(day) * DAY_MS - SHANGHAI_MS;

/** The instant the day ends in Shanghai: 24:00, which is the next day's 00:00. */
export const endOfDay = (day: Day): Instant => startOfDay(day) + DAY_MS;

/** The day n days later (earlier when negative). */
export const addDays = (day: Day, n: number): Day =>
  new Date((ordinal(day) + n) * DAY_MS).toISOString().slice(0, 10);

/** The day n months later; 31 January plus one month is the end of February. */
export function addMonths(day: Day, n: number): Day {
  const { year, month, date } = partsOf(day);
  const months = year * 12 + (month - 1) + n;
  return dayFrom(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, date);
}

/** How many days from one day to another; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => ordinal(to) - ordinal(from);

/** An instant in Chinese words, by the clock of Shanghai; a midnight is 24:00 of the day that ends. */
export function momentWords(at: Instant): string {
  const isEnd = startOfDay(dayOf(at)) === at;
  const { month, date } = partsOf(isEnd ? addDays(dayOf(at), -1) : dayOf(at));
  const clock = isEnd ? '24:00' : new Date(at + SHANGHAI_MS).toISOString().slice(11, 16);
  return `${month} 月 ${date} 日 ${clock}`;
}

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: Day): number => (((ordinal(day) + 4) % 7) + 7) % 7;

/** Saturday or Sunday. */
export const isWeekend = (day: Day): boolean => weekdayOf(day) % 6 === 0;
