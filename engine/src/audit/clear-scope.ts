import { ok, refuse, type Result } from '../kernel/result.ts';
import { lessonComplete } from '../study/lesson-progress.ts';
import {
  clippedTo,
  measure,
  toMillisecond,
  unionOf,
  without,
  type Ranges,
} from '../study/ranges.ts';

/** How much a clear takes away. Handbook §3 knows the whole year alone; a policy may allow less. */
export const CLEAR_SCOPES = ['wholeYear', 'course', 'lesson', 'segments'] as const;
export type ClearScopeKind = (typeof CLEAR_SCOPES)[number];

export type ClearScope = {
  readonly kind: ClearScopeKind;
  /** Courses, lessons or study sessions, as the kind says; none for the whole year. */
  readonly ids: readonly string[];
};

export const WHOLE_YEAR: ClearScope = { kind: 'wholeYear', ids: [] };

export const CLEAR_SCOPE_LABELS = {
  wholeYear: { zh: '全部学时', en: 'all hours' },
  course: { zh: '课程', en: 'course' },
  lesson: { zh: '课件', en: 'lesson' },
  segments: { zh: '学习时段', en: 'study sessions' },
} as const satisfies Record<ClearScopeKind, { zh: string; en: string }>;

/** The policy's part. Absent in versions written before there was a choice. */
export type ClearScopeRule = { readonly clearScopes?: readonly ClearScopeKind[] };

/** The scopes a policy allows. One written before there was a choice allows the handbook's alone. */
export const clearScopesOf = ({ clearScopes }: ClearScopeRule): readonly ClearScopeKind[] =>
  clearScopes ?? ['wholeYear'];

/** A lesson as a clear finds it: what is watched in the epoch, and what the ledger says stands. */
export type LessonHeld = {
  readonly lessonId: string;
  readonly courseId: string;
  readonly durationSeconds: number;
  readonly watched: Ranges;
  /** Studied, not cleared. Nothing stands of a lesson that was never completed. */
  readonly standingSeconds: number;
  /** The stretches that each study session of the epoch secured, credited or pending. */
  readonly secured: readonly { readonly sessionId: string; readonly ranges: Ranges }[];
};

/** What a clear takes of one lesson. */
export type ClearCut = {
  readonly lessonId: string;
  readonly ranges: Ranges;
  readonly seconds: number;
};

const wholeLesson = ({ lessonId, watched, standingSeconds }: LessonHeld): ClearCut => ({
  lessonId,
  ranges: unionOf(watched),
  seconds: toMillisecond(standingSeconds),
});

/**
 * The stretches that rest on the chosen sessions alone: what another session secured as well stays.
 * Less than the tolerance at a lesson's end would leave the lesson complete, so nothing is taken.
 */
function partOf(lesson: LessonHeld, sessionIds: readonly string[]): ClearCut | null {
  const chosen = (one: LessonHeld['secured'][number]): boolean =>
    sessionIds.includes(one.sessionId);
  const doubtful = lesson.secured.filter(chosen).flatMap(({ ranges }) => ranges);
  const vouched = lesson.secured.filter((one) => !chosen(one)).flatMap(({ ranges }) => ranges);
  const watched = clippedTo(lesson.watched, lesson.durationSeconds);
  const taken = without(watched, without(watched, without(doubtful, vouched)));
  const rest = without(watched, taken);
  if (measure(taken) === 0 || lessonComplete(rest, lesson.durationSeconds)) return null;
  if (rest.length === 0) return wholeLesson(lesson);
  const seconds = Math.min(measure(taken), lesson.standingSeconds);
  return { lessonId: lesson.lessonId, ranges: taken, seconds: toMillisecond(seconds) };
}

function cutOfLesson(scope: ClearScope, lesson: LessonHeld): ClearCut | null {
  switch (scope.kind) {
    case 'wholeYear':
      return wholeLesson(lesson);
    case 'course':
      return scope.ids.includes(lesson.courseId) ? wholeLesson(lesson) : null;
    case 'lesson':
      return scope.ids.includes(lesson.lessonId) ? wholeLesson(lesson) : null;
    case 'segments':
      return partOf(lesson, scope.ids);
  }
}

/** What a clear of this scope takes, lesson by lesson; lessons it leaves alone are not named. */
export const cutsOf = (scope: ClearScope, lessons: readonly LessonHeld[]): ClearCut[] =>
  lessons.flatMap((lesson) => {
    const cut = lesson.standingSeconds > 0 ? cutOfLesson(scope, lesson) : null;
    return cut === null || cut.seconds <= 0 ? [] : [cut];
  });

const total = (seconds: readonly number[]): number =>
  toMillisecond(seconds.reduce((sum, n) => sum + n, 0));

/** What a clear costs: what goes, what stays, how much of all is suspect. */
export type ClearCost = {
  readonly suspectSeconds: number;
  readonly clearedSeconds: number;
  readonly keptSeconds: number;
};

/** The cost of a clear before anyone signs it (F26). */
export function clearCostOf(
  scope: ClearScope,
  lessons: readonly LessonHeld[],
  suspectSessions: readonly string[],
): ClearCost {
  const standing = total(lessons.map((lesson) => lesson.standingSeconds));
  const cleared = total(cutsOf(scope, lessons).map((cut) => cut.seconds));
  const suspect = cutsOf({ kind: 'segments', ids: suspectSessions }, lessons);
  return {
    suspectSeconds: total(suspect.map((cut) => cut.seconds)),
    clearedSeconds: cleared,
    keptSeconds: toMillisecond(standing - cleared),
  };
}

/**
 * May a clear have this scope? Refuses `audit/scopeNotAllowed` where the policy does not allow the
 * kind, `audit/scopeEmpty` where it would take nothing.
 */
export function checkScope(
  scope: ClearScope,
  policy: ClearScopeRule,
  lessons: readonly LessonHeld[],
): Result<void> {
  if (!clearScopesOf(policy).includes(scope.kind)) return refuse('audit/scopeNotAllowed');
  if (scope.kind === 'wholeYear') return ok(undefined);
  return cutsOf(scope, lessons).length > 0 ? ok(undefined) : refuse('audit/scopeEmpty');
}
