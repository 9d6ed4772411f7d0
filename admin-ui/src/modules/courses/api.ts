import { client, take, type Answer, type Sent } from '../../app/client.ts';
import { upload } from '../../app/upload.ts';

export type Course = Answer<'/api/courses/{id}', 'get'>;
export type Lesson = Course['lessons'][number];
export type CourseDraft = Sent<'/api/courses', 'post'>;
export type LessonChanges = Sent<'/api/lessons/{id}', 'patch'>;

const at = (id: string) => ({ path: { id } });

export const readCourse = (id: string) => take(client.GET('/api/courses/{id}', { params: at(id) }));

export const saveCourse = (id: string | null, body: CourseDraft) =>
  id === null
    ? take(client.POST('/api/courses', { body }))
    : take(client.PATCH('/api/courses/{id}', { params: at(id), body }));

export const publishCourse = (id: string) =>
  take(client.POST('/api/courses/{id}/publish', { params: at(id) }));

export const changeLesson = (id: string, body: LessonChanges) =>
  take(client.PATCH('/api/lessons/{id}', { params: at(id), body }));

export const removeLesson = (id: string) =>
  take(client.DELETE('/api/lessons/{id}', { params: at(id) }));

export const uploadLesson = (courseId: string, form: FormData, onProgress: (n: number) => void) =>
  upload<Answer<'/api/courses/{id}/lessons', 'post'>>(
    `/api/courses/${courseId}/lessons`,
    form,
    onProgress,
  );
