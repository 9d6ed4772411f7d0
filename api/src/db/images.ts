import type { Db } from './connect.ts';

/** A sealed picture of a learner, and the key that opens it. */
export type SealedImage = {
  readonly id: string;
  readonly learnerId: string;
  readonly storageKey: string;
  readonly wrappedDataKey: Buffer;
};

type Found = Omit<SealedImage, 'storageKey' | 'wrappedDataKey'> & {
  readonly storageKey: string | null;
  readonly wrappedDataKey: Buffer | null;
};

// Without its key a picture is gone, wherever its bytes may lie; one that was forgotten is nowhere.
function withKey(row: Found | undefined): SealedImage | null {
  if (row === undefined) return null;
  const { storageKey, wrappedDataKey } = row;
  return storageKey === null || wrappedDataKey === null
    ? null
    : { ...row, storageKey, wrappedDataKey };
}

/** A snapshot's picture; null when there is none. */
export const snapshotImage = async (db: Db, id: string): Promise<SealedImage | null> =>
  withKey(
    await db
      .selectFrom('snapshots as s')
      .innerJoin('learners as l', 'l.id', 's.learnerId')
      .select(['s.id', 's.learnerId', 's.storageKey', 'l.wrappedDataKey'])
      .where('s.id', '=', id)
      .executeTakeFirst(),
  );

/** The n-th kept frame of a face check, from 0; null when there is none. */
export async function faceCheckImage(db: Db, id: string, n: number): Promise<SealedImage | null> {
  const row = await db
    .selectFrom('faceChecks as c')
    .innerJoin('learners as l', 'l.id', 'c.learnerId')
    .select(['c.id', 'c.learnerId', 'c.frameKeys', 'l.wrappedDataKey'])
    .where('c.id', '=', id)
    .executeTakeFirst();
  const storageKey = row?.frameKeys[n];
  return storageKey === undefined || row === undefined ? null : withKey({ ...row, storageKey });
}

/** The portrait in force; null when there is none. */
export const portraitImage = async (db: Db, learnerId: string): Promise<SealedImage | null> =>
  withKey(
    await db
      .selectFrom('learnerFiles as f')
      .innerJoin('learners as l', 'l.id', 'f.learnerId')
      .select(['f.id', 'f.learnerId', 'f.storageKey', 'l.wrappedDataKey'])
      .where('f.learnerId', '=', learnerId)
      .where('f.kind', '=', 'portrait')
      .where('f.replacedAt', 'is', null)
      .executeTakeFirst(),
  );
