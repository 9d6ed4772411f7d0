import {
  clippedTo,
  lessonComplete,
  measure,
  unionOf,
  viewCredit,
  type CheckRule,
  type CreditState,
  type CreditView,
  type DoneCheck,
  type PlannedCheck,
  type Range,
  type Ranges,
  type Segment,
  type SessionSnapshot,
} from '@xuzheng/engine';
import { progressOfLesson, saveProgress } from '../../db/lesson-progress.ts';
import { tellStudyNews } from '../../db/study-news.ts';
import { dropSegmentsFrom, saveSegments } from '../../db/study-segments.ts';
import { updateSession, type StudySessionRow } from '../../db/study-sessions.ts';
import type { Db } from '../../db/connect.ts';
import { readBooks, writeBooks } from './stored-books.ts';

/** The random checks of a session: bound to a seed before it starts (F17). */
export interface StoredPlan {
  readonly method: string;
  /** Secret until the session has ended. */
  readonly seed: string;
  readonly commitment: string;
  /** Null for a session drawn by an older method: it cannot be proved any more. */
  readonly rule: CheckRule | null;
  /** Unchecked seconds taken over from the learner's session before. */
  readonly owedSeconds: number;
  readonly checks: readonly PlannedCheck[];
  /** Those that are over, in their order. */
  readonly done: readonly DoneCheck[];
  /** The next one, when it is due. */
  readonly open: OpenCheck | null;
}

/** Why a session ended, as it is kept and shown. */
export type EndReason = 'completed' | 'left' | 'superseded' | 'expired';

/** A check that has been asked for. */
export interface OpenCheck {
  readonly dueAt: number;
  readonly duePlayedSeconds: number;
  /** A snapshot that did not come in time: it asks as a recheck. */
  readonly late: boolean;
  /** A late snapshot still came while the recheck was asked: one is kept, not a stream of them. */
  readonly pictured: boolean;
}

/** A study session as the server works on it. */
export interface StudyState {
  readonly row: StudySessionRow;
  readonly session: SessionSnapshot;
  /** Null until a face was matched at the door: before that no second is counted. */
  readonly credit: CreditState | null;
  /** Pending stretches that earlier sessions of this lesson left. */
  readonly pendingBefore: Ranges;
  readonly plan: StoredPlan;
  readonly endedAt: number | null;
  readonly endReason: string | null;
  /** What the session waits for cannot come through our own fault: nothing lapses (invariant 14). */
  readonly excused?: boolean;
}

/** Reads a stored session. */
export function readState(row: StudySessionRow): StudyState {
  return {
    row,
    ...readBooks(row),
    plan: row.checkPlan as unknown as StoredPlan,
    endedAt: row.endedAt === null ? null : row.endedAt.getTime(),
    endReason: row.endReason,
  };
}

/** Lesson stretches that wait for a person: of this session and of those before it. */
export function pendingOf(state: StudyState, view: CreditView): Ranges {
  const own = view.segments
    .filter((segment) => segment.kind === 'pending')
    .map((segment): Range => [segment.lessonFrom, segment.lessonTo]);
  return unionOf([...state.pendingBefore, ...own]);
}

const segmentRow = (sessionId: string, segment: Segment) => ({
  sessionId,
  n: segment.n,
  kind: segment.kind,
  reason: segment.reason,
  startedAt: new Date(segment.startedAt),
  endedAt: new Date(segment.endedAt),
  lessonFrom: segment.lessonFrom,
  lessonTo: segment.lessonTo,
  beats: segment.beats,
  intervalMeanMs: segment.intervalMeanMs,
  intervalM2: segment.intervalM2,
  presenceAt: segment.presenceAt === null ? null : new Date(segment.presenceAt),
  evidence: JSON.stringify(segment.evidence),
});

/** Segments that the change touched. */
function changedSegments(before: CreditView | null, after: CreditView): Segment[] {
  const known = before?.segments ?? [];
  return after.segments.filter(
    (segment, i) => JSON.stringify(known[i]) !== JSON.stringify(segment),
  );
}

/** Writes what is watched of the lesson. True when this made the lesson complete. */
async function saveWatched(
  db: Db,
  state: StudyState,
  view: CreditView,
  now: number,
): Promise<boolean> {
  if (state.row.replay || state.credit === null) return false;
  const { enrolmentId, epoch, lessonId } = state.row;
  const key = { enrolmentId, epoch, lessonId };
  const { durationSeconds } = state.credit;
  const stored = await progressOfLesson(db, key);
  const watched = clippedTo(unionOf([...stored.watched, ...view.watched]), durationSeconds);
  const completes = stored.completedAt === null && lessonComplete(watched, durationSeconds);
  await saveProgress(db, key, {
    watched,
    pending: pendingOf(state, view),
    watchedSeconds: measure(watched),
    completedAt: completes ? new Date(now) : stored.completedAt,
  });
  return completes;
}

async function saveBooks(db: Db, before: StudyState, after: StudyState, view: CreditView) {
  const earlier = before.credit === null ? null : viewCredit(before.credit);
  const changed = changedSegments(earlier, view);
  await saveSegments(
    db,
    changed.map((segment) => segmentRow(after.row.id, segment)),
  );
  // A late beat can join two stretches into one.
  if ((earlier?.segments.length ?? 0) > view.segments.length) {
    await dropSegmentsFrom(db, after.row.id, view.segments.length);
  }
}

/** A session once written, and whether its lesson has just been completed by it. */
export interface SavedState {
  readonly state: StudyState;
  readonly lessonCompletes: boolean;
}

/** Is the session another one than before to whoever looks at it: taken over, stopped, over? */
const turned = (before: StudyState, after: StudyState): boolean =>
  before.session.value !== after.session.value || before.endedAt !== after.endedAt;

/**
 * Writes a session and what hangs on it: segments, totals, watched stretches; its page is told when
 * it turned. One transaction.
 */
export async function saveState(
  db: Db,
  before: StudyState,
  after: StudyState,
  now: number,
): Promise<SavedState> {
  const view = after.credit === null ? null : viewCredit(after.credit);
  const row = await updateSession(db, after.row.id, {
    ...writeBooks(after, before.row),
    checkPlan: JSON.stringify(after.plan),
    lastBeatAt: after.row.lastBeatAt,
    hints: JSON.stringify(after.row.hints),
    entryDescriptorSealed: after.row.entryDescriptorSealed,
    attended: after.row.attended,
    endedAt: after.endedAt === null ? null : new Date(after.endedAt),
    endReason: after.endReason,
    ...(view === null ? {} : totalsRow(view)),
  });
  if (turned(before, after)) await tellStudyNews(db, row.id);
  const state = { ...after, row };
  if (view === null || after.credit === before.credit) return { state, lessonCompletes: false };
  await saveBooks(db, before, after, view);
  return { state, lessonCompletes: await saveWatched(db, after, view, now) };
}

const totalsRow = (view: CreditView) => ({
  seq: view.ackSeq,
  positionSeconds: view.positionSeconds,
  creditedSeconds: view.totals.creditedSeconds,
  uncountedSeconds: view.totals.uncountedSeconds,
  pendingSeconds: view.totals.pendingSeconds,
  accountedUntil: new Date(view.accountedUntil),
});
