import { lessonComplete, remainingOf } from '../study/lesson-progress.ts';
import { measure, toMillisecond, type Ranges } from '../study/ranges.ts';

/** A lesson with what has been watched of it in the present epoch. */
export type PlannedLesson = {
  readonly lessonId: string;
  readonly durationSeconds: number;
  readonly watched: Ranges;
};

export type RelearnStep = {
  readonly lessonId: string;
  /** Seconds still to be watched; none of a lesson that is complete. */
  readonly missingSeconds: number;
  readonly done: boolean;
};

export type RelearnPlan = {
  /** The lessons in the order in which they lead back soonest; those that are done come last. */
  readonly steps: readonly RelearnStep[];
  readonly missingSeconds: number;
  readonly lessonsLeft: number;
};

/**
 * The shortest way back to complete hours: only what is missing, the lessons that lack least first,
 * so that each sitting finishes something. Of equal ones the order of the courses.
 */
export function relearnPlan(lessons: readonly PlannedLesson[]): RelearnPlan {
  const steps = lessons.map(({ lessonId, durationSeconds, watched }): RelearnStep => {
    const done = lessonComplete(watched, durationSeconds);
    const missingSeconds = done ? 0 : measure(remainingOf(watched, durationSeconds));
    return { lessonId, missingSeconds, done };
  });
  const order = (step: RelearnStep): number => (step.done ? Infinity : step.missingSeconds);
  return {
    steps: [...steps].sort((a, b) => (order(a) === order(b) ? 0 : order(a) - order(b))),
    missingSeconds: toMillisecond(steps.reduce((sum, step) => sum + step.missingSeconds, 0)),
    lessonsLeft: steps.filter((step) => !step.done).length,
  };
}
