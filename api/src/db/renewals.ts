import { sql, type Insertable, type Updateable } from 'kysely';
import type { Db } from './connect.ts';
import type { Renewals } from './schema.gen.ts';

/** Under this key for ever; after a void by decision the same enrolment may renew once more. */
export const renewalKeyOf = (enrolmentId: string, n = 1): string =>
  n === 1 ? `renewal/${enrolmentId}` : `renewal/${enrolmentId}/${n}`;
export const hoursKeyOf = (enrolmentId: string, epoch: number): string =>
  `hours/${enrolmentId}/${epoch}`;

/** Renewed certificates of an enrolment that a person's decision has made void. */
export async function certificatesVoidedOf(db: Db, enrolmentId: string): Promise<number> {
  const { voided } = await db
    .selectFrom('certificateVoids as v')
    .innerJoin('certificates as c', 'c.id', 'v.certificateId')
    .select(({ fn }) => fn.countAll<string>().as('voided'))
    .where('c.enrolmentId', '=', enrolmentId)
    .where('v.state', '=', 'done')
    .executeTakeFirstOrThrow();
  return Number(voided);
}

/** The key of the renewal that an enrolment is at, or would be at. */
export const renewalKeyNow = async (db: Db, enrolmentId: string): Promise<string> =>
  renewalKeyOf(enrolmentId, 1 + (await certificatesVoidedOf(db, enrolmentId)));

export const renewalBy = (db: Db, businessKey: string) =>
  db.selectFrom('renewals').selectAll().where('businessKey', '=', businessKey).executeTakeFirst();

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
  businessKey: string,
  values: Updateable<Renewals>,
): Promise<void> {
  await db.updateTable('renewals').set(values).where('businessKey', '=', businessKey).execute();
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
