import type { Db } from './connect.ts';

/** Marks the database as holding demo accounts, whose passwords everybody can read. */
export async function markDemoInstallation(db: Db): Promise<void> {
  await db
    .insertInto('installation')
    .values({ key: 'demo', value: 'true' })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/** Does the database hold demo accounts? A production process does not start on one. */
export async function isDemoInstallation(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('installation')
    .select('key')
    .where('key', '=', 'demo')
    .executeTakeFirst();
  return row !== undefined;
}
