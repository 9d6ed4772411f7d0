import { Type } from 'typebox';
import { csrfToken } from './account.ts';
import { exact, instant, nullable, oneOf, uuid } from './shared.ts';

/** Where a link leads: into a lesson, or into the rehearsal of the face check. */
export const HAND_OVER_PLACES = ['lesson', 'rehearsal'] as const;
export type HandOverPlace = (typeof HAND_OVER_PLACES)[number];

export const handOverAsked = Type.Union([
  exact({ place: oneOf(['lesson'] as const), enrolmentId: uuid, lessonId: uuid }),
  exact({ place: oneOf(['rehearsal'] as const) }),
]);

export const handOverMade = Type.Object({
  url: Type.String({ description: 'Good once and shortly; whoever has it is the learner' }),
  qrSvg: Type.String({ description: 'The same as a QR code' }),
  expiresAt: instant,
  goodForSeconds: Type.Integer(),
});

export const handOverToken = exact({
  token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
});

/** What is asked to be confirmed, and nothing more of the person. */
export const handOverShown = Type.Object({
  holderMasked: Type.String(),
  place: oneOf(HAND_OVER_PLACES),
  lessonTitle: nullable(Type.String()),
  savedSeconds: nullable(Type.Number({ description: 'The lesson goes on here' })),
});

export const handOverTaken = Type.Object({
  place: oneOf(HAND_OVER_PLACES),
  enrolmentId: nullable(uuid),
  lessonId: nullable(uuid),
  csrfToken,
});
