import { client, take, type Answer } from '../../app/client.ts';

export type Exam = Answer<'/api/me/enrolments/{id}/exam', 'get'>;
export type Attempt = Answer<'/api/me/exam-attempts/{id}', 'get'>;
export type Question = Attempt['paper'][number];

const path = (id: string) => ({ params: { path: { id } } });

export const readExam = (enrolmentId: string) =>
  take(client.GET('/api/me/enrolments/{id}/exam', path(enrolmentId)));
export const startAttempt = (enrolmentId: string) =>
  take(client.POST('/api/me/enrolments/{id}/exam/attempts', path(enrolmentId)));
export const readAttempt = (id: string) => take(client.GET('/api/me/exam-attempts/{id}', path(id)));
export const saveAnswer = (id: string, questionId: string, chosen: number[]) =>
  take(
    client.PUT('/api/me/exam-attempts/{id}/answers/{questionId}', {
      params: { path: { id, questionId } },
      body: { chosen },
    }),
  );
export const submitAttempt = (id: string) =>
  take(client.POST('/api/me/exam-attempts/{id}/submit', path(id)));
