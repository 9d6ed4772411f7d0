import type { CourseRow } from '../../db/courses.ts';
import type { LessonRow } from '../../db/lessons.ts';
import type { QuestionRow } from '../../db/questions.ts';
import { lessonLinks } from '../../media/lesson-links.ts';
import type { CourseView, LessonView, QuestionView } from '../../schemas/catalogue.ts';
import { iso, isoOrNull } from '../../schemas/shared.ts';

/** Whom the links of a page are signed for. */
export interface LinkFor {
  readonly mediaKey: Buffer;
  readonly subjectId: string;
  readonly now: number;
}

export const lessonView = (lesson: LessonRow, link: LinkFor): LessonView => ({
  id: lesson.id,
  courseId: lesson.courseId,
  position: lesson.position,
  title: lesson.title,
  topic: lesson.topic,
  durationSeconds: lesson.durationSeconds,
  ...lessonLinks(link.mediaKey, lesson, link.subjectId, link.now),
});

export const courseView = (
  course: CourseRow,
  lessons: readonly LessonRow[],
  link: LinkFor,
): CourseView => ({
  id: course.id,
  title: course.title,
  kind: course.kind as CourseView['kind'],
  studyYear: course.studyYear,
  posts: course.posts,
  policyId: course.policyId,
  position: course.position,
  publishedAt: isoOrNull(course.publishedAt),
  createdAt: iso(course.createdAt),
  lessons: lessons
    .filter((lesson) => lesson.courseId === course.id)
    .map((lesson) => lessonView(lesson, link)),
});

export const questionView = (row: QuestionRow): QuestionView => ({
  id: row.id,
  code: row.code,
  version: row.version,
  post: row.post,
  kind: row.kind as QuestionView['kind'],
  topic: row.topic,
  stem: row.stem,
  options: row.options as string[],
  answer: row.answer,
  explanation: row.explanation,
  retiredAt: isoOrNull(row.retiredAt),
  createdAt: iso(row.createdAt),
});
