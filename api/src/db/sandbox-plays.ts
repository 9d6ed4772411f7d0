import { sql, type Selectable } from 'kysely';
import type { Db } from './connect.ts';
import type { SandboxPlays } from './schema.gen.ts';

export type SandboxPlayRow = Selectable<SandboxPlays>;

export const insertPlay = (
  db: Db,
  play: { readonly enrolmentId: string; readonly play: string; readonly askedAt: Date },
): Promise<SandboxPlayRow> =>
  db.insertInto('sandboxPlays').values(play).returningAll().executeTakeFirstOrThrow();

export const playById = (db: Db, id: string): Promise<SandboxPlayRow | undefined> =>
  db.selectFrom('sandboxPlays').selectAll().where('id', '=', id).executeTakeFirst();

/**
 * Takes the oldest waiting play of an enrolment that nobody acts in just now: people of one case act one
 * after the other.
 */
export async function claimPlay(db: Db): Promise<SandboxPlayRow | undefined> {
  const { rows } = await sql<SandboxPlayRow>`
    UPDATE sandbox_plays SET state = 'playing' WHERE id = (
      SELECT id FROM sandbox_plays p WHERE state = 'queued' AND NOT EXISTS (
        SELECT FROM sandbox_plays o
        WHERE o.enrolment_id = p.enrolment_id
          AND (o.state = 'playing' OR o.state = 'queued' AND o.id < p.id))
      ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING *`.execute(db);
  return rows[0];
}

export async function endPlay(
  db: Db,
  id: string,
  end: { readonly state: 'done' | 'failed'; readonly fault: string | null; readonly endedAt: Date },
): Promise<void> {
  await db.updateTable('sandboxPlays').set(end).where('id', '=', id).execute();
}

/** Plays that whoever acted left when they were stopped: they begin anew. */
export async function requeuePlays(db: Db): Promise<void> {
  await db
    .updateTable('sandboxPlays')
    .set({ state: 'queued' })
    .where('state', '=', 'playing')
    .execute();
}
