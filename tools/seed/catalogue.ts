import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { POSTS } from '@xuzheng/engine';
import { ROOT } from '../ground/paths.ts';
import type { Knowledge } from '../scenario/exam.ts';
import { part, type Visitor } from '../scenario/visitor.ts';

const CONTENT = join(ROOT, 'api/content');
const QUESTIONS = join(CONTENT, 'questions.csv');
const LESSONS = ['work-at-height', 'site-power-and-fire', 'concrete-quality'] as const;

/** A course as it lies in `api/content`. */
export interface CourseSheet {
  readonly title: string;
  readonly kind: 'professional' | 'public';
  /** Where its lessons lie. */
  readonly folder: 'lessons' | 'short-lessons';
  readonly lessons: readonly string[];
}

const DEMO_COURSES: readonly CourseSheet[] = [
  { title: '施工现场安全', kind: 'professional', folder: 'lessons', lessons: LESSONS.slice(0, 2) },
  { title: '施工质量控制', kind: 'public', folder: 'lessons', lessons: LESSONS.slice(2) },
];

interface LessonSheet {
  readonly title: string;
  readonly topic: string;
}

async function uploadLesson(registrar: Visitor, courseId: string, folder: string): Promise<void> {
  const read = (name: string) => readFile(join(folder, name));
  const sheet = JSON.parse((await read('lesson.json')).toString()) as LessonSheet;
  const form = new FormData();
  form.set('title', sheet.title);
  form.set('topic', sheet.topic);
  form.append('video', part(await read('lesson.webm'), 'video/webm'), 'lesson.webm');
  form.append('video', part(await read('lesson.mp4'), 'video/mp4'), 'lesson.mp4');
  form.set('poster', part(await read('poster.jpg'), 'image/jpeg'), 'poster.jpg');
  form.set('subtitles', part(await read('subtitles.zh.vtt'), 'text/vtt'), 'subtitles.vtt');
  await registrar.send('POST', `/api/courses/${courseId}/lessons`, form);
}

/** Has the registrar make courses for every post of a study year, with their real videos; once. */
export async function makeCourses(
  registrar: Visitor,
  studyYear: number,
  courses: readonly CourseSheet[] = DEMO_COURSES,
): Promise<void> {
  const { api } = registrar;
  const there = await api.take(api.GET('/api/courses', { params: { query: { studyYear } } }));
  if (there.items.length > 0) return;
  for (const { title, kind, folder, lessons } of courses) {
    const body = { title, kind, studyYear, posts: [...POSTS] };
    const { id } = await api.take(api.POST('/api/courses', { body }));
    for (const slug of lessons) await uploadLesson(registrar, id, join(CONTENT, folder, slug));
    await api.take(api.POST('/api/courses/{id}/publish', { params: { path: { id } } }));
  }
}

/** Imports the question bank as a registrar would: the file as it is. */
export async function importQuestions(registrar: Visitor): Promise<void> {
  const form = new FormData();
  form.set('file', part(await readFile(QUESTIONS), 'text/csv'), 'questions.csv');
  await registrar.send('POST', '/api/questions/import', form);
}

/** The right options by stem: what the learners of the seed have learnt. */
export async function readKnowledge(): Promise<Knowledge> {
  const rows = parse(await readFile(QUESTIONS), { columns: true, bom: true }) as Record<
    string,
    string
  >[];
  return new Map(
    rows.map((row) => {
      const right = [...(row['answer'] ?? '')].map((letter) => row[`option${letter}`] ?? '');
      return [row['stem'] ?? '', new Set(right.map((option) => option.trim()))];
    }),
  );
}
