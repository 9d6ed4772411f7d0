import { Type } from 'typebox';
import type { Static } from 'typebox';
import { day, nullable } from './shared.ts';

/** Who has a case today. Null as a whole: it is everybody's, and nobody has taken it. */
export const HandledBySchema = Type.Object({
  name: nullable(Type.String({ description: 'Null: the owner is away and nobody stands in' })),
  mine: Type.Boolean(),
  owner: Type.String(),
  awayUntil: nullable(day),
});
export type HandledByView = Static<typeof HandledBySchema>;
