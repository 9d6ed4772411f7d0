/**
 * Branded ids: texts that cannot be mixed up. They cost nothing at run time. The engine's own
 * functions take plain ids where mixing is impossible; the shell brands what it parses.
 */
declare const brand: unique symbol;
export type Id<Name extends string> = string & { readonly [brand]?: Name };

export type LearnerId = Id<'learner'>;
export type StaffId = Id<'staff'>;
export type EnrolmentId = Id<'enrolment'>;
export type LessonId = Id<'lesson'>;
export type CourseId = Id<'course'>;
export type StudySessionId = Id<'studySession'>;
export type AuditId = Id<'audit'>;
export type FindingId = Id<'finding'>;
export type CertificateId = Id<'certificate'>;
export type QuestionId = Id<'question'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-9a-f][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Does the text have the shape of a uuid in lower case? */
export const isUuid = (text: string): boolean => UUID.test(text);
