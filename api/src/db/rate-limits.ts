import { sql } from 'kysely';
import type { Db } from './connect.ts';

export type Hit = { readonly allowed: boolean; readonly retryAfterSeconds: number };

/**
 * Counts one try against `key` in a fixed window shared by all processes. A refused try is counted
 * too, but the window does not move: waiting always helps.
 */
export async function hitLimit(
  db: Db,
  key: string,
  limit: number,
  windowSeconds: number,
  nowMs: number,
): Promise<Hit> {
  const windowMs = windowSeconds * 1000;
  const startMs = Math.floor(nowMs / windowMs) * windowMs;
  const row = await db
    .insertInto('rateLimits')
    .values({
      key,
      windowStart: new Date(startMs),
      hits: 1,
      expiresAt: new Date(startMs + windowMs),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['key', 'windowStart'])
        .doUpdateSet({ hits: sql<number>`least(rate_limits.hits + 1, 1000000)` }),
    )
    .returning('hits')
    .executeTakeFirstOrThrow();
  return {
    allowed: row.hits <= limit,
    retryAfterSeconds: Math.max(1, Math.ceil((startMs + windowMs - nowMs) / 1000)),
  };
}

/** Forgets every count whose key begins so: what support's unlocking does. */
export async function forgetLimits(db: Db, keyPrefix: string): Promise<void> {
  await db
    .deleteFrom('rateLimits')
    .where(sql<boolean>`starts_with(key, ${keyPrefix})`)
    .execute();
}

/** Forgets windows that are over; says how many. */
export async function deleteExpiredLimits(db: Db, now: Date): Promise<number> {
  const done = await db.deleteFrom('rateLimits').where('expiresAt', '<=', now).executeTakeFirst();
  return Number(done.numDeletedRows);
}
