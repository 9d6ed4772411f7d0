import { addDays, dayOf, endOfDay, startOfDay, type Day, type Instant } from './day.ts';
import { runUntil, stoodMs, stoodThrough, type Standstill } from './standstill.ts';
import {
  addWorkingDays,
  isProvisional,
  isWorkingDay,
  remainingWorkingDays,
  type WorkCalendar,
} from './work-calendar.ts';

/** The policy's part of the audit clock. Handbook §1: 审核时间大约需要 3 到 5 个工作日. */
export type AuditClockRule = {
  readonly dueWorkingDays: number;
  readonly overdueWorkingDays: number;
  /** A policy for trying things out: a working day is a plain duration and no calendar is asked. */
  readonly workingDayMs: number | null;
  /** For how many working days people may stop one audit's clock, all pauses together. */
  readonly pauseAtMostWorkingDays?: number;
};

/** Not in the handbook: twice the longest audit, for policies that say nothing about pauses. */
const PAUSE_AT_MOST_WORKING_DAYS = 10;

export type AuditDeadlines = {
  /** 24:00 Shanghai of the due day: from then on the audit is due. */
  readonly dueAt: Instant;
  /** 24:00 Shanghai of the overdue day: from then on it is overdue and escalates. */
  readonly overdueAt: Instant;
  /** Null where a working day is a plain duration. */
  readonly dueOn: Day | null;
  readonly overdueOn: Day | null;
  readonly calendarVersion: number;
  /** A day in between is not published yet: show it as such, and let nothing happen because of it. */
  readonly dueProvisional: boolean;
  readonly overdueProvisional: boolean;
  /** Either of the two. */
  readonly provisional: boolean;
};

/** The n-th working day of the audit after a day: those that the clock stood through do not count. */
function countedDay(
  after: Day,
  n: number,
  calendar: WorkCalendar,
  standstills: readonly Standstill[],
): Day {
  let day = after;
  for (let left = n; left > 0;) {
    day = addWorkingDays(day, 1, calendar);
    if (!stoodThrough(day, standstills)) left--;
  }
  return day;
}

/**
 * When an audit opened at an instant is due and overdue. The start day is not counted, and each
 * deadline is the end of its working day. A working day that ended while the clock stood still is
 * not counted either; a plain duration is longer by the time it stood.
 */
export function auditDeadlines(
  openedAt: Instant,
  rule: AuditClockRule,
  calendar: WorkCalendar,
  standstills: readonly Standstill[] = [],
): AuditDeadlines {
  const { workingDayMs, dueWorkingDays, overdueWorkingDays } = rule;
  if (workingDayMs !== null) {
    return {
      dueAt: runUntil(openedAt, dueWorkingDays * workingDayMs, standstills),
      overdueAt: runUntil(openedAt, overdueWorkingDays * workingDayMs, standstills),
      dueOn: null,
      overdueOn: null,
      calendarVersion: calendar.version,
      dueProvisional: false,
      overdueProvisional: false,
      provisional: false,
    };
  }
  const dueOn = countedDay(dayOf(openedAt), dueWorkingDays, calendar, standstills);
  const overdueOn = countedDay(dayOf(openedAt), overdueWorkingDays, calendar, standstills);
  const dueProvisional = isProvisional(dueOn, calendar);
  const overdueProvisional = isProvisional(overdueOn, calendar);
  return {
    dueAt: endOfDay(dueOn),
    overdueAt: endOfDay(overdueOn),
    dueOn,
    overdueOn,
    calendarVersion: calendar.version,
    dueProvisional,
    overdueProvisional,
    provisional: dueProvisional || overdueProvisional,
  };
}

/** One working day of the audit clock, as the waiting page draws it. */
export type AuditBead = {
  /** 1 is the first working day after the submission. */
  readonly n: number;
  readonly day: Day | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly status: 'past' | 'current' | 'ahead';
  readonly deadline: 'due' | 'overdue' | null;
  /** Days off since the bead before, collapsed by name; a plain weekend has the name ''. */
  readonly daysOff: readonly { readonly name: string; readonly days: number }[];
  /** Working days since the bead before that did not count, because the clock stood still. */
  readonly pausedDays: number;
};

function daysOffBetween(after: Day, before: Day, calendar: WorkCalendar): AuditBead['daysOff'] {
  const runs: { name: string; days: number }[] = [];
  for (let day = addDays(after, 1); day < before; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) continue;
    const name = calendar.holidays[day] ?? '';
    const last = runs.at(-1);
    if (last !== undefined && last.name === name) last.days++;
    else runs.push({ name, days: 1 });
  }
  return runs;
}

function workingDaysWithin(after: Day, before: Day, calendar: WorkCalendar): number {
  let count = 0;
  for (let day = addDays(after, 1); day < before; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) count++;
  }
  return count;
}

type Span = Pick<AuditBead, 'day' | 'startsAt' | 'endsAt' | 'daysOff' | 'pausedDays'>;

