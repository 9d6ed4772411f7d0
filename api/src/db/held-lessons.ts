import { standingByLesson, unionOf, type LessonHeld, type Range } from '@xuzheng/engine';
import type { Db } from './connect.ts';
import { ledgerOf } from './hour-ledger.ts';
import { progressOfEnrolment } from './lesson-progress.ts';

type EpochKey = { readonly enrolmentId: string; readonly epoch: number };

/** A lesson as a clear finds it, with the words for it. */
export type HeldLesson = LessonHeld & { readonly title: string; readonly courseTitle: string };

/** The stretches each session of an epoch secured, credited or pending. */
const securedInEpoch = (db: Db, key: EpochKey) =>
  db
    .selectFrom('studySegments as g')
    .innerJoin('studySessions as s', 's.id', 'g.sessionId')
    .select(['s.id as sessionId', 's.lessonId', 'g.lessonFrom', 'g.lessonTo'])
    .where('s.enrolmentId', '=', key.enrolmentId)
    .where('s.epoch', '=', key.epoch)
    .where('s.replay', '=', false)
    .where('g.kind', '<>', 'uncounted')
    .orderBy('s.id')
    .orderBy('g.n')
    .execute();

type Secured = Awaited<ReturnType<typeof securedInEpoch>>;

function bySession(rows: Secured, lessonId: string): LessonHeld['secured'] {
  const sessions = new Map<string, Range[]>();
  for (const row of rows) {
    if (row.lessonId !== lessonId) continue;
    const ranges = sessions.get(row.sessionId) ?? [];
    sessions.set(row.sessionId, [...ranges, [row.lessonFrom, row.lessonTo]]);
  }
  return [...sessions].map(([sessionId, ranges]) => ({ sessionId, ranges: unionOf(ranges) }));
}

/** Every lesson of which something stands or is watched in an epoch, in the order of the courses. */
export async function heldLessons(db: Db, key: EpochKey): Promise<HeldLesson[]> {
  const standing = standingByLesson(await ledgerOf(db, key.enrolmentId));
  const progress = await progressOfEnrolment(db, key);
  const ids = [...new Set([...standing.keys(), ...progress.keys()])].filter((id) => id !== '');
  if (ids.length === 0) return [];
  const secured = await securedInEpoch(db, key);
  const lessons = await db
    .selectFrom('lessons as l')
    .innerJoin('courses as c', 'c.id', 'l.courseId')
    .select(['l.id', 'l.courseId', 'l.title', 'l.durationSeconds', 'c.title as courseTitle'])
    .where('l.id', 'in', ids)
    .orderBy('c.position')
    .orderBy('c.id')
    .orderBy('l.position')
    .execute();
  return lessons.map((lesson) => ({
    lessonId: lesson.id,
    courseId: lesson.courseId,
    title: lesson.title,
    courseTitle: lesson.courseTitle,
    durationSeconds: Number(lesson.durationSeconds),
    watched: progress.get(lesson.id)?.watched ?? [],
    standingSeconds: standing.get(lesson.id) ?? 0,
    secured: bySession(secured, lesson.id),
  }));
}
