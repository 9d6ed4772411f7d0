import plugin from 'fastify-plugin';

/** One line per request, by route and never by URL or body: a log holds nothing about a person. */
export const requestLog = plugin(async (app) => {
  app.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.url === '/health') return;
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        actor: request.actor?.kind ?? 'none',
      },
      'request',
    );
  });
});