function spanByCalendar(
  before: Day,
  calendar: WorkCalendar,
  standstills: readonly Standstill[],
): Span & { readonly day: Day } {
  const day = countedDay(before, 1, calendar, standstills);
  return {
    ...{ day, startsAt: startOfDay(day), endsAt: endOfDay(day) },
    daysOff: daysOffBetween(before, day, calendar),
    pausedDays: workingDaysWithin(before, day, calendar),
  };
}

function spanOfDuration(
  openedAt: Instant,
  n: number,
  dayMs: number,
  standstills: readonly Standstill[],
): Span {
  const startsAt = runUntil(openedAt, (n - 1) * dayMs, standstills);
  const endsAt = runUntil(openedAt, n * dayMs, standstills);
  const pausedDays = Math.round(stoodMs(startsAt, endsAt, standstills) / dayMs);
  return { day: null, startsAt, endsAt, daysOff: [], pausedDays };
}

/** The working days of an audit up to the one on which it becomes overdue, seen at `now`. */
export function auditBeads(
  openedAt: Instant,
  now: Instant,
  rule: AuditClockRule,
  calendar: WorkCalendar,
  standstills: readonly Standstill[] = [],
): AuditBead[] {
  const beads: AuditBead[] = [];
  let before = dayOf(openedAt);
  for (let n = 1; n <= rule.overdueWorkingDays; n++) {
    const span =
      rule.workingDayMs === null
        ? spanByCalendar(before, calendar, standstills)
        : spanOfDuration(openedAt, n, rule.workingDayMs, standstills);
    const status = now >= span.endsAt ? 'past' : now >= span.startsAt ? 'current' : 'ahead';
    const deadline =
      n === rule.overdueWorkingDays ? 'overdue' : n === rule.dueWorkingDays ? 'due' : null;
    beads.push({ n, ...span, status, deadline });
    before = span.day ?? before;
  }
  return beads;
}

/** Working days left until a deadline of `auditDeadlines`; for plain durations they are counted up. */
export function workingDaysLeft(
  now: Instant,
  deadlineAt: Instant,
  rule: AuditClockRule,
  calendar: WorkCalendar,
): number {
  if (rule.workingDayMs !== null) {
    return Math.max(0, Math.ceil((deadlineAt - now) / rule.workingDayMs));
  }
  return now >= deadlineAt ? 0 : remainingWorkingDays(now, dayOf(deadlineAt - 1), calendar);
}

/**
 * Working days an audit has left until it is overdue. The day of the submission is not one of them,
 * so on that day there are as many as the policy gives.
 */
export const auditDaysLeft = (
  now: Instant,
  overdueAt: Instant,
  rule: AuditClockRule,
  calendar: WorkCalendar,
): number => Math.min(rule.overdueWorkingDays, workingDaysLeft(now, overdueAt, rule, calendar));

/**
 * The end of the n-th working day after an instant (appeal windows); a plain duration where the
 * policy's working day is one.
 */
export function workingDeadline(
  from: Instant,
  workingDays: number,
  rule: Pick<AuditClockRule, 'workingDayMs'>,
  calendar: WorkCalendar,
): Instant {
  if (rule.workingDayMs !== null) return from + workingDays * rule.workingDayMs;
  return endOfDay(addWorkingDays(dayOf(from), workingDays, calendar));
}

/** Working days for which people have stopped an audit's clock; an appeal's standstill is not theirs. */
function pausedWorkingDays(
  standstills: readonly Standstill[],
  rule: AuditClockRule,
  calendar: WorkCalendar,
): number {
  const stops = standstills.filter(({ cause }) => cause !== 'appeal');
  const from = Math.min(...stops.map((stop) => stop.from));
  const to = Math.max(...stops.map((stop) => stop.to));
  if (stops.length === 0) return 0;
  if (rule.workingDayMs !== null) return stoodMs(from, to, stops) / rule.workingDayMs;
  let count = 0;
  for (let day = dayOf(from); day <= dayOf(to); day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar) && stoodThrough(day, stops)) count++;
  }
  return count;
}

/**
 * Until when at most an audit's clock may be stopped at an instant: what the policy's allowance has
 * left, in whole working days. The instant itself when nothing is left.
 */
export function pauseAtMostUntil(
  at: Instant,
  standstills: readonly Standstill[],
  rule: AuditClockRule,
  calendar: WorkCalendar,
): Instant {
  const allowance = rule.pauseAtMostWorkingDays ?? PAUSE_AT_MOST_WORKING_DAYS;
  const left = Math.floor(allowance - pausedWorkingDays(standstills, rule, calendar));
  return left < 1 ? at : workingDeadline(at, left, rule, calendar);
}

/** Calendar days after an instant, to the end of that day; scaled where a working day is a duration. */
export function dayDeadline(
  from: Instant,
  days: number,
  rule: Pick<AuditClockRule, 'workingDayMs'>,
): Instant {
  if (rule.workingDayMs !== null) return from + days * rule.workingDayMs;
  return endOfDay(addDays(dayOf(from), days));
}
