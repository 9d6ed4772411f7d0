import { CLEAR_SCOPES } from '@xuzheng/engine';
import { Type } from 'typebox';
import { Bilingual } from './explanation.ts';
import { commandId, exact, instant, nullable, oneOf, uuid } from './shared.ts';

/** How much a clear takes. */
export const ClearScopeSchema = exact({
  kind: oneOf(CLEAR_SCOPES),
  ids: Type.Array(uuid, {
    maxItems: 200,
    description: 'Courses, lessons or study sessions, as the kind says; none for the whole year',
  }),
});

/** What a clear would cost, before anyone signs it. */
export const ClearCostSchema = Type.Object({
  suspectSeconds: Type.Number(),
  clearedSeconds: Type.Number(),
  keptSeconds: Type.Number(),
  sentence: Type.String(),
});

const ClearChoice = Type.Object({
  id: uuid,
  label: Type.String(),
  seconds: Type.Number({ description: 'What a clear of this alone would take' }),
  suspect: Type.Boolean({ description: 'A finding names it' }),
});

/** The scopes the policy allows here, each with what can be chosen and what it costs. */
export const ClearOptionsSchema = Type.Object({
  scopes: Type.Array(
    Type.Object({
      kind: oneOf(CLEAR_SCOPES),
      label: Bilingual,
      cost: ClearCostSchema,
      /** Empty for the whole year. */
      choices: Type.Array(ClearChoice),
    }),
  ),
});

/** A scope in words. */
export const ScopeShown = Type.Object({
  kind: oneOf(CLEAR_SCOPES),
  ids: Type.Array(Type.String()),
  words: Bilingual,
});

/** What the audit asked the learner, and the answer. It names nobody. */
export const QuestionSchema = Type.Object({
  id: uuid,
  question: Type.String(),
  askedAt: instant,
  answerUntil: instant,
  state: oneOf(['asked', 'answered', 'lapsed']),
  answer: nullable(Type.String()),
  endedAt: nullable(instant),
  face: nullable(
    Type.Object(
      { outcome: Type.String(), at: nullable(instant) },
      { description: 'A face check the learner made for the answer' },
    ),
  ),
});

export const ClearCostBody = exact({ scope: ClearScopeSchema });
export const ConflictBody = exact({
  commandId,
  reason: Type.String({ minLength: 4, maxLength: 500, description: 'Colleagues read it' }),
});
