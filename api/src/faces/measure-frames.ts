import {
  frameFault,
  ok,
  type FrameFacts,
  type QualityThresholds,
  type Result,
} from '@xuzheng/engine';
import type { DetectorKind } from './detector.ts';
import type { Measured } from './jobs.ts';
import type { ThreadPool } from './thread-pool.ts';

/** Longer side at which frames of a camera are measured. */
export const FRAME_SIDE = 640;

/** Faceless frames that are looked at again before the others follow. */
const PROBES = 2;

interface TimedPicture {
  bytes: Uint8Array;
  atMs: number;
}

type MeasuredFrame = Measured & { frame: FrameFacts };

/** One picture, measured by one detector. */
export async function measureOne(
  pool: ThreadPool,
  picture: TimedPicture,
  detector: DetectorKind,
  closely: boolean,
): Promise<Result<MeasuredFrame>> {
  const measured = await pool.run(
    { kind: 'measure', bytes: picture.bytes, maxSide: FRAME_SIDE, detector, closely },
    !closely,
  );
  if (!measured.ok) return measured;
  const frame: FrameFacts = { ...measured.value.frame, atMs: picture.atMs };
  return ok({ ...measured.value, frame });
}

/** Looks again, thoroughly, at these faceless frames; returns how many are usable after all. */
async function lookAgain(
  pool: ThreadPool,
  pictures: readonly TimedPicture[],
  frames: FrameFacts[],
  positions: readonly number[],
  quality: QualityThresholds,
): Promise<number> {
  const found = await Promise.all(
    positions.map(async (position) => {
      const picture = pictures[position];
      if (!picture) return 0;
      const again = await measureOne(pool, picture, 'thorough', false);
      if (!again.ok || again.value.frame.faces.length === 0) return 0;
      frames[position] = again.value.frame;
      return frameFault(again.value.frame, quality) === null ? 1 : 0;
    }),
  );
  return found.reduce<number>((sum, one) => sum + one, 0);
}

/**
 * Faces of every frame of a burst, spread over the pool's threads. The quick detector first; frames
 * without a face get the thorough one, the rest of them only if two probes become usable by it.
 */
export async function measureBurst(
  pool: ThreadPool,
  pictures: readonly TimedPicture[],
  quality: QualityThresholds,
): Promise<Result<FrameFacts[]>> {
  const results = await Promise.all(
    pictures.map((picture) => measureOne(pool, picture, 'tiny', false)),
  );
  const frames: FrameFacts[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    frames.push(result.value.frame);
  }
  const faceless = frames.flatMap((frame, index) => (frame.faces.length === 0 ? [index] : []));
  const found = await lookAgain(pool, pictures, frames, faceless.slice(0, PROBES), quality);
  if (found > 0) await lookAgain(pool, pictures, frames, faceless.slice(PROBES), quality);
  return ok(frames);
}

/** One picture with sharpness and perceptual hash. */
export async function measureClosely(
  pool: ThreadPool,
  bytes: Uint8Array,
): Promise<Result<MeasuredFrame>> {
  const quick = await measureOne(pool, { bytes, atMs: 0 }, 'tiny', true);
  if (!quick.ok || quick.value.frame.faces.length > 0) return quick;
  return measureOne(pool, { bytes, atMs: 0 }, 'thorough', true);
}
