import type { Insertable } from 'kysely';
import type { Db } from './connect.ts';
import type { LifecycleEvents } from './schema.gen.ts';

/** Writes one event of a lifecycle; the same one again changes nothing. */
export async function insertLifecycleEvent(
  db: Db,
  event: Insertable<LifecycleEvents>,
): Promise<void> {
  await db
    .insertInto('lifecycleEvents')
    .values(event)
    .onConflict((oc) => oc.columns(['enrolmentId', 'seq']).doNothing())
    .execute();
}
