import type { Insertable, Kysely, Selectable, UpdateObject } from 'kysely';
import type { DB, Snapshots } from './schema.gen.ts';

export type SnapshotRow = Selectable<Snapshots>;

/** Inserts; undefined when these very bytes were sent before. */
export const insertSnapshot = (
  db: Kysely<DB>,
  snapshot: Insertable<Snapshots>,
): Promise<SnapshotRow | undefined> =>
  db
    .insertInto('snapshots')
    .values(snapshot)
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .returningAll()
    .executeTakeFirst();

/** Snapshots of one session in the order they were taken. */
export const snapshotsOfSession = (db: Kysely<DB>, sessionId: string): Promise<SnapshotRow[]> =>
  db
    .selectFrom('snapshots')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('takenAt')
    .orderBy('id')
    .execute();

/** The session's oldest snapshot that has not been judged. */
export const uncheckedSnapshotOf = (
  db: Kysely<DB>,
  sessionId: string,
): Promise<SnapshotRow | undefined> =>
  db
    .selectFrom('snapshots')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .where('outcome', '=', 'pending')
    .orderBy('takenAt')
    .limit(1)
    .executeTakeFirst();

/** Snapshots of one enrolment and epoch in the order they were taken. */
export const snapshotsOfEpoch = (
  db: Kysely<DB>,
  key: { enrolmentId: string; epoch: number },
): Promise<SnapshotRow[]> =>
  db
    .selectFrom('snapshots')
    .selectAll()
    .where('enrolmentId', '=', key.enrolmentId)
    .where('epoch', '=', key.epoch)
    .orderBy('takenAt')
    .orderBy('id')
    .execute();

/**
 * Takes one unchecked snapshot for this worker: leased until the instant, so that a worker that dies
 * leaves it to the next one. A poisoned picture waits ever longer and holds up no other.
 */
export async function leaseUncheckedSnapshot(
  db: Kysely<DB>,
  now: Date,
  leasedUntil: Date,
): Promise<SnapshotRow | undefined> {
  const next = db
    .selectFrom('snapshots')
    .select('id')
    .where('outcome', '=', 'pending')
    .where('nextCheckAt', '<=', now)
    .orderBy('nextCheckAt')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked();
  return db
    .updateTable('snapshots')
    .set((eb) => ({ nextCheckAt: leasedUntil, attempts: eb('attempts', '+', 1) }))
    .where('id', 'in', next)
    .returningAll()
    .executeTakeFirst();
}

export const updateSnapshot = (
  db: Kysely<DB>,
  id: string,
  changes: UpdateObject<DB, 'snapshots'>,
): Promise<SnapshotRow | undefined> =>
  db.updateTable('snapshots').set(changes).where('id', '=', id).returningAll().executeTakeFirst();
