import { clippedTo, unionOf, without, type Ranges } from '../study/ranges.ts';

/**
 * Watched stretches of a lesson after a granted appeal: what was cleared comes back, what was
 * relearned stays, no second counts twice and none beyond the lesson's end.
 */
export const restoredWatched = (
  clearedEpoch: Ranges,
  relearned: Ranges,
  durationSeconds: number,
): Ranges => clippedTo(unionOf([...clearedEpoch, ...relearned]), durationSeconds);

/** What of a lesson goes on into the next epoch when a clear takes these stretches: all the rest. */
export const carriedWatched = (watched: Ranges, cleared: Ranges): Ranges =>
  without(watched, cleared);
