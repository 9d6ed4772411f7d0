import type { Db } from './connect.ts';

async function note(db: Db, key: string): Promise<void> {
  await db
    .insertInto('installation')
    .values({ key, value: 'true' })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

async function isNoted(db: Db, key: string): Promise<boolean> {
  const row = await db
    .selectFrom('installation')
    .select('key')
    .where('key', '=', key)
    .executeTakeFirst();
  return row !== undefined;
}

/** Marks the database as holding demo accounts, whose passwords everybody can read. */
export const markDemoInstallation = (db: Db): Promise<void> => note(db, 'demo');

/** Does the database hold demo accounts? A production process does not start on one. */
export const isDemoInstallation = (db: Db): Promise<boolean> => isNoted(db, 'demo');

/** Marks the database as a sandbox's, for good. */
export const markSandbox = (db: Db): Promise<void> => note(db, 'sandbox');

/** Is the database a sandbox's? */
export const isSandbox = (db: Db): Promise<boolean> => isNoted(db, 'sandbox');

/** Does anybody live in the database yet? */
export const isInhabited = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('learners').select('id').limit(1).executeTakeFirst()) !== undefined;

/** Notes that the demo people are complete. */
export const noteSeeded = (db: Db): Promise<void> => note(db, 'seeded');

/** Are the demo people complete? An interrupted seed is taken up where it stopped. */
export const isSeeded = (db: Db): Promise<boolean> => isNoted(db, 'seeded');
