import type { Db } from './connect.ts';

/** Enters a completed lesson into the ledger. A lesson is entered once per epoch. */
export async function insertStudiedHours(
  db: Db,
  entry: {
    enrolmentId: string;
    epoch: number;
    lessonId: string;
    seconds: number;
    policyVersion: number;
    at: Date;
  },
): Promise<void> {
  const known = await db
    .selectFrom('hourLedger')
    .select('id')
    .where('enrolmentId', '=', entry.enrolmentId)
    .where('epoch', '=', entry.epoch)
    .where('lessonId', '=', entry.lessonId)
    .where('entry', '=', 'hours.studied')
    .executeTakeFirst();
  if (known !== undefined) return;
  await db
    .insertInto('hourLedger')
    .values({ ...entry, entry: 'hours.studied', auditId: null })
    .execute();
}
