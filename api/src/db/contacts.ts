import { HANDBOOK_POLICY } from '@xuzheng/engine';
import type { Policy } from '@xuzheng/engine';
import type { Db } from './connect.ts';

/** The service numbers of the newest handbook policy; as shipped while no policy is stored yet. */
export async function contactsInForce(db: Db): Promise<Policy['contacts']> {
  const row = await db
    .selectFrom('policies')
    .select('body')
    .where('id', '=', 'handbook')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? (row.body as unknown as Policy).contacts : HANDBOOK_POLICY.contacts;
}
