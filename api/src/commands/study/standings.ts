import type { CourseKind, LessonStanding } from '@xuzheng/engine';
import type { Db } from '../../db/connect.ts';
import { coursesFor } from '../../db/courses.ts';
import type { EnrolmentRow } from '../../db/enrolments-studied.ts';
import { progressOfEnrolment } from '../../db/lesson-progress.ts';
import { lessonsOf } from '../../db/lessons.ts';

/** The lessons of an enrolment with what has been watched of them in its present epoch. */
export async function standingsOf(db: Db, enrolment: EnrolmentRow): Promise<LessonStanding[]> {
  const courses = await coursesFor(db, enrolment);
  const lessons = await lessonsOf(
    db,
    courses.map((course) => course.id),
  );
  const kinds = new Map(courses.map((course) => [course.id, course.kind as CourseKind]));
  const progress = await progressOfEnrolment(db, {
    enrolmentId: enrolment.id,
    epoch: enrolment.epoch,
  });
  return lessons.map((lesson) => ({
    lessonId: lesson.id,
    kind: kinds.get(lesson.courseId) ?? 'public',
    durationSeconds: lesson.durationSeconds,
    watched: progress.get(lesson.id)?.watched ?? [],
  }));
}
