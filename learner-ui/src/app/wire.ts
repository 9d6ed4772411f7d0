import type { Answer } from './client.ts';

/** Shapes of the API that more than one feature reads, by the names the features use. */
export type Enrolment = Answer<'/api/me/enrolments', 'get'>[number];
export type EnrolmentDetail = Answer<'/api/me/enrolments/{id}', 'get'>;
export type Explanation = Enrolment['explanation'];
export type Step = Enrolment['steps'][number];
export type Hours = Enrolment['hours'];
export type Course = EnrolmentDetail['courses'][number];
export type Lesson = Course['lessons'][number];
export type Notice = Answer<'/api/me/notices', 'get'>['items'][number];
