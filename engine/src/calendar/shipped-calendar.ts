import { addDays, dayFrom, partsOf, type Day } from './day.ts';
import { calendarChanges } from './published-year.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** A version that is kept, and whether an administrator of the installation published it. */
export type KeptCalendar = WorkCalendar & { readonly publishedHere: boolean };

const sameDays = (one: WorkCalendar, other: WorkCalendar): boolean =>
  one.publishedThrough === other.publishedThrough && calendarChanges(one, other).length === 0;

/**
 * What an administrator published stands up to its end; the years after it come from the release. A
 * year's announcement may also name days of the December before it: those that nobody named are taken.
 */
function continued(newest: WorkCalendar, shipped: WorkCalendar): WorkCalendar {
  const { publishedThrough: end } = newest;
  const december = dayFrom(partsOf(addDays(end, 1)).year - 1, 12, 1);
  const isNamed = (day: Day): boolean =>
    Object.hasOwn(newest.holidays, day) || Object.hasOwn(newest.extraWorkdays, day);
  const rest = (table: Readonly<Record<Day, string>>) =>
    Object.entries(table).filter(([day]) => day > end || (day >= december && !isNamed(day)));
  return {
    version: newest.version + 1,
    publishedThrough: shipped.publishedThrough,
    holidays: { ...newest.holidays, ...Object.fromEntries(rest(shipped.holidays)) },
    extraWorkdays: { ...newest.extraWorkdays, ...Object.fromEntries(rest(shipped.extraWorkdays)) },
  };
}

/**
 * The version that a release's calendar adds to those kept, newest first, or null when it has nothing
 * new. Numbers do not decide: the release's and an administrator's may be the same. What was kept once
 * does not come back, so an older release takes nothing away.
 */
export function calendarNews(
  shipped: WorkCalendar,
  kept: readonly KeptCalendar[],
): WorkCalendar | null {
  const [newest] = kept;
  if (newest === undefined) return shipped;
  if (kept.some((one) => sameDays(one, shipped))) return null;
  if (kept.some((one) => one.publishedHere)) {
    return shipped.publishedThrough > newest.publishedThrough ? continued(newest, shipped) : null;
  }
  const isOlder = shipped.publishedThrough < newest.publishedThrough;
  return isOlder ? null : { ...shipped, version: newest.version + 1 };
}
