import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Post } from '@xuzheng/engine';
import { part, type Visitor } from '../../../tools/scenario/visitor.ts';
import { ROOT } from '../../../tools/ground/paths.ts';

/** Three real lessons of eight seconds, in the order in which they are learnt. */
export const SHORT_LESSONS = [
  'api/content/short-lessons/short-height',
  'api/content/short-lessons/short-power',
  'api/content/short-lessons/short-concrete',
] as const;

/** A lesson of more than a minute: there is time for things to happen in it. */
export const LONG_LESSON = 'api/content/lessons/work-at-height';

export interface CoursePlan {
  readonly studyYear: number;
  readonly posts: readonly Post[];
  /** Folders of lessons, in their order; three short ones when left out. */
  readonly lessons?: readonly string[] | undefined;
}

async function uploadLesson(registrar: Visitor, courseId: string, folder: string): Promise<void> {
  const read = (name: string) => readFile(join(ROOT, folder, name));
  const sheet = JSON.parse((await read('lesson.json')).toString()) as Record<string, string>;
  const form = new FormData();
  form.set('title', sheet['title'] ?? folder);
  form.set('topic', sheet['topic'] ?? folder);
  form.append('video', part(await read('lesson.webm'), 'video/webm'), 'lesson.webm');
  form.append('video', part(await read('lesson.mp4'), 'video/mp4'), 'lesson.mp4');
  form.set('poster', part(await read('poster.jpg'), 'image/jpeg'), 'poster.jpg');
  form.set('subtitles', part(await read('subtitles.zh.vtt'), 'text/vtt'), 'subtitles.vtt');
  await registrar.send('POST', `/api/courses/${courseId}/lessons`, form);
}

/** Has the registrar publish one course for these posts, with the lessons of these folders. */
export async function publishCourse(
  registrar: Visitor,
  { studyYear, posts, lessons = SHORT_LESSONS }: CoursePlan,
): Promise<void> {
  const body = {
    title: '施工现场安全',
    kind: 'professional' as const,
    studyYear,
    posts: [...posts],
  };
  const { id } = await registrar.api.take(registrar.api.POST('/api/courses', { body }));
  for (const folder of lessons) await uploadLesson(registrar, id, folder);
  await registrar.api.take(
    registrar.api.POST('/api/courses/{id}/publish', { params: { path: { id } } }),
  );
}
