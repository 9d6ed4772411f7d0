import { sql } from 'kysely';
import type { Db } from './connect.ts';

export type OutboxKind = 'enrolmentStarted' | 'milestonesChanged';

/** A waiting row: a fact to announce, or a command with the id under which it is one command. */
export type OutboxRow = {
  readonly id: number;
  readonly enrolmentId: string;
  readonly attempts: number;
  readonly command: unknown;
};

export async function insertOutbox(db: Db, enrolmentId: string, kind: OutboxKind): Promise<void> {
  await db.insertInto('outbox').values({ enrolmentId, kind }).execute();
}

/** Ids only: the row is no place for texts. */
export async function insertOutboxCommand(
  db: Db,
  enrolmentId: string,
  command: { readonly commandId: string },
): Promise<void> {
  await db
    .insertInto('outbox')
    .values({ enrolmentId, kind: 'command', command: JSON.stringify(command) })
    .execute();
}

/**
 * One row for every enrolment whose days a new calendar may count anew: an open audit, an appeal that
 * waits for its decision, or a clear that may still be appealed against. A window that has closed lately
 * by the old days may be open by the new ones: no announcement moves working days by a month.
 */
export async function insertOutboxForCalendar(db: Db): Promise<void> {
  await sql`INSERT INTO outbox (kind, enrolment_id)
    SELECT 'milestonesChanged', enrolment_id FROM audits WHERE closed_at IS NULL
    UNION SELECT 'milestonesChanged', enrolment_id FROM appeals WHERE state = 'filed'
    UNION SELECT 'milestonesChanged', id FROM enrolments
      WHERE state_context->'clear'->>'appealUntil' IS NOT NULL
        AND state_context->'clear'->>'appealed' = 'false'
        AND ((state_context->'clear'->>'appealUntil')::numeric
               > extract(epoch FROM now() - interval '31 days') * 1000
             OR state_context->'clear'->>'appealProvisional' = 'true')`.execute(db);
}

/**
 * Takes waiting rows for a time, oldest first; rows held by another relay are passed over. A relay
 * that dies loses its lease, and the rows wait again.
 */
export async function leaseOutbox(db: Db, limit: number, leaseSeconds: number) {
  const { rows } = await sql<OutboxRow>`
    UPDATE outbox SET leased_until = now() + make_interval(secs => ${leaseSeconds}),
                      attempts = attempts + 1
    WHERE id IN (
      SELECT id FROM outbox
      WHERE sent_at IS NULL AND (leased_until IS NULL OR leased_until < now())
      ORDER BY id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id, enrolment_id, attempts, command`.execute(db);
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
