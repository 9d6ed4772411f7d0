import { Type } from 'typebox';
import type { Static } from 'typebox';
import { HELD_FOR } from '../db/kept-frames.ts';
import { instant, nullable, oneOf } from './shared.ts';

export const KeptFramesSchema = Type.Object({
  kept: Type.Integer({ description: 'Pictures kept with consent' }),
  leaving: Type.Integer({ description: 'Consent withdrawn: deleted within a day' }),
  held: Type.Array(
    Type.Object({
      heldFor: oneOf(HELD_FOR),
      studyYear: nullable(Type.Integer()),
      until: nullable(instant),
      frames: Type.Integer(),
    }),
    { description: 'Consent withdrawn, but evidence of what is not decided yet' },
  ),
  receipts: Type.Array(Type.Object({ at: instant, frames: Type.Integer() }), {
    description: 'What was deleted, newest first',
  }),
});
export type KeptFramesView = Static<typeof KeptFramesSchema>;
