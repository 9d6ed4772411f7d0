import type { Db } from './connect.ts';

type EpochKey = { readonly enrolmentId: string; readonly epoch: number };

/**
 * Snapshots of an epoch whose picture is all but the same as another learner's: equal perceptual
 * hashes. A calm sitter repeats only themself, so this is looked for between learners alone.
 */
export async function facesSharedWith(
  db: Db,
  key: EpochKey,
): Promise<{ checkId: string; sessionId: string }[]> {
  const rows = await db
    .selectFrom('snapshots as s')
    .select(['s.id as checkId', 's.sessionId'])
    .where('s.enrolmentId', '=', key.enrolmentId)
    .where('s.epoch', '=', key.epoch)
    .where('s.perceptualHash', 'is not', null)
    .where('s.perceptualHash', '<>', 0)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('snapshots as o')
          .select('o.id')
          .whereRef('o.perceptualHash', '=', 's.perceptualHash')
          .whereRef('o.learnerId', '<>', 's.learnerId'),
      ),
    )
    .execute();
  return rows;
}
