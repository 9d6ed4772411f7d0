import type { DataKey, Vault } from '../crypto/vault.ts';
import type { Db } from './connect.ts';

/** The learner's data key, or undefined when the learner is unknown or deleted. */
export async function findDataKey(
  db: Db,
  vault: Vault,
  learnerId: string,
): Promise<DataKey | undefined> {
  const row = await db
    .selectFrom('learners')
    .select('wrappedDataKey')
    .where('id', '=', learnerId)
    .executeTakeFirst();
  return row?.wrappedDataKey ? vault.unwrap(row.wrappedDataKey) : undefined;
}

/** The blind index of a learner's ID number. */
export async function idNumberIndexOf(db: Db, learnerId: string): Promise<Buffer> {
  const row = await db
    .selectFrom('learners')
    .select('idNumberIndex')
    .where('id', '=', learnerId)
    .executeTakeFirstOrThrow();
  return row.idNumberIndex;
}
