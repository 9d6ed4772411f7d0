import type { Kysely, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { DB, StudyLeases } from './schema.gen.ts';

export type StudyLeaseRow = Selectable<StudyLeases>;

/**
 * One learner's study is one queue: whoever starts, takes over, beats or ends waits here until the
 * other's transaction is over. Held to the end of the transaction; also covers the first lease,
 * for which there is no row to lock yet.
 */
export async function lockLearnerStudy(db: Kysely<DB>, learnerId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${learnerId}, 7))`.execute(db);
}

export const findLease = (db: Kysely<DB>, learnerId: string): Promise<StudyLeaseRow | undefined> =>
  db.selectFrom('studyLeases').selectAll().where('learnerId', '=', learnerId).executeTakeFirst();

/** Gives the lease to a session under the next token. Tokens of a learner only ever rise. */
export async function grantLease(
  db: Kysely<DB>,
  lease: { learnerId: string; sessionId: string; device: string; expiresAt: Date },
): Promise<number> {
  const row = await db
    .insertInto('studyLeases')
    .values({ ...lease, token: 1 })
    .onConflict((conflict) =>
      conflict.column('learnerId').doUpdateSet((eb) => ({
        sessionId: lease.sessionId,
        device: lease.device,
        expiresAt: lease.expiresAt,
        token: eb('studyLeases.token', '+', 1),
      })),
    )
    .returning('token')
    .executeTakeFirstOrThrow();
  return Number(row.token);
}

/** Prolongs a lease that still belongs to the token. */
export async function extendLease(
  db: Kysely<DB>,
  lease: { learnerId: string; token: number; expiresAt: Date },
): Promise<void> {
  await db
    .updateTable('studyLeases')
    .set({ expiresAt: lease.expiresAt })
    .where('learnerId', '=', lease.learnerId)
    .where('token', '=', lease.token)
    .execute();
}
