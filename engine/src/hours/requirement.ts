import type { Policy } from '../policy/policy.ts';
import { lessonComplete } from '../study/lesson-progress.ts';
import { clippedTo, measure, toMillisecond, type Ranges } from '../study/ranges.ts';
import { creditHoursOf } from './credit-hours.ts';

/** 必修 professional and 选修 public courses. */
export const COURSE_KINDS = ['professional', 'public'] as const;
export type CourseKind = (typeof COURSE_KINDS)[number];

/** A lesson of the enrolment and what has been watched of it in the present epoch. */
export type LessonStanding = {
  readonly lessonId: string;
  readonly kind: CourseKind;
  readonly durationSeconds: number;
  readonly watched: Ranges;
};

export type HoursStanding = {
  readonly studiedSeconds: number;
  readonly professionalSeconds: number;
  readonly requiredSeconds: number;
  readonly requiredProfessionalSeconds: number;
  readonly studiedCreditHours: number;
  readonly professionalCreditHours: number;
  readonly requiredCreditHours: number;
  readonly requiredProfessionalCreditHours: number;
  readonly lessonsComplete: number;
  readonly lessons: number;
  /** Handbook §1: 当全部课程学习完成. Every lesson complete and the hours of the policy reached. */
  readonly complete: boolean;
};

type RequirementPolicy = Pick<Policy, 'creditHourSeconds' | 'requirement'>;

const sum = (numbers: readonly number[]): number =>
  toMillisecond(numbers.reduce((total, n) => total + n, 0));

/** A complete lesson counts as long as it is; of an open one what has been watched. */
const countedSeconds = (lesson: LessonStanding): number =>
  lessonComplete(lesson.watched, lesson.durationSeconds)
    ? lesson.durationSeconds
    : measure(clippedTo(lesson.watched, lesson.durationSeconds));

/** Seconds asked for: the policy's 学时, or all that the lessons give where it names none. */
export function requiredOf(
  policy: RequirementPolicy,
  lessons: readonly Pick<LessonStanding, 'kind' | 'durationSeconds'>[],
): { readonly seconds: number; readonly professionalSeconds: number } {
  const { creditHours, professionalCreditHours } = policy.requirement;
  const all = lessons.map((lesson) => lesson.durationSeconds);
  const professional = lessons
    .filter((lesson) => lesson.kind === 'professional')
    .map((lesson) => lesson.durationSeconds);
  return {
    seconds: creditHours === null ? sum(all) : creditHours * policy.creditHourSeconds,
    professionalSeconds:
      professionalCreditHours === null
        ? sum(professional)
        : professionalCreditHours * policy.creditHourSeconds,
  };
}

/** Where a learner stands with the hours of one post and study year. */
export function hoursStanding(
  policy: RequirementPolicy,
  lessons: readonly LessonStanding[],
): HoursStanding {
  const required = requiredOf(policy, lessons);
  const studied = sum(lessons.map(countedSeconds));
  const professional = sum(
    lessons.filter((lesson) => lesson.kind === 'professional').map(countedSeconds),
  );
  const lessonsComplete = lessons.filter((lesson) =>
    lessonComplete(lesson.watched, lesson.durationSeconds),
  ).length;
  const hours = (seconds: number): number => creditHoursOf(seconds, policy.creditHourSeconds);
  return {
    studiedSeconds: studied,
    professionalSeconds: professional,
    requiredSeconds: required.seconds,
    requiredProfessionalSeconds: required.professionalSeconds,
    studiedCreditHours: hours(studied),
    professionalCreditHours: hours(professional),
    requiredCreditHours: hours(required.seconds),
    requiredProfessionalCreditHours: hours(required.professionalSeconds),
    lessonsComplete,
    lessons: lessons.length,
    complete:
      lessons.length > 0 &&
      lessonsComplete === lessons.length &&
      studied >= required.seconds &&
      professional >= required.professionalSeconds,
  };
}
