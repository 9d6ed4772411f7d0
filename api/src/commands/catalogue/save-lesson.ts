import { ok, refuse, type Result } from '@xuzheng/engine';
import { findCourse } from '../../db/courses.ts';
import { writeJournal } from '../../db/journal.ts';
import {
  deleteLesson,
  findLesson,
  insertLesson,
  isLessonStudied,
  lessonsOf,
  nextLessonPosition,
  updateLesson,
  type LessonRow,
} from '../../db/lessons.ts';
import type { Db } from '../../db/connect.ts';
import type { Deps } from '../../deps.ts';
import { bytesOfVideo, type ReceivedLesson } from '../../media/receive-lesson.ts';

type LessonDeps = Pick<Deps, 'db' | 'clock' | 'storage'>;

const note = (trx: Db, staffId: string, now: number, action: string, lessonId: string) =>
  writeJournal(trx, {
    at: new Date(now),
    actor: { kind: 'staff', id: staffId },
    action,
    details: { lessonId },
  });

async function storeFiles({ storage }: LessonDeps, lesson: ReceivedLesson) {
  const keys = { webmKey: null, mp4Key: null, posterKey: null, subtitlesKey: null } as Record<
    'webmKey' | 'mp4Key' | 'posterKey' | 'subtitlesKey',
    string | null
  >;
  for (const video of lesson.videos) {
    const contentType = video.kind === 'webm' ? 'video/webm' : 'video/mp4';
    const stored = await storage.put(await bytesOfVideo(video), { contentType });
    keys[video.kind === 'webm' ? 'webmKey' : 'mp4Key'] = stored.key;
  }
  if (lesson.poster !== null) {
    keys.posterKey = (await storage.put(lesson.poster, { contentType: 'image/jpeg' })).key;
  }
  if (lesson.subtitles !== null) {
    keys.subtitlesKey = (await storage.put(lesson.subtitles, { contentType: 'text/vtt' })).key;
  }
  return keys;
}

/** The shorter of the two files: a learner can reach the end of either. */
const durationOf = (lesson: ReceivedLesson): number =>
  Math.min(...lesson.videos.map((video) => video.durationSeconds));

/**
 * Adds a lesson at the end of a course that is not published. Its duration is measured, never typed.
 * Refuses `course/notFound`, `course/invalid` (published).
 */
export async function addLesson(
  deps: LessonDeps,
  staffId: string,
  courseId: string,
  lesson: ReceivedLesson,
): Promise<Result<LessonRow>> {
  const course = await findCourse(deps.db, courseId);
  if (course === undefined) return refuse('course/notFound');
  if (course.publishedAt !== null) return refuse('course/invalid', { part: 'published' });
  const keys = await storeFiles(deps, lesson);
  return deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now();
    const row = await insertLesson(trx, {
      courseId,
      position: await nextLessonPosition(trx, courseId),
      title: lesson.title.trim(),
      topic: lesson.topic.trim(),
      durationSeconds: durationOf(lesson),
      ...keys,
      createdAt: new Date(now),
    });
    await note(trx, staffId, now, 'lesson.added', row.id);
    return ok(row);
  });
}

export interface LessonChangesAsked {
  readonly title?: string;
  readonly topic?: string;
  readonly position?: number;
}

/** Renames or moves a lesson. Refuses `study/lessonNotFound`, `course/invalid` (position taken). */
export function changeLesson(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  staffId: string,
  id: string,
  changes: LessonChangesAsked,
): Promise<Result<LessonRow>> {
  return db.transaction().execute(async (trx) => {
    const lesson = await findLesson(trx, id);
    if (lesson === undefined) return refuse('study/lessonNotFound');
    const siblings = await lessonsOf(trx, [lesson.courseId]);
    const taken = siblings.some((one) => one.id !== id && one.position === changes.position);
    if (taken) return refuse('course/invalid', { part: 'position' });
    if (Object.keys(changes).length === 0) return ok(lesson);
    await note(trx, staffId, clock.now(), 'lesson.changed', id);
    return ok((await updateLesson(trx, id, changes)) ?? lesson);
  });
}

/**
 * Takes a lesson out of a course that is not published; what somebody has begun to study stays.
 * Refuses `study/lessonNotFound`, `course/invalid`.
 */
export function removeLesson(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  staffId: string,
  id: string,
): Promise<Result<void>> {
  return db.transaction().execute(async (trx) => {
    const lesson = await findLesson(trx, id);
    if (lesson === undefined) return refuse('study/lessonNotFound');
    const course = await findCourse(trx, lesson.courseId);
    const fixed = course?.publishedAt !== null || (await isLessonStudied(trx, id));
    if (fixed) return refuse('course/invalid', { part: 'published' });
    await deleteLesson(trx, id);
    await note(trx, staffId, clock.now(), 'lesson.removed', id);
    return ok(undefined);
  });
}
