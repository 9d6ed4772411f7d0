import { call } from '../../app/http.ts';
import type { Bilingual } from '../../look/index.ts';

export type AttemptSummary = {
  id: string;
  n: number;
  startedAt: string;
  submittedAt: string | null;
  elapsedSeconds: number;
  answered: number;
  questions: number;
  score: number | null;
  passed: boolean | null;
  topics: { topic: string; right: number; total: number }[];
};
export type Question = {
  id: string;
  n: number;
  kind: 'single' | 'multiple' | 'trueFalse';
  topic: string;
  stem: string;
  options: string[];
};
export type Attempt = AttemptSummary & {
  enrolmentId: string;
  passAt: number;
  fullScore: number;
  paper: Question[];
  answers: Record<string, number[]>;
};
export type Exam = {
  required: boolean;
  open: boolean;
  sentence: Bilingual | null;
  passedAt: string | null;
  questions: number;
  pointsEach: number;
  passAt: number;
  openAttemptId: string | null;
  attempts: AttemptSummary[];
};

const at = (id: string, rest = '') => `/api/me/exam-attempts/${id}${rest}`;

export const readExam = (enrolmentId: string) =>
  call<Exam>('GET', `/api/me/enrolments/${enrolmentId}/exam`);
export const startAttempt = (enrolmentId: string) =>
  call<Attempt>('POST', `/api/me/enrolments/${enrolmentId}/exam/attempts`, {});
export const readAttempt = (id: string) => call<Attempt>('GET', at(id));
export const saveAnswer = (id: string, questionId: string, chosen: number[]) =>
  call<unknown>('PUT', at(id, `/answers/${questionId}`), { chosen });
export const submitAttempt = (id: string) => call<Attempt>('POST', at(id, '/submit'), {});
