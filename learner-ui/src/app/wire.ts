import type { Bilingual } from '../look/index.ts';
import type { ActionName, Stage, StateOwner } from '@xuzheng/engine';

/** Shapes of the API that more than one feature reads. */
export type Explanation = {
  stage: Stage;
  sentence: Bilingual;
  owner: StateOwner;
  nextStep: Bilingual;
  dueAt?: string | null;
  primaryAction?: ActionName | null;
  permitted: ActionName[];
  blockedBy?: Bilingual | null;
};
export type Step = {
  key: string;
  labelZh: string;
  labelEn: string;
  status: 'done' | 'current' | 'todo' | 'skipped';
  at?: string | null;
};
export type Hours = {
  studiedSeconds: number;
  pendingSeconds: number;
  studiedCreditHours: number;
  creditedCreditHours: number;
  requiredCreditHours: number;
  requiredProfessionalCreditHours: number;
  professionalCreditHours: number;
  lessonsCompleted: number;
  lessonsTotal: number;
  completedAt: string | null;
};
export type Enrolment = {
  id: string;
  post: string;
  postLabel: Bilingual;
  studyYear: number;
  yearStartsOn: string;
  yearEndsOn: string;
  examRequired: boolean;
  examPassedAt: string | null;
  epoch: number;
  explanation: Explanation;
  steps: Step[];
  hours: Hours;
};
export type Lesson = {
  id: string;
  position: number;
  title: string;
  topic: string;
  durationSeconds: number;
  creditHours: number;
  watchedSeconds: number;
  pendingSeconds: number;
  resumeAtSeconds: number;
  completedAt: string | null;
  posterUrl: string | null;
};
export type Course = {
  id: string;
  title: string;
  kind: 'professional' | 'public';
  lessons: Lesson[];
};
export type EnrolmentDetail = Enrolment & {
  courses: Course[];
  study: {
    open: boolean;
    replay: boolean;
    code: string | null;
    sentence: Bilingual | null;
    missing: string[];
  };
  completionNotice: string | null;
  requirementMet: boolean;
};
export type Notice = {
  id: string;
  template: string;
  body: string;
  createdAt: string;
  readAt: string | null;
};
