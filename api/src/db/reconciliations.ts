import type { Selectable } from 'kysely';
import type { Db } from './connect.ts';
import type { Reconciliations } from './schema.gen.ts';

export type ReconciliationRow = Selectable<Reconciliations>;

/** Asks for a reconciliation; one that waits or runs already is the one. */
export async function askReconciliation(
  db: Db,
  askedBy: string,
  at: Date,
): Promise<ReconciliationRow> {
  const open = () =>
    db.selectFrom('reconciliations').selectAll().where('finishedAt', 'is', null).executeTakeFirst();
  const fresh = await db
    .insertInto('reconciliations')
    .values({ askedBy, askedAt: at })
    .onConflict((oc) => oc.doNothing())
    .returningAll()
    .executeTakeFirst();
  return fresh ?? (await open()) ?? askReconciliation(db, askedBy, at);
}

/** When one was last asked for, by whomever. */
export const lastAskedAt = async (db: Db): Promise<Date | null> =>
  (
    await db
      .selectFrom('reconciliations')
      .select('askedAt')
      .orderBy('askedAt', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.askedAt ?? null;

/** Takes the open one for a time, if nobody holds it. */
export async function leaseReconciliation(
  db: Db,
  now: Date,
  leasedUntil: Date,
): Promise<ReconciliationRow | undefined> {
  return db
    .updateTable('reconciliations')
    .set({ startedAt: now, leasedUntil })
    .where('finishedAt', 'is', null)
    .where((eb) => eb.or([eb('leasedUntil', 'is', null), eb('leasedUntil', '<', now)]))
    .returningAll()
    .executeTakeFirst();
}

/** Still at work: the counts so far are shown, and nobody else takes it. */
export async function keepReconciliation(
  db: Db,
  id: string,
  counts: Readonly<Record<string, number>>,
  leasedUntil: Date,
): Promise<void> {
  await db
    .updateTable('reconciliations')
    .set({ counts: JSON.stringify(counts), leasedUntil })
    .where('id', '=', id)
    .execute();
}

export async function finishReconciliation(
  db: Db,
  id: string,
  done: { readonly counts: Readonly<Record<string, number>>; readonly fault?: string },
  at: Date,
): Promise<void> {
  await db
    .updateTable('reconciliations')
    .set({ counts: JSON.stringify(done.counts), fault: done.fault ?? null, finishedAt: at })
    .where('id', '=', id)
    .execute();
}

/** The newest ones, the newest first. */
export const newestReconciliations = (db: Db, limit: number): Promise<ReconciliationRow[]> =>
  db.selectFrom('reconciliations').selectAll().orderBy('askedAt', 'desc').limit(limit).execute();
