import type { Insertable } from 'kysely';
import type { Db } from './connect.ts';
import type { Audits } from './schema.gen.ts';

/** Writes the open audit as the process sees it. A closed one is history and stays as it is. */
export async function upsertAudit(db: Db, audit: Insertable<Audits>): Promise<void> {
  const { enrolmentId: _, n: __, epoch: ___, openedAt: ____, ...moving } = audit;
  await db
    .insertInto('audits')
    .values(audit)
    .onConflict((oc) =>
      oc.columns(['enrolmentId', 'n']).doUpdateSet(moving).where('audits.closedAt', 'is', null),
    )
    .execute();
}

/**
 * Ends the standstill of an audit that is over, if its clock stood still to the end: the one thing that
 * is written of an audit after its verdict.
 */
export async function endStandstill(
  db: Db,
  { enrolmentId, n }: { readonly enrolmentId: string; readonly n: number },
  ended: Pick<Insertable<Audits>, 'clock' | 'dueAt' | 'overdueAt' | 'standstills' | 'clockFrom'>,
): Promise<void> {
  await db
    .updateTable('audits')
    .set({ ...ended, pausedAt: null, pause: null })
    .where('enrolmentId', '=', enrolmentId)
    .where('n', '=', n)
    .where('pausedAt', 'is not', null)
    .execute();
}

export const auditByN = (db: Db, enrolmentId: string, n: number) =>
  db
    .selectFrom('audits')
    .selectAll()
    .where('enrolmentId', '=', enrolmentId)
    .where('n', '=', n)
    .executeTakeFirst();

export async function closeAudit(
  db: Db,
  id: string,
  closedAs: 'accepted' | 'cleared' | 'superseded' | 'withdrawn',
  at: Date,
): Promise<void> {
  await db
    .updateTable('audits')
    .set({ closedAt: at, closedAs })
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .execute();
}

export const openAuditOf = (db: Db, enrolmentId: string) =>
  db
    .selectFrom('audits')
    .selectAll()
    .where('enrolmentId', '=', enrolmentId)
    .where('closedAt', 'is', null)
    .executeTakeFirst();

export const insertAudit = (db: Db, audit: Insertable<Audits>) =>
  db.insertInto('audits').values(audit).returningAll().executeTakeFirstOrThrow();

/** What the order of the queue rests on: findings of the epoch, and how much time is pending. */
export async function auditEvidence(db: Db, enrolmentId: string, epoch: number) {
  const findings = await db
    .selectFrom('findings')
    .select('strength')
    .where('enrolmentId', '=', enrolmentId)
    .where('epoch', '=', epoch)
    .execute();
  const time = await db
    .selectFrom('studySessions')
    .select((eb) => [
      eb.fn.sum<number | null>('creditedSeconds').as('credited'),
      eb.fn.sum<number | null>('pendingSeconds').as('pending'),
    ])
    .where('enrolmentId', '=', enrolmentId)
    .where('epoch', '=', epoch)
    .executeTakeFirstOrThrow();
  const pending = Number(time.pending ?? 0);
  const all = pending + Number(time.credited ?? 0);
  return { findings, pendingShare: all === 0 ? 0 : pending / all };
}
