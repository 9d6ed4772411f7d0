import { addDays, dayFrom, isDay, isWeekend, partsOf, type Day } from './day.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** One line of the State Council's table: a day off, or a weekend on which one works (调休). */
export type PublishedDay = {
  readonly day: Day;
  readonly kind: 'holiday' | 'workday';
  readonly name: string;
};

/** What is wrong with a line; `line` is 0 for the table as a whole. */
export type CalendarProblem = {
  readonly line: number;
  readonly code:
    | 'unreadable'
    | 'noSuchDay'
    | 'unknownKind'
    | 'twice'
    | 'otherYear'
    | 'nameMissing'
    | 'notAWeekend'
    | 'empty'
    | 'yearBetweenMissing';
};

export const CALENDAR_PROBLEM_WORDS = {
  unreadable: { zh: '读不懂这一行', en: 'This line cannot be read' },
  noSuchDay: { zh: '没有这一天', en: 'There is no such day' },
  unknownKind: { zh: '类型应为“放假”或“上班”', en: 'The kind is neither holiday nor workday' },
  twice: { zh: '同一天出现了两次', en: 'The same day stands there twice' },
  otherYear: { zh: '不属于所选年份', en: 'The day is not of that year' },
  nameMissing: { zh: '缺少节日名称', en: 'The holiday has no name' },
  notAWeekend: {
    zh: '调休上班日应为周六或周日',
    en: 'A working weekend is a Saturday or Sunday',
  },
  empty: { zh: '没有所选年份的日期', en: 'There is no day of that year' },
  yearBetweenMissing: {
    zh: '前一年的安排还没有公布，请先导入前一年',
    en: 'The year before is not published yet; import it first',
  },
} as const satisfies Record<CalendarProblem['code'], { zh: string; en: string }>;

const KINDS: Readonly<Record<string, PublishedDay['kind']>> = {
  ...{ 放假: 'holiday', 休: 'holiday', holiday: 'holiday' },
  ...{ 上班: 'workday', 班: 'workday', 调休上班: 'workday', workday: 'workday' },
};
const RANGE_AT_MOST = 31;

/** 2027-01-01, 2027/1/1, 2027.1.1 and 2027年1月1日; null when it is no day. */
function dayIn(text: string): Day | null {
  const match = /^(\d{4})\D(\d{1,2})\D(\d{1,2})日?$/.exec(text.trim());
  if (match === null) return null;
  const [, year = '', month = '', date = ''] = match;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

function daysIn(text: string): Day[] {
  const [first = '', last] = text.split(/[~～]|至/);
  const from = dayIn(first);
  const to = last === undefined ? from : dayIn(last);
  if (from === null || to === null) return [];
  const days: Day[] = [];
  for (let day = from; day <= to && days.length < RANGE_AT_MOST; day = addDays(day, 1)) {
    days.push(day);
  }
  return days;
}

type JsonDay = Readonly<Record<string, unknown>>;

const kindInJson = ({ kind, isOffDay }: JsonDay): PublishedDay['kind'] | undefined =>
  typeof isOffDay === 'boolean' ? (isOffDay ? 'holiday' : 'workday') : KINDS[String(kind)];

/** A list of days, or an object with one: {day or date, kind or isOffDay, name}. */
function readJson(text: string): Read {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    found = null;
  }
  const list = Array.isArray(found) ? found : (found as { days?: unknown } | null)?.days;
  if (!Array.isArray(list)) return { days: [], problems: [{ line: 0, code: 'unreadable' }] };
  const read: Read = { days: [], problems: [] };
  for (const [n, entry] of list.entries()) {
    const one = (entry ?? {}) as JsonDay;
    const day = dayIn(String(one['day'] ?? one['date'] ?? ''));
    const kind = kindInJson(one);
    if (day === null) read.problems.push({ line: n + 1, code: 'noSuchDay' });
    else if (kind === undefined) read.problems.push({ line: n + 1, code: 'unknownKind' });
    else read.days.push({ day, kind, name: String(one['name'] ?? '') });
  }
  return read;
}

type Read = { readonly days: PublishedDay[]; readonly problems: CalendarProblem[] };

/**
 * Reads a published year as CSV: one line a day or range of days (2027-02-15~2027-02-21), its kind
 * and its name, parted by comma, semicolon or tab. A line without any figure is a heading. A text that
 * begins with a bracket is JSON.
 */
