import scalar from '@scalar/fastify-api-reference';
import type { App } from '../app-types.ts';
import { route } from '../schemas/route.ts';

/** The reference page draws itself with scripts in the page; only here may a page do that. */
const REFERENCE_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; " +
  "frame-ancestors 'none'";

export default async function reference(app: App): Promise<void> {
  app.get('/openapi.json', route('public', { hide: true } as object), async (_request, reply) =>
    reply.type('application/json').serializer(JSON.stringify).send(app.swagger()),
  );
  await app.register(async (scope) => {
    scope.addHook('onRoute', (options) => {
      options.config = { ...options.config, permission: 'public' };
    });
    scope.addHook('onSend', async (_request, reply) => {
      reply.header('content-security-policy', REFERENCE_POLICY);
    });
    await scope.register(scalar, {
      routePrefix: '/reference',
      configuration: {
        url: '/openapi.json',
        withDefaultFonts: false,
        telemetry: false,
        // Everything that would call somebody else's server.
        agent: { disabled: true },
        mcp: { disabled: true },
        hideClientButton: true,
        showDeveloperTools: 'never',
        pageTitle: '续证 API',
      },
    });
  });
}
