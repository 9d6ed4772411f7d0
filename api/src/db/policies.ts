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
