import { ok, refuse, type FrameFacts, type Result } from '@xuzheng/engine';
import type { PoolModel } from './jobs.ts';
import { FRAME_SIDE, measureClosely } from './measure-frames.ts';
import { sameModel, type FaceTemplate } from './template.ts';
import type { ThreadPool } from './thread-pool.ts';

/** Template of the first face of a measured frame; `profile/portraitUnfit` when it has none. */
export async function embedFrame(
  pool: ThreadPool,
  model: PoolModel,
  bytes: Uint8Array,
  frame: FrameFacts,
): Promise<Result<FaceTemplate>> {
  const face = frame.faces[0];
  if (!face) return refuse('profile/portraitUnfit');
  const embedded = await pool.run(
    { kind: 'embed', bytes, maxSide: FRAME_SIDE, landmarks: face.landmarks },
    true,
  );
  const { modelId, weightsHash } = model;
  return embedded.ok ? ok({ modelId, weightsHash, vector: embedded.value.vector }) : embedded;
}

/** The model of this pool, when the portrait was described by it; else embed the portrait again. */
export async function modelFor(
  pool: ThreadPool,
  portrait: FaceTemplate,
): Promise<Result<PoolModel>> {
  const model = await pool.model();
  if (!model) return refuse('face/unavailable', { why: 'starting' });
  return sameModel(portrait, model) ? ok(model) : refuse('face/unavailable', { why: 'otherModel' });
}

/** Template of the largest face of a picture. */
export async function embedLargest(
  pool: ThreadPool,
  bytes: Uint8Array,
): Promise<Result<FaceTemplate>> {
  const model = await pool.model();
  if (!model) return refuse('face/unavailable', { why: 'starting' });
  const measured = await measureClosely(pool, bytes);
  return measured.ok ? embedFrame(pool, model, bytes, measured.value.frame) : measured;
}
