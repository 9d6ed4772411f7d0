import { sql } from 'kysely';
import type { Db } from './connect.ts';

/** Does the database answer? */
export const isReachable = (db: Db): Promise<boolean> =>
  sql`SELECT 1`.execute(db).then(
    () => true,
    () => false,
  );
