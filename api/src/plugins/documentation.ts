import swagger from '@fastify/swagger';
import type { FastifySchema } from 'fastify';
import plugin from 'fastify-plugin';
import { problem } from '../schemas/shared.ts';
import type { App, Permission } from '../app-types.ts';

const REFUSED = {
  description: 'refused: problem+json with a code and a sentence',
  content: { 'application/problem+json': { schema: problem } },
};

const asText = (permission: Permission | readonly Permission[] | undefined): string =>
  [permission ?? []].flat().join(' | ');

/** What the documentation adds to each route: who may call it, its multipart fields, its refusals. */
function describe(schema: FastifySchema, config: Record<string, unknown>): FastifySchema {
  const { permission, multipart } = config as { permission?: Permission; multipart?: object };
  const line = `Permission: ${asText(permission)}`;
  return {
    ...schema,
    description: schema.description ? `${schema.description}\n\n${line}` : line,
    ...(multipart ? { body: multipart, consumes: ['multipart/form-data'] } : {}),
    response: { ...(schema.response as object), '4xx': REFUSED, '5xx': REFUSED },
  };
}

/** OpenAPI 3.1, made from the routes' own schemas. */
export const documentation = plugin(async (instance) => {
  const app = instance as unknown as App;
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '续证 Xuzheng',
        version: '1',
        description:
          'Continuing education and certificate renewal. Browsers use the cookie session and send ' +
          '`x-csrf-token` (from GET /api/session) with every change; integrators send ' +
          '`Authorization: Bearer xk_…`. Every refusal is problem+json.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'xz_session' },
          apiKey: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    transform: ({ schema, url, route }) => ({
      schema: url.startsWith('/api/')
        ? describe(schema ?? {}, (route.config ?? {}) as Record<string, unknown>)
        : { ...schema, hide: true },
      url,
    }),
  });
});
