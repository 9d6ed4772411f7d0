import { clippedTo, unionOf, type Ranges } from '../study/ranges.ts';

/**
 * Watched stretches of a lesson after a granted appeal: what was cleared comes back, what was
 * relearned stays, no second counts twice and none beyond the lesson's end.
 */
export const restoredWatched = (
  clearedEpoch: Ranges,
  relearned: Ranges,
  durationSeconds: number,
): Ranges => clippedTo(unionOf([...clearedEpoch, ...relearned]), durationSeconds);
