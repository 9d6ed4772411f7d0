import { sql, type Insertable } from 'kysely';
import type { Db } from './connect.ts';
import type { RegistryHours, RegistryRenewals, RegistryVoids } from './schema.gen.ts';

/** Takes a report of hours; the same key again changes nothing. */
export async function insertRegistryHours(
  db: Db,
  report: Insertable<RegistryHours>,
): Promise<void> {
  await db
    .insertInto('registryHours')
    .values(report)
    .onConflict((oc) => oc.column('businessKey').doNothing())
    .execute();
}

/** Takes a renewal; the same key again changes nothing. */
export async function insertRegistryRenewal(
  db: Db,
  renewal: Insertable<RegistryRenewals>,
): Promise<void> {
  await db
    .insertInto('registryRenewals')
    .values(renewal)
    .onConflict((oc) => oc.column('businessKey').doNothing())
    .execute();
}

/** What became of a renewal. */
export const registryRenewalByKey = (db: Db, businessKey: string) =>
  db
    .selectFrom('registryRenewals')
    .select(['newNumber', 'oldNumber', 'renewedAt'])
    .where('businessKey', '=', businessKey)
    .executeTakeFirst();

/** Takes a void; the same key again changes nothing. */
export async function insertRegistryVoid(db: Db, its: Insertable<RegistryVoids>): Promise<void> {
  await db
    .insertInto('registryVoids')
    .values(its)
    .onConflict((oc) => oc.column('businessKey').doNothing())
    .execute();
}

export const registryVoidByKey = (db: Db, businessKey: string) =>
  db
    .selectFrom('registryVoids')
    .select('voidedAt')
    .where('businessKey', '=', businessKey)
    .executeTakeFirst();

/** The next running number of a training certificate; gaps are allowed, repetition is not. */
export async function nextRegistryNumber(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT nextval('registry_numbers') AS n`.execute(db);
  return rows[0]?.n ?? 0;
}
