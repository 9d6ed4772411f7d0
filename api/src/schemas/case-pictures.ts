import { Type } from 'typebox';
import { instant, nullable, oneOf, uuid } from './shared.ts';

const pictureForgotten = Type.Boolean({
  description: 'The learner withdrew the consent to keep it: the verdict stands without a picture',
});

export const CaseSnapshot = Type.Object({
  id: uuid,
  sessionId: uuid,
  takenAt: instant,
  outcome: oneOf(['pending', 'matched', 'uncertain', 'missed', 'fault']),
  reason: nullable(Type.String()),
  portraitDistance: nullable(Type.Number()),
  entryDistance: nullable(Type.Number()),
  thresholdsVersion: nullable(Type.String()),
  modelId: nullable(Type.String()),
  flags: Type.Array(Type.String()),
  imageUrl: Type.String(),
  pictureForgotten,
});

export const CaseFaceCheck = Type.Object({
  id: uuid,
  sessionId: nullable(uuid),
  kind: oneOf(['entry', 'recheck', 'rehearsal']),
  at: nullable(instant),
  actions: Type.Array(Type.String()),
  outcome: nullable(Type.String()),
  reason: nullable(Type.String()),
  distance: nullable(Type.Number()),
  frames: Type.Array(Type.String({ description: 'Image URLs' })),
  pictureForgotten,
});
