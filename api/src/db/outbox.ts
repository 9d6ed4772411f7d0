import { sql } from 'kysely';
import type { Db } from './connect.ts';

export type OutboxKind = 'enrolmentStarted' | 'milestonesChanged';

export async function insertOutbox(db: Db, enrolmentId: string, kind: OutboxKind): Promise<void> {
  await db.insertInto('outbox').values({ enrolmentId, kind }).execute();
}

/** One row for every enrolment with an open audit: what a new calendar has to tell. */
export async function insertOutboxForOpenAudits(db: Db): Promise<void> {
  await sql`INSERT INTO outbox (kind, enrolment_id)
    SELECT 'milestonesChanged', enrolment_id FROM audits WHERE closed_at IS NULL`.execute(db);
}

/**
 * Takes waiting rows for a time, oldest first; rows held by another relay are passed over. A relay
 * that dies loses its lease, and the rows wait again.
 */
export async function leaseOutbox(db: Db, limit: number, leaseSeconds: number) {
  const { rows } = await sql<{ id: number; enrolmentId: string; attempts: number }>`
    UPDATE outbox SET leased_until = now() + make_interval(secs => ${leaseSeconds}),
                      attempts = attempts + 1
    WHERE id IN (
      SELECT id FROM outbox
      WHERE sent_at IS NULL AND (leased_until IS NULL OR leased_until < now())
      ORDER BY id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id, enrolment_id, attempts`.execute(db);
  return rows;
}

export async function noteOutboxSent(db: Db, ids: readonly number[]): Promise<void> {
  await db.updateTable('outbox').set({ sentAt: new Date() }).where('id', 'in', ids).execute();
}

/** Lets rows wait before they are tried again. */
export async function delayOutbox(db: Db, ids: readonly number[], seconds: number): Promise<void> {
  await sql`UPDATE outbox SET leased_until = now() + make_interval(secs => ${seconds})
    WHERE id = ANY(${ids})`.execute(db);
}

/** How many facts wait to be told, and since when the oldest does. */
export const outboxBacklog = (db: Db) =>
  db
    .selectFrom('outbox')
    .select((eb) => [eb.fn.countAll<number>().as('waiting'), eb.fn.min('createdAt').as('oldest')])
    .where('sentAt', 'is', null)
    .executeTakeFirstOrThrow();
