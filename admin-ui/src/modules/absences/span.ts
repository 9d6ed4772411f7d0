import { ABSENCE_AT_MOST_DAYS, daysBetween, isDay } from '@xuzheng/engine';

/** What is wrong with the days of an absence, said beside the field before anything is sent. */
export const spanProblem = (
  fromOn: string,
  untilOn: string,
  today: string,
): 'order' | 'passed' | 'tooLong' | null => {
  if (!isDay(fromOn) || !isDay(untilOn)) return null;
  if (untilOn < fromOn) return 'order';
  if (untilOn < today) return 'passed';
  return daysBetween(fromOn, untilOn) < ABSENCE_AT_MOST_DAYS ? null : 'tooLong';
};
