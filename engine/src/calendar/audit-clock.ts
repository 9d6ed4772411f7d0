import { addDays, dayOf, endOfDay, startOfDay, type Day, type Instant } from './day.ts';
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
};

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

/**
 * When an audit opened at an instant is due and overdue. The start day is not counted, and each
 * deadline is the end of its working day.
 */
export function auditDeadlines(
  openedAt: Instant,
  rule: AuditClockRule,
  calendar: WorkCalendar,
): AuditDeadlines {
  if (rule.workingDayMs !== null) {
    return {
      dueAt: openedAt + rule.dueWorkingDays * rule.workingDayMs,
      overdueAt: openedAt + rule.overdueWorkingDays * rule.workingDayMs,
      dueOn: null,
      overdueOn: null,
      calendarVersion: calendar.version,
      dueProvisional: false,
      overdueProvisional: false,
      provisional: false,
    };
  }
  const dueOn = addWorkingDays(dayOf(openedAt), rule.dueWorkingDays, calendar);
  const overdueOn = addWorkingDays(dayOf(openedAt), rule.overdueWorkingDays, calendar);
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

/** The working days of an audit up to the one on which it becomes overdue, seen at `now`. */
export function auditBeads(
  openedAt: Instant,
  now: Instant,
  rule: AuditClockRule,
  calendar: WorkCalendar,
): AuditBead[] {
  const beads: AuditBead[] = [];
  let before = dayOf(openedAt);
  for (let n = 1; n <= rule.overdueWorkingDays; n++) {
    const day = rule.workingDayMs === null ? addWorkingDays(before, 1, calendar) : null;
    const startsAt = day === null ? openedAt + (n - 1) * (rule.workingDayMs ?? 0) : startOfDay(day);
    const endsAt = day === null ? openedAt + n * (rule.workingDayMs ?? 0) : endOfDay(day);
    const status = now >= endsAt ? 'past' : now >= startsAt ? 'current' : 'ahead';
    const deadline =
      n === rule.overdueWorkingDays ? 'overdue' : n === rule.dueWorkingDays ? 'due' : null;
    const daysOff = day === null ? [] : daysOffBetween(before, day, calendar);
    beads.push({ n, day, startsAt, endsAt, status, deadline, daysOff });
    before = day ?? before;
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

/** Calendar days after an instant, to the end of that day; scaled where a working day is a duration. */
export function dayDeadline(
  from: Instant,
  days: number,
  rule: Pick<AuditClockRule, 'workingDayMs'>,
): Instant {
  if (rule.workingDayMs !== null) return from + days * rule.workingDayMs;
  return endOfDay(addDays(dayOf(from), days));
}
