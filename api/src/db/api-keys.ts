import type { Db } from './connect.ts';

export function findApiKey(db: Db, keyHash: Buffer) {
  return db
    .selectFrom('apiKeys')
    .select(['id', 'scopes', 'lastUsedAt'])
    .where('keyHash', '=', keyHash)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
}

export async function touchApiKey(db: Db, id: string, now: Date): Promise<void> {
  await db.updateTable('apiKeys').set({ lastUsedAt: now }).where('id', '=', id).execute();
}

export function listApiKeys(db: Db) {
  return db
    .selectFrom('apiKeys')
    .select(['id', 'name', 'scopes', 'createdAt', 'lastUsedAt', 'revokedAt'])
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
}

export type NewApiKey = {
  readonly name: string;
  readonly keyHash: Buffer;
  readonly scopes: string[];
  readonly createdBy: string;
  readonly createdAt: Date;
};

export async function insertApiKey(db: Db, key: NewApiKey): Promise<string> {
  const row = await db.insertInto('apiKeys').values(key).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

/** Says whether there was a live key to revoke. */
export async function revokeApiKey(db: Db, id: string, now: Date): Promise<boolean> {
  const done = await db
    .updateTable('apiKeys')
    .set({ revokedAt: now })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
