import { POSTS } from '@xuzheng/engine';
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { AuditClockSchema } from './audits.ts';
import { Bilingual, ExplanationSchema, StepSchema } from './explanation.ts';
import { HandledBySchema } from './handled-by.ts';
import { day, exact, instant, nullable, oneOf, uuid } from './shared.ts';

/** A document the learner already holds; it is void in the moment the renewal succeeds. */
export const OriginalCertificate = exact({
  number: Type.String({ minLength: 4, maxLength: 64, pattern: '^[^\\s<>]+$' }),
  medium: oneOf(['paper', 'electronic']),
  issuedOn: day,
});

export const EnrolBody = exact({
  idNumber: Type.String({ maxLength: 40 }),
  name: Type.String({ maxLength: 100 }),
  phone: Type.String({ maxLength: 40 }),
  post: oneOf(POSTS),
  studyYear: Type.Integer({ minimum: 2000, maximum: 2100 }),
  policyId: Type.Optional(Type.String({ maxLength: 64, default: 'handbook' })),
  employer: Type.Optional(Type.String({ maxLength: 100 })),
  originalCertificate: Type.Optional(OriginalCertificate),
});
export type EnrolDraft = Static<typeof EnrolBody>;

/** An enrolment as staff and integrators see it: nothing personal but a masked name. */
export const EnrolmentSchema = Type.Object({
  id: uuid,
  learnerId: uuid,
  holderMasked: Type.String(),
  idNumberMasked: Type.String(),
  post: Type.String(),
  postLabel: Bilingual,
  studyYear: Type.Integer(),
  policyId: Type.String(),
  policyVersion: Type.Integer(),
  employer: nullable(Type.String()),
  examRequired: Type.Boolean(),
  epoch: Type.Integer(),
  createdAt: instant,
  stateAt: nullable(instant),
  tags: Type.Array(Type.String({ description: 'Where each region of the lifecycle stands' })),
  explanation: nullable(ExplanationSchema),
  steps: Type.Array(StepSchema),
});
export type EnrolmentView = Static<typeof EnrolmentSchema>;

/** The open audit as staff explain it: who has it, how its clock stands, why it stands still. */
const OpenAuditSchema = Type.Object({
  handledBy: nullable(HandledBySchema),
  clock: AuditClockSchema,
});
export type OpenAuditView = Static<typeof OpenAuditSchema>;

/** One enrolment. Names of staff are nobody's business outside: integrators get no `audit`. */
export const EnrolmentShownSchema = Type.Object({
  ...EnrolmentSchema.properties,
  audit: nullable(OpenAuditSchema),
});

export const EnrolmentHoursSchema = Type.Object({
  enrolmentId: uuid,
  epoch: Type.Integer(),
  studiedSeconds: Type.Number(),
  creditedSeconds: Type.Number({ description: 'Valid: an accepting verdict stands behind them' }),
  clearedSeconds: Type.Number(),
  studiedCreditHours: Type.Number(),
  creditedCreditHours: Type.Number(),
  creditHourSeconds: Type.Number(),
});

export const LifecycleEventSchema = Type.Object({
  seq: Type.Integer(),
  type: Type.String(),
  at: instant,
  actor: Type.String({ description: 'learner, staff, apiKey or system' }),
  tags: Type.Array(Type.String()),
});
