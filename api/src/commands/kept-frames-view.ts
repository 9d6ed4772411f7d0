import { frameReceiptsOf, keptFramesOf, type KeptFrames } from '../db/kept-frames.ts';
import type { Deps } from '../deps.ts';
import type { KeptFramesView } from '../schemas/kept-frames.ts';
import { iso, isoOrNull } from '../schemas/shared.ts';

const sum = (rows: readonly KeptFrames[]): number =>
  rows.reduce((total, row) => total + row.frames, 0);

/** What is kept of a learner's pictures, what a withdrawal leaves for now and why, what it deleted. */
export async function showKeptFrames(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  learnerId: string,
): Promise<KeptFramesView> {
  const rows = await keptFramesOf(db, learnerId, new Date(clock.now()));
  const receipts = await frameReceiptsOf(db, learnerId);
  return {
    kept: sum(rows.filter((row) => !row.withdrawn)),
    leaving: sum(rows.filter((row) => row.withdrawn && row.heldFor === null)),
    held: rows.flatMap(({ heldFor, studyYear, until, frames }) =>
      heldFor === null ? [] : [{ heldFor, studyYear, until: isoOrNull(until), frames }],
    ),
    receipts: receipts.map(({ at, frames }) => ({ at: iso(at), frames })),
  };
}
