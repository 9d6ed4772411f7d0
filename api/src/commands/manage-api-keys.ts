import { ok, refuse } from '@xuzheng/engine';
import type { ApiScope, Result } from '@xuzheng/engine';
import { hashOf, newToken } from '../crypto/tokens.ts';
import { insertApiKey, revokeApiKey } from '../db/api-keys.ts';
import { writeJournal } from '../db/journal.ts';
import type { StaffDesk } from './manage-staff.ts';

export type NewKey = {
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly createdBy: string;
};

/** Makes a key for an integrator. The key is given once; only its hash is kept. */
export async function createApiKey(
  desk: StaffDesk,
  { name, scopes, createdBy }: NewKey,
): Promise<{ id: string; key: string }> {
  const key = `xk_${newToken()}`;
  const createdAt = new Date(desk.clock.now());
  return desk.db.transaction().execute(async (trx) => {
    const kept = { name: name.trim(), keyHash: hashOf(key), scopes: [...new Set(scopes)] };
    const id = await insertApiKey(trx, { ...kept, createdBy, createdAt });
    await writeJournal(trx, {
      at: createdAt,
      actor: { kind: 'staff', id: createdBy },
      action: 'apiKey.created',
      details: { keyId: id, scopes: kept.scopes },
    });
    return { id, key };
  });
}

/** Ends a key at once. Refuses `request/notFound`. */
export async function endApiKey(
  desk: StaffDesk,
  id: string,
  staffId: string,
): Promise<Result<void>> {
  const at = new Date(desk.clock.now());
  return desk.db.transaction().execute(async (trx) => {
    if (!(await revokeApiKey(trx, id, at))) return refuse('request/notFound');
    const actor = { kind: 'staff', id: staffId } as const;
    await writeJournal(trx, { at, actor, action: 'apiKey.revoked', details: { keyId: id } });
    return ok(undefined);
  });
}
