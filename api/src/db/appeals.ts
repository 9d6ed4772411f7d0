import type { Insertable, Updateable } from 'kysely';
import type { Db } from './connect.ts';
import type { Appeals } from './schema.gen.ts';

/** Writes a filed appeal; the same one again changes nothing. */
export async function insertAppeal(db: Db, appeal: Insertable<Appeals>): Promise<void> {
  await db
    .insertInto('appeals')
    .values(appeal)
    .onConflict((oc) => oc.column('id').doNothing())
    .execute();
}

export const appealById = (db: Db, id: string) =>
  db.selectFrom('appeals').selectAll().where('id', '=', id).executeTakeFirst();

/** The appeal of an enrolment that waits for a decision. */
export const openAppealOf = (db: Db, enrolmentId: string) =>
  db
    .selectFrom('appeals')
    .selectAll()
    .where('enrolmentId', '=', enrolmentId)
    .where('state', '=', 'filed')
    .executeTakeFirst();

/** Moves the due instant of an undecided appeal. */
export async function moveAppealDue(db: Db, id: string, dueAt: Date): Promise<void> {
  await db
    .updateTable('appeals')
    .set({ dueAt })
    .where('id', '=', id)
    .where('state', '=', 'filed')
    .execute();
}

/** Ends an open appeal; one that has ended stays as it ended. */
export async function endAppeal(db: Db, id: string, values: Updateable<Appeals>): Promise<void> {
  await db
    .updateTable('appeals')
    .set(values)
    .where('id', '=', id)
    .where('state', '=', 'filed')
    .execute();
}
