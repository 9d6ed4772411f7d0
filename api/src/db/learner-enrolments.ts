import { sql } from 'kysely';
import type { Db } from './connect.ts';

/** The learner's enrolments that are not closed. */
export async function openEnrolmentIds(db: Db, learnerId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('enrolments')
    .select('id')
    .where('learnerId', '=', learnerId)
    .where(
      sql<boolean>`NOT EXISTS (
      SELECT 1 FROM unnest(state_tags) AS tag WHERE tag = 'closed' OR tag LIKE 'closed.%')`,
    )
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Has the learner ever studied? From then on the portrait is what snapshots were compared with. */
export async function hasStudied(db: Db, learnerId: string): Promise<boolean> {
  const row = await db
    .selectFrom('studySessions')
    .select('id')
    .where('learnerId', '=', learnerId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
