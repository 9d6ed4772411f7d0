import { API_SCOPES } from '@xuzheng/engine';
import type { ApiScope } from '@xuzheng/engine';
import { Type } from 'typebox';
import type { App } from '../../app-types.ts';
import { createApiKey, endApiKey } from '../../commands/manage-api-keys.ts';
import { listApiKeys } from '../../db/api-keys.ts';
import { sendResult } from '../../plugins/refusals.ts';
import { route } from '../../schemas/route.ts';
import {
  exact,
  idParams,
  instant,
  iso,
  isoOrNull,
  nullable,
  oneOf,
  uuid,
} from '../../schemas/shared.ts';

const tags = ['staff'];
const permission = 'apiKeys.manage';
const scopes = Type.Array(oneOf(API_SCOPES), { minItems: 1, maxItems: 10 });
const list = route(permission, {
  tags,
  summary: 'Keys of integrators',
  response: {
    200: Type.Object({
      items: Type.Array(
        Type.Object({
          id: uuid,
          name: Type.String(),
          scopes: Type.Array(oneOf(API_SCOPES)),
          createdAt: instant,
          lastUsedAt: nullable(instant),
          revokedAt: nullable(instant),
        }),
      ),
    }),
  },
});
const create = route(permission, {
  tags,
  summary: 'Make a key; it is shown this once',
  body: exact({ name: Type.String({ minLength: 1, maxLength: 100 }), scopes }),
  response: { 201: Type.Object({ id: uuid, key: Type.String() }) },
});
const revoke = route(permission, {
  tags,
  summary: 'End a key at once',
  params: idParams,
  response: { 204: Type.Null() },
});

export default async function apiKeyRoutes(app: App): Promise<void> {
  app.get('/api/api-keys', list, async () => ({
    items: (await listApiKeys(app.db)).map((row) => ({
      ...row,
      scopes: row.scopes as ApiScope[],
      createdAt: iso(row.createdAt),
      lastUsedAt: isoOrNull(row.lastUsedAt),
      revokedAt: isoOrNull(row.revokedAt),
    })),
  }));

  app.post('/api/api-keys', create, async (request, reply) => {
    const key = await createApiKey(app.deps, { ...request.body, createdBy: request.staffId() });
    return reply.code(201).send(key);
  });

  app.delete('/api/api-keys/:id', revoke, async (request, reply) =>
    sendResult(reply, await endApiKey(app.deps, request.params.id, request.staffId())),
  );
}
