import { addMonths, dayFrom, dayOf, partsOf, type Day, type Instant } from './day.ts';

/** 年度. By calendar year, or by the anniversary of the certificate (policy data). */
export type StudyYearRule =
  | { readonly kind: 'calendar' }
  | { readonly kind: 'anniversary'; readonly anchorOn: Day };

/** A study year. `endsOn` is exclusive: it is the first day of the next one. */
export type StudyYear = { readonly year: number; readonly startsOn: Day; readonly endsOn: Day };

/**
 * The study year with the given number: for the calendar rule the year itself; for the anniversary
 * rule the one that begins in that year. An anchor on 29 February falls to the month's end.
 */
export function studyYear(year: number, rule: StudyYearRule): StudyYear {
  if (rule.kind === 'calendar') {
    return { year, startsOn: dayFrom(year, 1, 1), endsOn: dayFrom(year + 1, 1, 1) };
  }
  const from = (n: number): Day => addMonths(rule.anchorOn, (n - partsOf(rule.anchorOn).year) * 12);
  return { year, startsOn: from(year), endsOn: from(year + 1) };
}

/** The one study year to which a day belongs (years are contiguous and disjoint). */
export function studyYearOf(day: Day, rule: StudyYearRule): StudyYear {
  const same = studyYear(partsOf(day).year, rule);
  return day < same.startsOn ? studyYear(same.year - 1, rule) : same;
}

/** The one study year to which an instant belongs, by the day in Shanghai. */
export const studyYearAt = (at: Instant, rule: StudyYearRule): StudyYear =>
  studyYearOf(dayOf(at), rule);

/** Does the day lie in the study year? */
export const isInStudyYear = (day: Day, year: Pick<StudyYear, 'startsOn' | 'endsOn'>): boolean =>
  day >= year.startsOn && day < year.endsOn;
