import type { Insertable } from 'kysely';
import type { Db } from './connect.ts';
import type { ConflictDeclarations } from './schema.gen.ts';

/** Keeps a declaration; the same person's second one changes nothing. */
export async function insertConflict(
  db: Db,
  declaration: Insertable<ConflictDeclarations>,
): Promise<void> {
  await db
    .insertInto('conflictDeclarations')
    .values(declaration)
    .onConflict((conflict) => conflict.columns(['enrolmentId', 'staffId']).doNothing())
    .execute();
}

/** Staff who have declared an interest in a case. */
export const declaredConflictsOf = async (db: Db, enrolmentId: string): Promise<string[]> =>
  (
    await db
      .selectFrom('conflictDeclarations')
      .select('staffId')
      .where('enrolmentId', '=', enrolmentId)
      .execute()
  ).map((row) => row.staffId);
