import { Type } from 'typebox';
import type { App } from '../app-types.ts';
import { isReachable } from '../db/health.ts';
import { route } from '../schemas/route.ts';

const health = Type.Object({ ok: Type.Boolean(), database: Type.Boolean() });

export default async function healthRoutes(app: App): Promise<void> {
  app.get(
    '/health',
    route('public', { response: { 200: health, 503: health } }),
    async (_request, reply) => {
      const database = await isReachable(app.db);
      return reply.code(database ? 200 : 503).send({ ok: database, database });
    },
  );
}
