import { dayDeadline, type AuditClockRule } from '../calendar/audit-clock.ts';
import type { Instant } from '../calendar/day.ts';
import { LESSON_END_TOLERANCE_SECONDS, lessonComplete } from './lesson-progress.ts';
import {
  clippedTo,
  measure,
  toMillisecond,
  unionOf,
  without,
  type Range,
  type Ranges,
} from './ranges.ts';
import { secondsOf, type Segment } from './segment.ts';

/** The policy's part: so many days after the miss, scaled where a working day is a duration. */
export type MakeUpRule = {
  readonly makeUpDays: number;
  readonly audit: Pick<AuditClockRule, 'workingDayMs'>;
};

/** A study session as a make-up looks at it. */
export type StudiedSession = {
  readonly id: string;
  readonly lessonId: string;
  readonly ended: boolean;
  readonly segments: readonly Segment[];
  /** Checks during study that have been judged, in any order. */
  readonly checks: readonly { readonly at: Instant; readonly missed: boolean }[];
};

export type StudiedLesson = {
  readonly id: string;
  readonly durationSeconds: number;
  /** Watched in the present epoch, what was carried into it included. */
  readonly watched: Ranges;
};

/**
 * open: still to be studied, in time; lapsed: still to be studied, too late to be a make-up; madeUp:
 * studied again in time, and the next check saw the learner; studied: studied again without that (too
 * late, a face a person must look at, or missed once more), so that the miss stays.
 */
export const MAKE_UP_STATES = ['open', 'lapsed', 'madeUp', 'studied'] as const;
export type MakeUpState = (typeof MAKE_UP_STATES)[number];

/** A stretch of a lesson that did not count because nobody was seen (`faceMissed`). */
export type MissedPart = {
  readonly sessionId: string;
  readonly lessonId: string;
  readonly range: Range;
  readonly missedAt: Instant;
  readonly until: Instant;
  /** What of it is still to be watched. */
  readonly left: Ranges;
  readonly state: MakeUpState;
  /** Instant of its last second studied again; null but for `madeUp`. */
  readonly madeUpAt: Instant | null;
  /** The marks it rests on: ids of checks, and their instants. */
  readonly evidence: readonly string[];
  readonly marksAt: readonly Instant[];
};

type Hole = Pick<MissedPart, 'range' | 'missedAt' | 'evidence' | 'marksAt'>;

const holeOf = (range: Range, rest: readonly Segment[]): Hole => ({
  range,
  missedAt: Math.min(...rest.map((segment) => segment.startedAt)),
  evidence: [...new Set(rest.flatMap((segment) => segment.evidence))],
  marksAt: rest.flatMap(({ presenceAt }) => (presenceAt === null ? [] : [presenceAt])),
});

const isMissed = (segment: Segment): boolean => segment.reason === 'faceMissed';
const stoodStill = (segment: Segment): boolean =>
  segment.kind === 'uncounted' && segment.lessonTo <= segment.lessonFrom;

/** Stretches that were played while nobody was seen; those that touch are one. */
function playedUnseen(segments: readonly Segment[]): Hole[] {
  const holes: Hole[] = [];
  for (const segment of segments) {
    if (!isMissed(segment) || stoodStill(segment)) continue;
    const hole = holeOf([segment.lessonFrom, segment.lessonTo], [segment]);
    const last = holes.at(-1);
    if (last === undefined || last.range[1] !== hole.range[0]) holes.push(hole);
    else {
      holes[holes.length - 1] = {
        range: [last.range[0], hole.range[1]],
        missedAt: last.missedAt,
        evidence: [...new Set([...last.evidence, ...hole.evidence])],
        marksAt: [...last.marksAt, ...hole.marksAt],
      };
    }
  }
  return holes;
}

/**
 * What a lesson that was closed by missed checks would have shown meanwhile: from where it stood, as
 * long as nobody was seen.
 */
function closedUnseen({ ended, segments }: StudiedSession): Hole[] {
  const lastPlayed = segments.findLastIndex((segment) => !stoodStill(segment));
  const standing = segments.slice(lastPlayed + 1);
  const first = standing.findIndex(isMissed);
  const rest = first < 0 || !ended ? [] : standing.slice(first);
  const seconds = rest.filter(isMissed).reduce((sum, segment) => sum + secondsOf(segment), 0);
  const from = rest[0]?.lessonFrom ?? 0;
  return seconds > 0 ? [holeOf([from, toMillisecond(from + seconds)], rest)] : [];
}

/** Was the learner seen by the check that came next? Until the session has ended one may still come. */
function vouched({ ended, checks }: StudiedSession, segment: Segment): boolean {
  const within = checks.some(
    ({ at, missed }) => missed && at >= segment.startedAt && at <= segment.endedAt,
  );
  const [next] = checks.filter(({ at }) => at >= segment.endedAt).sort((a, b) => a.at - b.at);
  return !within && (next === undefined ? ended : !next.missed);
}

