import { Type } from 'typebox';
import { csrfToken } from './account.ts';
import { exact, instant, uuid } from './shared.ts';

export const handOverPlace = exact({ enrolmentId: uuid, lessonId: uuid });

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
  lessonTitle: Type.String(),
  savedSeconds: Type.Number({ description: 'The lesson goes on here' }),
});

export const handOverTaken = Type.Object({ enrolmentId: uuid, lessonId: uuid, csrfToken });
