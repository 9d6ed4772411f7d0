import { startOfDay, type Day, type Instant } from '../calendar/day.ts';
import { clippedTo, unionOf, type Ranges } from '../study/ranges.ts';
import type { CourseKind } from './requirement.ts';

/** An enrolment of the same learner that public hours may also count for. */
export type SharingEnrolment = {
  readonly yearStartsOn: Day;
  /** Exclusive. */
  readonly yearEndsOn: Day;
  readonly closed: boolean;
  readonly hoursComplete: boolean;
};

/** A lesson that was completed for another post. */
export type StudiedElsewhere = {
  readonly kind: CourseKind;
  readonly startedAt: Instant;
  readonly completedAt: Instant;
};

/**
 * Do the hours of a lesson completed for one post count for another enrolment as well (F19)? Those of a
 * public course do, once each, where every second of them lies inside the other's study year (invariant
 * 8) and its hours are still open. Professional hours are a post's own.
 */
export const countsAlso = (lesson: StudiedElsewhere, enrolment: SharingEnrolment): boolean =>
  lesson.kind === 'public' &&
  !enrolment.closed &&
  !enrolment.hoursComplete &&
  lesson.startedAt >= startOfDay(enrolment.yearStartsOn) &&
  lesson.completedAt < startOfDay(enrolment.yearEndsOn);

/** What is watched of a lesson with what was watched of it for another post: no second counts twice. */
export const sharedWatched = (own: Ranges, elsewhere: Ranges, durationSeconds: number): Ranges =>
  clippedTo(unionOf([...own, ...elsewhere]), durationSeconds);
