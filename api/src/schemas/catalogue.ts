import { Type } from 'typebox';
import type { Static } from 'typebox';
import { QuestionKind } from './exam.ts';
import { instant, nullable, oneOf, uuid } from './shared.ts';

const MaybeText = nullable(Type.String());
const CourseKind = oneOf(['professional', 'public']);

export const LessonSchema = Type.Object({
  id: uuid,
  courseId: uuid,
  position: Type.Integer(),
  title: Type.String(),
  topic: Type.String(),
  durationSeconds: Type.Number({ description: 'Measured on the server' }),
  sources: Type.Array(Type.Object({ type: Type.String(), url: Type.String() })),
  posterUrl: MaybeText,
  subtitlesUrl: MaybeText,
});
export type LessonView = Static<typeof LessonSchema>;

export const CourseSchema = Type.Object({
  id: uuid,
  title: Type.String(),
  kind: CourseKind,
  studyYear: Type.Integer(),
  posts: Type.Array(Type.String()),
  policyId: MaybeText,
  position: Type.Integer(),
  publishedAt: nullable(instant),
  createdAt: instant,
  lessons: Type.Array(LessonSchema),
});
export type CourseView = Static<typeof CourseSchema>;

export const CourseDraft = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 120 }),
    kind: CourseKind,
    studyYear: Type.Integer({ minimum: 2000, maximum: 2100 }),
    posts: Type.Array(Type.String({ maxLength: 60 }), { minItems: 1, maxItems: 20 }),
    policyId: Type.Optional(Type.Union([Type.String({ maxLength: 60 }), Type.Null()])),
    position: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
  },
  { additionalProperties: false },
);
export type CourseDraftAsked = Static<typeof CourseDraft>;

export const CourseChanges = Type.Partial(CourseDraft, { additionalProperties: false });
export type CourseChangesAsked = Static<typeof CourseChanges>;

export const LessonChanges = Type.Object(
  {
    title: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
    topic: Type.Optional(Type.String({ maxLength: 60 })),
    position: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  },
  { additionalProperties: false },
);

export const QuestionSchema = Type.Object({
  id: uuid,
  code: Type.String(),
  version: Type.Integer(),
  post: MaybeText,
  kind: QuestionKind,
  topic: Type.String(),
  stem: Type.String(),
  options: Type.Array(Type.String()),
  answer: Type.Array(Type.Integer()),
  explanation: Type.String(),
  retiredAt: nullable(instant),
  createdAt: instant,
});
export type QuestionView = Static<typeof QuestionSchema>;

const questionContent = {
  post: Type.Union([Type.String({ maxLength: 60 }), Type.Null()], {
    description: 'Null: for every post',
  }),
  kind: QuestionKind,
  topic: Type.String({ minLength: 1, maxLength: 60 }),
  stem: Type.String({ minLength: 4, maxLength: 1000 }),
  options: Type.Array(Type.String({ minLength: 1, maxLength: 300 }), { minItems: 2, maxItems: 8 }),
  answer: Type.Array(Type.Integer({ minimum: 0, maximum: 7 }), { minItems: 1, maxItems: 8 }),
  explanation: Type.Optional(Type.String({ maxLength: 1000 })),
};
export const QuestionContent = Type.Object(questionContent, { additionalProperties: false });
export type QuestionContentAsked = Static<typeof QuestionContent>;

export const QuestionDraft = Type.Object(
  { code: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$' }), ...questionContent },
  { additionalProperties: false },
);
export type QuestionDraftAsked = Static<typeof QuestionDraft>;

export const ImportReportSchema = Type.Object({
  rows: Type.Integer(),
  inserted: Type.Integer(),
  updated: Type.Integer(),
  unchanged: Type.Integer(),
  refused: Type.Array(
    Type.Object({ row: Type.Integer(), code: Type.String(), sentence: Type.String() }),
  ),
});
export type ImportReportView = Static<typeof ImportReportSchema>;
