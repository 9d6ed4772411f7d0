import { addDays, daysBetween, type Day } from '../calendar/day.ts';
import type { Policy, ReminderRule } from '../policy/policy.ts';

/** What a reminder can be about; the order in which a day's reminders are sent. */
export const REMINDER_KINDS = ['appeal', 'relearn', 'yearEnd', 'expiry'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** Everybody whose deadline of one kind is one day, reminded so many days ahead. */
export type ReminderWalk = {
  readonly kind: ReminderKind;
  /** The last day on which the person can still act. */
  readonly lastDay: Day;
  readonly leadDays: number;
};

/** Product's choice, no source: policies stored before there were reminders use it too. */
export const DEFAULT_REMINDERS: ReminderRule = {
  yearEnd: [30, 7],
  relearn: [14, 3],
  appeal: [1],
  expiry: [90, 30],
};

export const remindersOf = (policy: Pick<Policy, 'reminders'>): ReminderRule =>
  policy.reminders ?? DEFAULT_REMINDERS;

/**
 * Is a day so far ahead covered by this lead? Up to the next smaller one: whoever was not reached in
 * time (a worker that was away) is reminded once, by the reminder that fits the days left.
 */
function covers(leads: readonly number[], lead: number, daysLeft: number): boolean {
  const smaller = leads.filter((one) => one < lead);
  return leads.includes(lead) && daysLeft > Math.max(0, ...smaller) && daysLeft <= lead;
}

/** Does the policy remind of this walk's deadline today? */
export const remindsOf = (rule: ReminderRule, walk: ReminderWalk, today: Day): boolean =>
  covers(rule[walk.kind], walk.leadDays, daysBetween(today, walk.lastDay));

/** Every walk that some of these rules asks for today. */
export function walksOf(rules: readonly ReminderRule[], today: Day): ReminderWalk[] {
  const walks: ReminderWalk[] = [];
  for (const kind of REMINDER_KINDS) {
    const leads = new Set(rules.flatMap((rule) => rule[kind]));
    for (const leadDays of leads) {
      for (let left = 1; left <= leadDays; left++) {
        const walk = { kind, leadDays, lastDay: addDays(today, left) };
        if (rules.some((rule) => remindsOf(rule, walk, today))) walks.push(walk);
      }
    }
  }
  return walks;
}
