import type { Answer } from './client.ts';

/** Shapes of the API that more than one feature reads. */
export type Enrolment = Answer<'/api/enrolments/{id}', 'get'>;
export type Explanation = NonNullable<Enrolment['explanation']>;
export type Step = Enrolment['steps'][number];
export type Case = Answer<'/api/audits/{id}', 'get'>;
/** What of a case is evidence: all that a reviewer without names sees of it as well. */
export type CaseEvidence = Pick<
  Case,
  'portraitUrl' | 'snapshots' | 'sessions' | 'faceChecks' | 'attendedChecks' | 'findings'
>;
export type CaseSnapshot = Case['snapshots'][number];
export type Passport = Answer<'/api/audits/{id}/passport', 'get'>;
export type Certificate = Answer<'/api/certificates', 'get'>['items'][number];