type Credited = readonly Segment[];

/** When the last second of the stretch had been credited by these; null when some is missing. */
function filledAt(range: Range, credited: Credited, tolerance: number): Instant | null {
  let left: Ranges = [range];
  let at: Instant | null = null;
  for (const { startedAt, lessonFrom, lessonTo } of credited) {
    const rest = without(left, [[lessonFrom, lessonTo]]);
    const last = without(left, rest).at(-1)?.[1];
    if (last === undefined) continue;
    at = Math.max(at ?? 0, startedAt + Math.round((last - lessonFrom) * 1000));
    left = rest;
    if (left.length === 0) return at;
  }
  return measure(left) <= tolerance ? at : null;
}

const watchedIn = (segments: readonly Segment[]): Ranges =>
  segments
    .filter((segment) => segment.kind !== 'uncounted')
    .map((segment): Range => [segment.lessonFrom, segment.lessonTo]);

/** A lesson with all that was studied of it in an epoch. */
type Course = {
  readonly lesson: StudiedLesson;
  readonly segments: readonly Segment[];
  readonly watched: Ranges;
  /** Carried into the epoch from before it. */
  readonly carried: Ranges;
  /** Credited under checks that saw the learner, by time. */
  readonly seen: readonly { readonly sessionId: string; readonly segment: Segment }[];
};

function courseOf(lesson: StudiedLesson, sessions: readonly StudiedSession[]): Course {
  const segments = sessions.flatMap((one) => one.segments);
  const own = watchedIn(segments);
  return {
    ...{ lesson, segments },
    watched: unionOf([...lesson.watched, ...own]),
    carried: without(lesson.watched, own),
    seen: sessions
      .flatMap((one) =>
        one.segments
          .filter((segment) => segment.kind === 'credited' && vouched(one, segment))
          .map((segment) => ({ sessionId: one.id, segment })),
      )
      .sort((a, b) => a.segment.startedAt - b.segment.startedAt),
  };
}

/** What of a hole had not been watched before: each stretch of it is a part of its own. */
function partsOf(
  session: StudiedSession,
  hole: Hole,
  { lesson, segments, watched, carried, seen }: Course,
  { rule, now }: { readonly rule: MakeUpRule; readonly now: Instant },
): MissedPart[] {
  const earlier = watchedIn(segments.filter((segment) => segment.startedAt < hole.missedAt));
  // A complete lesson cannot be gone into again: the seconds of its tolerance are nobody's miss.
  const complete = lessonComplete(watched, lesson.durationSeconds);
  const until = dayDeadline(hole.missedAt, rule.makeUpDays, rule.audit);
  const credited = seen.flatMap(({ sessionId, segment }) =>
    sessionId !== session.id && segment.startedAt >= hole.missedAt ? [segment] : [],
  );
  const ranges = without(clippedTo([hole.range], lesson.durationSeconds), [...carried, ...earlier]);
  return ranges.map((range) => {
    const left = complete ? [] : without([range], watched);
    const at = filledAt(range, credited, complete ? LESSON_END_TOLERANCE_SECONDS : 0);
    const madeUpAt = left.length === 0 && at !== null && at <= until ? at : null;
    const still = now < until ? 'open' : 'lapsed';
    return {
      ...{ sessionId: session.id, lessonId: lesson.id, ...hole, range, until, left, madeUpAt },
      state: left.length > 0 ? still : madeUpAt === null ? 'studied' : 'madeUp',
    };
  });
}

/**
 * The parts of lessons that did not count because nobody was seen, oldest first, with what has become
 * of each (F18: missed parts can be made up within a policy window). A part is made up in a later
 * session, under the checks of any other; a check that was answered at once cost no part of the lesson.
 */
export function missedPartsOf(
  sessions: readonly StudiedSession[],
  lessons: readonly StudiedLesson[],
  rule: MakeUpRule,
  now: Instant,
): MissedPart[] {
  return lessons
    .flatMap((lesson) => {
      const ofLesson = sessions.filter((session) => session.lessonId === lesson.id);
      const course = courseOf(lesson, ofLesson);
      return ofLesson.flatMap((session) =>
        [...playedUnseen(session.segments), ...closedUnseen(session)].flatMap((hole) =>
          partsOf(session, hole, course, { rule, now }),
        ),
      );
    })
    .sort((a, b) => a.missedAt - b.missedAt);
}

/** Seconds still to be made up in time; parts that lie over each other count once. */
export function openSecondsOf(parts: readonly MissedPart[]): number {
  const open = parts.filter((part) => part.state === 'open');
  const lessons = [...new Set(open.map((part) => part.lessonId))];
  const each = lessons.map((id) =>
    measure(open.filter((part) => part.lessonId === id).flatMap((part) => part.left)),
  );
  return toMillisecond(each.reduce((sum, seconds) => sum + seconds, 0));
}