export function readPublishedDays(text: string): Read {
  const table = text.replace(/^\uFEFF/, '');
  if (/^\s*[[{]/.test(table)) return readJson(table);
  const days: PublishedDay[] = [];
  const problems: CalendarProblem[] = [];
  for (const [n, line] of table.split(/\r?\n/).entries()) {
    if (!/\d/.test(line)) continue;
    const [when = '', kindText = '', name = ''] = line
      .split(/[,，;；\t]/)
      .map((cell) => cell.trim());
    const kind = KINDS[kindText];
    const found = daysIn(when);
    if (kindText === '') problems.push({ line: n + 1, code: 'unreadable' });
    else if (found.length === 0) problems.push({ line: n + 1, code: 'noSuchDay' });
    else if (kind === undefined) problems.push({ line: n + 1, code: 'unknownKind' });
    else days.push(...found.map((day) => ({ day, kind, name })));
  }
  return { days, problems };
}

/** A year's announcement may also name days of the December before it. */
const belongsTo = (day: Day, year: number): boolean =>
  day >= dayFrom(year - 1, 12, 1) && day <= dayFrom(year, 12, 31);

function problemsOf(
  calendar: WorkCalendar,
  year: number,
  days: readonly PublishedDay[],
): CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  const seen = new Set<Day>();
  for (const [n, { day, kind, name }] of days.entries()) {
    const add = (code: CalendarProblem['code']) => problems.push({ line: n + 1, code });
    if (!isDay(day)) add('noSuchDay');
    else if (!belongsTo(day, year)) add('otherYear');
    else if (seen.has(day)) add('twice');
    else if (kind === 'workday' && !isWeekend(day)) add('notAWeekend');
    else if (kind === 'holiday' && name.trim() === '') add('nameMissing');
    seen.add(day);
  }
  if (!days.some(({ day }) => isDay(day) && partsOf(day).year === year)) {
    problems.push({ line: 0, code: 'empty' });
  }
  if (calendar.publishedThrough < dayFrom(year - 1, 12, 31)) {
    problems.push({ line: 0, code: 'yearBetweenMissing' });
  }
  return problems;
}

/**
 * The next version of a calendar: the year as it is published now in place of what stood there, and
 * published to its end. An announcement that comes again for a published year replaces that year.
 */
export function withPublishedYear(
  calendar: WorkCalendar,
  year: number,
  days: readonly PublishedDay[],
): { readonly calendar: WorkCalendar; readonly problems: readonly CalendarProblem[] } {
  const problems = problemsOf(calendar, year, days);
  const named = new Set(days.map(({ day }) => day));
  const kept = (table: Readonly<Record<Day, string>>) =>
    Object.entries(table).filter(([day]) => partsOf(day).year !== year && !named.has(day));
  const of = (kind: PublishedDay['kind']) =>
    days.filter((one) => one.kind === kind).map(({ day, name }) => [day, name.trim()] as const);
  const table = (
    before: Readonly<Record<Day, string>>,
    kind: PublishedDay['kind'],
  ): Record<Day, string> =>
    Object.fromEntries([...kept(before), ...of(kind)].sort(([a], [b]) => (a < b ? -1 : 1)));
  const through = dayFrom(year, 12, 31);
  return {
    problems,
    calendar: {
      version: calendar.version + 1,
      publishedThrough: calendar.publishedThrough > through ? calendar.publishedThrough : through,
      holidays: table(calendar.holidays, 'holiday'),
      extraWorkdays: table(calendar.extraWorkdays, 'workday'),
    },
  };
}

export type DayKind = 'working' | 'weekend' | 'holiday' | 'extra';

/** What a day is by a calendar, as an eye looking for it on a wall would say. */
export function dayKind(
  day: Day,
  calendar: Pick<WorkCalendar, 'holidays' | 'extraWorkdays'>,
): DayKind {
  if (Object.hasOwn(calendar.extraWorkdays, day)) return 'extra';
  if (Object.hasOwn(calendar.holidays, day)) return 'holiday';
  return isWeekend(day) ? 'weekend' : 'working';
}

export type DayChange = {
  readonly day: Day;
  readonly was: DayKind;
  readonly becomes: DayKind;
  readonly name: string;
};

/** The days on which two calendars differ, in order. A new name alone is a change too. */
export function calendarChanges(before: WorkCalendar, after: WorkCalendar): DayChange[] {
  const nameIn = (calendar: WorkCalendar, day: Day): string =>
    calendar.extraWorkdays[day] ?? calendar.holidays[day] ?? '';
  const tables = [before, after].flatMap(({ holidays, extraWorkdays }) => [
    ...[holidays, extraWorkdays],
  ]);
  const days = [...new Set(tables.flatMap((table) => Object.keys(table)))].sort();
  return days
    .map((day) => ({
      ...{ day, was: dayKind(day, before), becomes: dayKind(day, after) },
      name: nameIn(after, day) || nameIn(before, day),
    }))
    .filter(
      ({ day, was, becomes }) => was !== becomes || nameIn(before, day) !== nameIn(after, day),
    );
}
