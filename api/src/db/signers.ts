import type { Signer } from '@xuzheng/engine';
import type { Db } from './connect.ts';

/** Staff as signers: the blind index of their own ID number and their employer, in the order asked. */
export async function signersOf(db: Db, staffIds: readonly string[]): Promise<Signer[]> {
  if (staffIds.length === 0) return [];
  const rows = await db
    .selectFrom('staff')
    .select(['id', 'idNumberIndex', 'employer'])
    .where('id', 'in', [...new Set(staffIds)])
    .execute();
  return rows.map((row) => ({
    staffId: row.id,
    personIndex: row.idNumberIndex?.toString('hex') ?? null,
    employer: row.employer,
  }));
}

/** Display names of staff by id. */
export async function staffNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('staff')
    .select(['id', 'displayName'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.displayName]));
}
