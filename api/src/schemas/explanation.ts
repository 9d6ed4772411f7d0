import { Type } from 'typebox';
import type { Static } from 'typebox';
import { instant, nullable, oneOf } from './shared.ts';

/** A text in both languages; Chinese leads. */
export const Bilingual = Type.Object({ zh: Type.String(), en: Type.String() });

/** Where an enrolment stands, who acts next, until when, what may be done now (F36). */
export const ExplanationSchema = Type.Object({
  stage: Type.String(),
  sentence: Bilingual,
  owner: Type.String({
    description: 'learner, auditor, seniorAuditor, support, registry, system or nobody',
  }),
  nextStep: Bilingual,
  dueAt: nullable(instant),
  primaryAction: nullable(Type.String()),
  permitted: Type.Array(Type.String()),
  blockedBy: nullable(Bilingual),
  beside: Type.Array(Bilingual, {
    description:
      'What goes on beside the state: an estimated date, a failed SMS, a silent registry',
  }),
});
export type ExplanationView = Static<typeof ExplanationSchema>;

/** One bead of the lifecycle stepper. */
export const StepSchema = Type.Object({
  key: Type.String(),
  labelZh: Type.String(),
  labelEn: Type.String(),
  status: oneOf(['done', 'current', 'todo', 'skipped']),
  at: nullable(instant),
});
export type StepView = Static<typeof StepSchema>;
