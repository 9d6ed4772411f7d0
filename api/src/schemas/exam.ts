import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Bilingual } from './explanation.ts';
import { instant, nullable, oneOf, uuid } from './shared.ts';

export const QuestionKind = oneOf(['single', 'multiple', 'trueFalse']);

/** A question as the learner sees it: without its key, ever. */
export const PaperQuestionSchema = Type.Object({
  id: uuid,
  n: Type.Integer(),
  kind: QuestionKind,
  topic: Type.String(),
  stem: Type.String(),
  options: Type.Array(Type.String()),
});

export const TopicScoreSchema = Type.Object({
  topic: Type.String(),
  right: Type.Integer(),
  total: Type.Integer(),
});

export const AttemptSummarySchema = Type.Object({
  id: uuid,
  n: Type.Integer(),
  startedAt: instant,
  submittedAt: nullable(instant),
  elapsedSeconds: Type.Integer(),
  answered: Type.Integer(),
  questions: Type.Integer(),
  score: nullable(Type.Integer()),
  passed: nullable(Type.Boolean()),
  topics: Type.Array(TopicScoreSchema),
});
export type AttemptSummaryView = Static<typeof AttemptSummarySchema>;

export const AttemptSchema = Type.Object({
  ...AttemptSummarySchema.properties,
  enrolmentId: uuid,
  passAt: Type.Integer(),
  fullScore: Type.Integer(),
  paper: Type.Array(PaperQuestionSchema),
  answers: Type.Record(Type.String(), Type.Array(Type.Integer())),
});
export type AttemptView = Static<typeof AttemptSchema>;

export const ExamSchema = Type.Object({
  required: Type.Boolean(),
  open: Type.Boolean(),
  code: nullable(Type.String()),
  sentence: nullable(Bilingual),
  passedAt: nullable(instant),
  questions: Type.Integer(),
  pointsEach: Type.Integer(),
  passAt: Type.Integer(),
  openAttemptId: nullable(uuid),
  attempts: Type.Array(AttemptSummarySchema),
});
export type ExamView = Static<typeof ExamSchema>;

export const AnswerBody = Type.Object(
  {
    chosen: Type.Array(Type.Integer({ minimum: 0, maximum: 20 }), {
      maxItems: 20,
      uniqueItems: true,
    }),
  },
  { additionalProperties: false },
);

export const AnswerReceiptSchema = Type.Object({
  questionId: uuid,
  chosen: Type.Array(Type.Integer()),
  answered: Type.Integer(),
  savedAt: instant,
});
