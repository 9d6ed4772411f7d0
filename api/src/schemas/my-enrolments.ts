import { MAKE_UP_STATES } from '@xuzheng/engine';
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Bilingual, ExplanationSchema, StepSchema } from './explanation.ts';
import { day, instant, nullable, oneOf, uuid } from './shared.ts';

const PassportKind = oneOf(['credited', 'pending', 'uncounted']);

/** Credit hours with one decimal; seconds exact to the millisecond. */
export const HoursSchema = Type.Object({
  studiedSeconds: Type.Number({
    description: 'Watched seconds of this epoch, credited or pending',
  }),
  pendingSeconds: Type.Number({ description: 'Of these, seconds a person must look at' }),
  studiedCreditHours: Type.Number(),
  creditedCreditHours: Type.Number({ description: 'Valid: an accepting verdict exists' }),
  requiredCreditHours: Type.Number(),
  requiredProfessionalCreditHours: Type.Number(),
  professionalCreditHours: Type.Number(),
  lessonsCompleted: Type.Integer(),
  lessonsTotal: Type.Integer(),
  completedAt: nullable(instant),
});
export type HoursView = Static<typeof HoursSchema>;

const enrolmentFields = {
  id: uuid,
  post: Type.String(),
  postLabel: Bilingual,
  studyYear: Type.Integer(),
  yearStartsOn: day,
  yearEndsOn: Type.String({ format: 'date', description: 'Exclusive: first day of the next year' }),
  policyId: Type.String(),
  policyVersion: Type.Integer(),
  examRequired: Type.Boolean(),
  examPassedAt: nullable(instant),
  epoch: Type.Integer({ description: '1, and one more after each clear' }),
  explanation: ExplanationSchema,
  steps: Type.Array(StepSchema),
  hours: HoursSchema,
};

export const MyEnrolmentSchema = Type.Object(enrolmentFields);
export type MyEnrolmentView = Static<typeof MyEnrolmentSchema>;

export const MyLessonSchema = Type.Object({
  id: uuid,
  position: Type.Integer(),
  title: Type.String(),
  topic: Type.String(),
  durationSeconds: Type.Number(),
  creditHours: Type.Number(),
  watchedSeconds: Type.Number(),
  pendingSeconds: Type.Number(),
  resumeAtSeconds: Type.Number(),
  completedAt: nullable(instant),
  lastReceipt: nullable(Bilingual),
  sharedFrom: Type.Union(
    [Type.Object({ postLabel: Bilingual, studyYear: Type.Integer(), at: instant }), Type.Null()],
    { description: 'Public hours studied for another post; null: studied here' },
  ),
  posterUrl: nullable(Type.String()),
});
export type MyLessonView = Static<typeof MyLessonSchema>;

export const MyCourseSchema = Type.Object({
  id: uuid,
  title: Type.String(),
  kind: oneOf(['professional', 'public']),
  lessons: Type.Array(MyLessonSchema),
});
export type MyCourseView = Static<typeof MyCourseSchema>;

/** Whether study may begin now; when not, the refusal that starting would give. */
export const StudyGateSchema = Type.Object({
  open: Type.Boolean(),
  replay: Type.Boolean({ description: 'Hours are complete: free replay, nothing is credited' }),
  code: nullable(Type.String()),
  sentence: nullable(Bilingual),
  missing: Type.Array(Type.String(), { description: 'What the profile still lacks' }),
});
export type StudyGateView = Static<typeof StudyGateSchema>;

export const MyEnrolmentDetailSchema = Type.Object({
  ...enrolmentFields,
  courses: Type.Array(MyCourseSchema),
  study: StudyGateSchema,
  completionNotice: Type.Union([Type.String(), Type.Null()], {
    description: 'The notice of the handbook, word for word, once all courses are complete',
  }),
  requirementMet: Type.Boolean({
    description: 'False when all lessons are complete but published courses give too few hours',
  }),
});
export type MyEnrolmentDetailView = Static<typeof MyEnrolmentDetailSchema>;

export const PassportMinuteSchema = Type.Object({
  startsAt: instant,
  creditedSeconds: Type.Number(),
  pendingSeconds: Type.Number(),
  uncountedSeconds: Type.Number(),
  kind: PassportKind,
  reason: nullable(Type.String()),
});
export type PassportMinuteView = Static<typeof PassportMinuteSchema>;

export const PassportSegmentSchema = Type.Object({
  sessionId: uuid,
  lessonId: uuid,
  n: Type.Integer(),
  kind: PassportKind,
  reason: nullable(Type.String()),
  startedAt: instant,
  endedAt: instant,
  lessonFrom: Type.Number(),
  lessonTo: Type.Number(),
  beats: Type.Integer(),
  presenceAt: nullable(instant),
  evidence: Type.Array(Type.String()),
});
export type PassportSegmentView = Static<typeof PassportSegmentSchema>;

/** A study session as it is listed under the strip; its checks can be verified once it has ended. */
export const PassportSessionSchema = Type.Object({
  id: uuid,
  lessonTitle: Type.String(),
  startedAt: instant,
  endedAt: nullable(instant),
  creditedSeconds: Type.Number(),
  pendingSeconds: Type.Number(),
  commitment: Type.String(),
  provable: Type.Boolean({ description: 'Ended, and checked by a plan that can be verified' }),
});

/** A minute of the passport with what it rests on: ids of snapshots and face checks. */
export const EvidencedMinuteSchema = Type.Object({
  ...PassportMinuteSchema.properties,
  sessionId: uuid,
  lessonId: uuid,
  reasons: Type.Array(Type.Object({ reason: Type.String(), seconds: Type.Number() }), {
    description: 'Why seconds of the minute do not count, the dearest first',
  }),
  evidence: Type.Array(Type.String()),
});
export type EvidencedMinuteView = Static<typeof EvidencedMinuteSchema>;

/** A stretch of a lesson in which nobody was seen, and what has become of it (F18). */
export const MissedPartSchema = Type.Object({
  sessionId: uuid,
  lessonId: uuid,
  lessonTitle: Type.String(),
  fromSeconds: Type.Number({ description: 'Of the lesson' }),
  toSeconds: Type.Number(),
  leftSeconds: Type.Number({ description: 'Of these, still to be watched' }),
  missedAt: instant,
  makeUpUntil: instant,
  state: oneOf(MAKE_UP_STATES),
  madeUpAt: nullable(instant),
});
export type MissedPartView = Static<typeof MissedPartSchema>;

/** Minute passport (F15): every second has a place; the parts sum to the elapsed time. */
export const PassportSchema = Type.Object({
  epoch: Type.Integer(),
  totals: Type.Object({
    elapsedSeconds: Type.Number(),
    creditedSeconds: Type.Number(),
    pendingSeconds: Type.Number(),
    uncountedSeconds: Type.Number(),
    uncountedByReason: Type.Record(Type.String(), Type.Number()),
  }),
  segments: Type.Array(PassportSegmentSchema),
  minutes: Type.Array(EvidencedMinuteSchema),
  sessions: Type.Array(PassportSessionSchema),
  missed: Type.Object({
    makeUpDays: Type.Integer({ description: 'After the miss, by the policy' }),
    openSeconds: Type.Number({ description: 'Still to be made up in time' }),
    parts: Type.Array(MissedPartSchema),
  }),
});
export type PassportView = Static<typeof PassportSchema>;
