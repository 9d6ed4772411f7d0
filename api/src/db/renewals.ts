import { sql, type Insertable, type Updateable } from 'kysely';
import type { Db } from './connect.ts';
import type { Renewals } from './schema.gen.ts';

/** One renewal per enrolment, under one business key for ever. */
export const renewalKeyOf = (enrolmentId: string): string => `renewal/${enrolmentId}`;
export const hoursKeyOf = (enrolmentId: string, epoch: number): string =>
  `hours/${enrolmentId}/${epoch}`;

export const renewalOf = (db: Db, enrolmentId: string) =>
  db.selectFrom('renewals').selectAll().where('enrolmentId', '=', enrolmentId).executeTakeFirst();

/** Writes where the renewal stands, since when it has waited there; one that is done stays done. */
export async function upsertRenewal(db: Db, renewal: Insertable<Renewals>): Promise<void> {
  const { businessKey: _, enrolmentId: __, ...moving } = renewal;
  await db
    .insertInto('renewals')
    .values(renewal)
    .onConflict((oc) =>
      oc
        .column('businessKey')
        .doUpdateSet({
          ...moving,
          waitingSince: sql<Date>`CASE WHEN renewals.state = excluded.state
            THEN renewals.waiting_since ELSE excluded.waiting_since END`,
        })
        .where('renewals.state', '<>', 'renewed'),
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

/** Does the number stand on a certificate that this renewal does not replace? */
export async function isNumberOfAnother(
  db: Db,
  number: string,
  { learnerId, post }: { readonly learnerId: string; readonly post: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('certificates')
    .select('id')
    .where('number', '=', number)
    .where((eb) =>
      eb.or([eb('learnerId', '<>', learnerId), eb('post', '<>', post), eb('kind', '=', 'hours')]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
