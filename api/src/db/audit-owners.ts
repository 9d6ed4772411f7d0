import type { Insertable } from 'kysely';
import type { Db } from './connect.ts';
import type { AuditHandovers } from './schema.gen.ts';

/** Who owns any open case. */
export const owningStaff = async (db: Db): Promise<string[]> =>
  (
    await db
      .selectFrom('audits')
      .select('ownerId')
      .distinct()
      .where('closedAt', 'is', null)
      .where('ownerId', 'is not', null)
      .execute()
  ).map((row) => row.ownerId ?? '');

/** Open cases by owner. */
export const openCasesByOwner = async (db: Db): Promise<Map<string, number>> => {
  const rows = await db
    .selectFrom('audits')
    .select((eb) => ['ownerId', eb.fn.countAll<number>().as('cases')])
    .where('closedAt', 'is', null)
    .where('ownerId', 'is not', null)
    .groupBy('ownerId')
    .execute();
  return new Map(rows.map((row) => [row.ownerId ?? '', Number(row.cases)]));
};

/** The open case, held against other hand-overs until the transaction ends. */
export const openCaseLocked = (db: Db, auditId: string) =>
  db
    .selectFrom('audits')
    .select(['id', 'ownerId', 'enrolmentId'])
    .where('id', '=', auditId)
    .where('closedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();

/** Gives a case to its next owner; false when this hand-over has been done before. */
export async function insertHandover(
  db: Db,
  handover: Insertable<AuditHandovers>,
): Promise<boolean> {
  const row = await db
    .insertInto('auditHandovers')
    .values(handover)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return false;
  await db
    .updateTable('audits')
    .set({ ownerId: handover.ownerAfter ?? null })
    .where('id', '=', handover.auditId)
    .execute();
  return true;
}

/** Every hand-over of a case, newest first. */
export const handoversOf = (db: Db, auditId: string) =>
  db
    .selectFrom('auditHandovers as h')
    .innerJoin('staff as g', 'g.id', 'h.givenBy')
    .leftJoin('staff as t', 't.id', 'h.ownerAfter')
    .select([
      ...(['h.id', 'h.at', 'h.textId'] as const),
      ...(['g.displayName as by', 't.displayName as to'] as const),
    ])
    .where('h.auditId', '=', auditId)
    .orderBy('h.at', 'desc')
    .execute();

/** Staff who may be given a case: with roles, for the engine to say which of them allow it. */
export const staffOnDuty = (db: Db) =>
  db
    .selectFrom('staff')
    .select(['id', 'displayName', 'roles'])
    .where('disabledAt', 'is', null)
    .orderBy('displayName')
    .execute();
