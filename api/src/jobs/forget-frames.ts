import {
  forgetFrame,
  framesToForget,
  insertFrameReceipt,
  type FrameToForget,
} from '../db/kept-frames.ts';
import { writeJournal } from '../db/journal.ts';
import type { Deps } from '../deps.ts';

type FrameDeps = Pick<Deps, 'db' | 'storage' | 'clock'>;

/** Frames deleted in one go, so that other jobs of the process get their turn. */
const AT_A_TIME = 100;

const filesOf = (frames: readonly FrameToForget[]): number =>
  frames.reduce((sum, frame) => sum + frame.keys.length, 0);

/** The frames whose files are gone. A store that fails at one of them is asked again for it later. */
async function deleteFiles(
  { storage }: FrameDeps,
  frames: readonly FrameToForget[],
): Promise<FrameToForget[]> {
  const gone = await Promise.allSettled(
    frames.map(async (frame) => {
      for (const key of frame.keys) await storage.delete(key);
      return frame;
    }),
  );
  return gone.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

/** Rows, receipt and journal of one learner in one transaction. */
async function noteForgotten(
  { db, clock }: FrameDeps,
  learnerId: string,
  frames: readonly FrameToForget[],
): Promise<number> {
  const at = new Date(clock.now());
  return db.transaction().execute(async (trx) => {
    const mine: FrameToForget[] = [];
    for (const frame of frames) if (await forgetFrame(trx, frame, at)) mine.push(frame);
    const count = filesOf(mine);
    if (count === 0) return 0;
    await insertFrameReceipt(trx, { learnerId, at, frames: count });
    await writeJournal(trx, {
      ...{ at, actor: { kind: 'system' }, action: 'face.framesForgotten', learnerId },
      details: { frames: count },
    });
    return count;
  });
}

/**
 * Deletes the pictures whose owners withdrew the consent to keep them: the file first, so that a
 * process killed in between leaves a row that is deleted again, never a file nobody knows of. Hash and
 * verdict stay as evidence without a picture. What an open audit, appeal or doubt rests on stays until
 * it is decided. Run every minute; gives how many pictures went.
 */
export async function forgetFrames(deps: FrameDeps): Promise<number> {
  const due = await framesToForget(deps.db, new Date(deps.clock.now()), AT_A_TIME);
  const gone = await deleteFiles(deps, due);
  let count = 0;
  for (const [learnerId, frames] of Map.groupBy(gone, (frame) => frame.learnerId)) {
    count += await noteForgotten(deps, learnerId, frames);
  }
  return count;
}
