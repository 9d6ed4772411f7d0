import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { connectDb } from '../../../api/src/db/connect.ts';
import { cloneDatabase } from '../../support/database.ts';

const database = await cloneDatabase();
const [db, other] = [connectDb(database.url), connectDb(database.url)];
afterAll(() => Promise.all([db.destroy(), other.destroy()]));

const pidOf = async (on: typeof db): Promise<number> =>
  (await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(on)).rows[0]?.pid ?? 0;

test('a connection lost between two queries of a transaction fails the transaction, not the process', async () => {
  const lost = db.transaction().execute(async (trx) => {
    const pid = await pidOf(trx);
    await sql`SELECT pg_terminate_backend(${pid})`.execute(other);
    // The loss arrives while nobody asks anything.
    await new Promise((resolve) => setTimeout(resolve, 100));
    await pidOf(trx);
  });
  await expect(lost).rejects.toThrow();
  expect(await pidOf(db)).toBeGreaterThan(0);
});
