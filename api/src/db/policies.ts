import type { Policy } from '@xuzheng/engine';
import type { Db } from './connect.ts';

/** The policy an enrolment names, by id and version. A missing one is a fault of the database. */
export async function policyOf(
  db: Db,
  named: { readonly policyId: string; readonly policyVersion: number },
): Promise<Policy> {
  const row = await db
    .selectFrom('policies')
    .select('body')
    .where('id', '=', named.policyId)
    .where('version', '=', named.policyVersion)
    .executeTakeFirstOrThrow();
  return row.body as unknown as Policy;
}

/** The version of a policy in force on a day; null when there is none. */
export async function newestPolicy(db: Db, id: string, day: string): Promise<Policy | null> {
  const row = await db
    .selectFrom('policies')
    .select('body')
    .where('id', '=', id)
    .where('effectiveOn', '<=', day)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : (row.body as unknown as Policy);
}

/** Every version of every policy. */
export const allPolicies = (db: Db) =>
  db
    .selectFrom('policies')
    .select(['id', 'version', 'effectiveOn', 'body'])
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute();

/** Keeps a policy version. A version is never changed: the same one again does nothing. */
export async function insertPolicy(db: Db, policy: Policy, effectiveOn: string): Promise<void> {
  await db
    .insertInto('policies')
    .values({
      id: policy.id,
      version: policy.version,
      effectiveOn,
      body: JSON.stringify(policy),
    })
    .onConflict((conflict) => conflict.columns(['id', 'version']).doNothing())
    .execute();
}
