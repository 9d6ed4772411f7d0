import { LIVENESS_PROMPTS } from '@xuzheng/engine';
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Bilingual } from './explanation.ts';
import { exact, instant, nullable, oneOf, uuid } from './shared.ts';

export const learnerFound = Type.Object({
  id: uuid,
  name: Type.String(),
  idNumberMasked: Type.String(),
  phoneMasked: Type.String(),
  activated: Type.Boolean(),
  profileCompleted: Type.Boolean(),
});

/** Exactly one of the three: only hashes are searched, so only whole values are found. */
export const learnerSearch = exact({
  idNumber: Type.Optional(Type.String({ maxLength: 60 })),
  name: Type.Optional(Type.String({ maxLength: 100 })),
  phoneTail: Type.Optional(Type.String({ pattern: '^[0-9]{4}$' })),
});

export const correctionState = oneOf(['requested', 'approved', 'rejected'] as const);
export const correction = Type.Object({
  id: uuid,
  learnerId: uuid,
  learnerName: Type.String(),
  oldPhoneMasked: Type.String(),
  newPhoneMasked: Type.String(),
  reason: Type.String(),
  state: correctionState,
  requestedBy: Type.String(),
  requestedByMe: Type.Boolean(),
  requestedAt: instant,
  decidedBy: nullable(Type.String()),
  decidedAt: nullable(instant),
});
export const newCorrection = exact({
  newPhone: Type.String({ minLength: 1, maxLength: 40 }),
  reason: Type.String({ maxLength: 500 }),
});

export const unmaskBody = exact({
  what: oneOf(['idNumber', 'phone'] as const),
  reason: Type.String({ minLength: 4, maxLength: 200, description: 'the learner will read it' }),
});
export const unmasked = Type.Object({ value: Type.String() });
export const unlockBody = exact({ reason: Type.String({ minLength: 4, maxLength: 200 }) });

/** Actions nobody asks a learner for, and extra time (F18). */
export const accommodationBody = exact({
  leftOut: Type.Array(oneOf(LIVENESS_PROMPTS), { maxItems: 4 }),
  timeFactor: Type.Number({ minimum: 1, maximum: 3, description: '1, 1.5, 2 or 3' }),
  reason: Type.String({ minLength: 4, maxLength: 500, description: 'the learner will read it' }),
});
export const accommodationView = Type.Object({
  id: uuid,
  leftOut: Type.Array(oneOf(LIVENESS_PROMPTS)),
  timeFactor: Type.Number(),
  words: Bilingual,
  reason: Type.String(),
  recordedBy: Type.String(),
  recordedAt: instant,
  endedAt: nullable(instant),
});
export const accommodationList = Type.Object({ items: Type.Array(accommodationView) });
export type AccommodationView = Static<typeof accommodationView>;
