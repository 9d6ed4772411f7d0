import type { LedgerEntry, LedgerEntryKind } from '@xuzheng/engine';
import type { Db } from './connect.ts';

/** The whole ledger of an enrolment in the order it was written. */
export async function ledgerOf(db: Db, enrolmentId: string): Promise<LedgerEntry[]> {
  const rows = await db
    .selectFrom('hourLedger')
    .selectAll()
    .where('enrolmentId', '=', enrolmentId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    entry: row.entry as LedgerEntryKind,
    epoch: row.epoch,
    lessonId: row.lessonId ?? '',
    seconds: Number(row.seconds),
    auditId: row.auditId,
    at: row.at.getTime(),
  }));
}

/** Appends entries; the same entry of the same audit is written once. */
export async function appendLedger(
  db: Db,
  enrolmentId: string,
  policyVersion: number,
  entries: readonly LedgerEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ at, ...entry }) => ({
    ...entry,
    enrolmentId,
    policyVersion,
    at: new Date(at),
  }));
  await db
    .insertInto('hourLedger')
    .values(rows)
    .onConflict((oc) =>
      oc.columns(['enrolmentId', 'epoch', 'entry', 'lessonId', 'auditId']).doNothing(),
    )
    .execute();
}
