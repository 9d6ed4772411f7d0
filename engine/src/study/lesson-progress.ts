import { gapsWithin, measure, clippedTo, type Ranges } from './ranges.ts';

/** A lesson may be left this many seconds early: players end a little before the file does. */
export const LESSON_END_TOLERANCE_SECONDS = 3;

/**
 * Is the lesson complete? When the union of watched stretches (credited or pending) reaches its
 * duration less 3 s.
 */
export const lessonComplete = (watched: Ranges, durationSeconds: number): boolean =>
  measure(clippedTo(watched, durationSeconds)) >= durationSeconds - LESSON_END_TOLERANCE_SECONDS;

/** Where study goes on: the first second that has not been watched; the end when nothing is left. */
export const resumePosition = (watched: Ranges, durationSeconds: number): number =>
  gapsWithin(watched, [0, durationSeconds])[0]?.[0] ?? durationSeconds;

/** Stretches still to be watched, in order: what a make-up or relearn plan shows. */
export const remainingOf = (watched: Ranges, durationSeconds: number): Ranges =>
  gapsWithin(watched, [0, durationSeconds]);
