import type { Insertable, Updateable } from 'kysely';
import type { Db } from './connect.ts';
import type { Renewals } from './schema.gen.ts';

/** One renewal per enrolment, under one business key for ever. */
export const renewalKeyOf = (enrolmentId: string): string => `renewal/${enrolmentId}`;
export const hoursKeyOf = (enrolmentId: string, epoch: number): string =>
  `hours/${enrolmentId}/${epoch}`;

export const renewalOf = (db: Db, enrolmentId: string) =>
  db.selectFrom('renewals').selectAll().where('enrolmentId', '=', enrolmentId).executeTakeFirst();

/** Writes where the renewal stands; one that is done stays done. */
export async function upsertRenewal(db: Db, renewal: Insertable<Renewals>): Promise<void> {
  const { businessKey: _, enrolmentId: __, ...moving } = renewal;
  await db
    .insertInto('renewals')
    .values(renewal)
    .onConflict((oc) =>
      oc.column('businessKey').doUpdateSet(moving).where('renewals.state', '<>', 'renewed'),
    )
    .execute();
}

export async function setRenewal(
  db: Db,
  enrolmentId: string,
  values: Updateable<Renewals>,
): Promise<void> {
  await db.updateTable('renewals').set(values).where('enrolmentId', '=', enrolmentId).execute();
}
