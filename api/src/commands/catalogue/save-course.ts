import { isPost, ok, refuse, type Result } from '@xuzheng/engine';
import { findCourse, insertCourse, updateCourse, type CourseRow } from '../../db/courses.ts';
import { writeJournal } from '../../db/journal.ts';
import { lessonsOf } from '../../db/lessons.ts';
import type { Db } from '../../db/connect.ts';
import type { Deps } from '../../deps.ts';
import type { CourseChangesAsked, CourseDraftAsked } from '../../schemas/catalogue.ts';

type CatalogueDeps = Pick<Deps, 'db' | 'clock'>;

const tidy = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();

function checkCourse(changes: CourseChangesAsked): Result<CourseChangesAsked> {
  const title = changes.title === undefined ? undefined : tidy(changes.title);
  if (title === '') return refuse('course/invalid', { part: 'title' });
  if (changes.posts?.some((post) => !isPost(post))) {
    return refuse('course/invalid', { part: 'posts' });
  }
  return ok({
    ...changes,
    ...(title === undefined ? {} : { title }),
    ...(changes.posts === undefined ? {} : { posts: [...new Set(changes.posts)] }),
  });
}

const note = (
  trx: Db,
  staffId: string,
  now: number,
  action: string,
  courseId: string,
): Promise<void> =>
  writeJournal(trx, {
    at: new Date(now),
    actor: { kind: 'staff', id: staffId },
    action,
    details: { courseId },
  });

/** A new course, not published yet. Refuses `course/invalid` with the part. */
export async function draftCourse(
  { db, clock }: CatalogueDeps,
  staffId: string,
  draft: CourseDraftAsked,
): Promise<Result<CourseRow>> {
  const checked = checkCourse(draft);
  if (!checked.ok) return checked;
  const now = clock.now();
  const course = await insertCourse(db, {
    ...{ ...draft, ...checked.value },
    createdAt: new Date(now),
  });
  await note(db, staffId, now, 'course.drafted', course.id);
  return ok(course);
}

/**
 * Changes a course. Of a published one only title and order: who studies it must not find other
 * hours tomorrow. Refuses `course/notFound`, `course/invalid`.
 */
export function changeCourse(
  { db, clock }: CatalogueDeps,
  staffId: string,
  id: string,
  changes: CourseChangesAsked,
): Promise<Result<CourseRow>> {
  return db.transaction().execute(async (trx) => {
    const course = await findCourse(trx, id);
    if (course === undefined) return refuse('course/notFound');
    const checked = checkCourse(changes);
    if (!checked.ok) return checked;
    const touches = Object.keys(checked.value);
    const fixed = touches.filter((part) => part !== 'title' && part !== 'position');
    if (course.publishedAt !== null && fixed.length > 0) {
      return refuse('course/invalid', { part: 'published' });
    }
    if (touches.length === 0) return ok(course);
    await note(trx, staffId, clock.now(), 'course.changed', id);
    return ok((await updateCourse(trx, id, checked.value)) ?? course);
  });
}

/** Publishes a course: learners see it from now on. Refuses `course/notFound`, `course/invalid`. */
export function publishCourse(
  { db, clock }: CatalogueDeps,
  staffId: string,
  id: string,
): Promise<Result<CourseRow>> {
  return db.transaction().execute(async (trx) => {
    const course = await findCourse(trx, id);
    if (course === undefined) return refuse('course/notFound');
    if (course.publishedAt !== null) return ok(course);
    const lessons = await lessonsOf(trx, [id]);
    if (lessons.length === 0) return refuse('course/invalid', { part: 'lessons' });
    const now = clock.now();
    await note(trx, staffId, now, 'course.published', id);
    return ok((await updateCourse(trx, id, { publishedAt: new Date(now) })) ?? course);
  });
}
