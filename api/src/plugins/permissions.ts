import { timingSafeEqual } from 'node:crypto';
import plugin from 'fastify-plugin';
import type { FastifyRequest, RouteOptions } from 'fastify';
import type { Actor, App, Permission } from '../app-types.ts';
import { hitLimit } from '../db/rate-limits.ts';
import { floodGuard } from './flood-guard.ts';
import { csrfTokenFor } from './sessions.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

const listOf = (permission: Permission | readonly Permission[]): readonly Permission[] =>
  typeof permission === 'string' ? [permission] : permission;

function holds(actor: Actor, permission: Permission): boolean {
  if (permission === 'public') return true;
  if (permission === 'learner' || permission === 'staff') return actor.kind === permission;
  if (permission.startsWith('scope:'))
    return actor.kind === 'apiKey' && actor.scopes.some((scope) => `scope:${scope}` === permission);
  return actor.kind === 'staff' && actor.permissions.some((held) => held === permission);
}

function csrfFits(app: App, request: FastifyRequest): boolean {
  if (READING.has(request.method)) return true;
  // No session, nothing to forge with; but a foreign page may not even sign someone in.
  if (!request.webSession)
    return request.actor.kind === 'apiKey' || request.headers['sec-fetch-site'] !== 'cross-site';
  const given = Buffer.from(String(request.headers['x-csrf-token'] ?? ''));
  const right = Buffer.from(csrfTokenFor(app.config.keys.cookie, request.webSession.token));
  return given.length === right.length && timingSafeEqual(given, right);
}

function callerKey(request: FastifyRequest): string {
  const { actor } = request;
  if (actor.kind === 'learner') return `learner:${actor.learnerId}`;
  if (actor.kind === 'staff') return `staff:${actor.staffId}`;
  if (actor.kind === 'apiKey') return `apiKey:${actor.keyId}`;
  return `address:${request.ip}`;
}

async function refusedByLimit(
  app: App,
  request: FastifyRequest,
  guard: ReturnType<typeof floodGuard>,
): Promise<number | null> {
  const { limit } = request.routeOptions.config;
  if (!limit) return null;
  const key = `route:${request.method}:${request.routeOptions.url}:${callerKey(request)}`;
  if (limit.local) return guard(key, limit.perMinute, app.clock.now());
  const hit = await hitLimit(app.db, key, limit.perMinute, 60, app.clock.now());
  return hit.allowed ? null : hit.retryAfterSeconds;
}

export type ListedRoute = {
  readonly method: string;
  readonly url: string;
  readonly permission: readonly Permission[];
};

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route with what it asks of its caller; the test of who may do what reads it. */
    readonly listRoutes: () => ListedRoute[];
  }
}

/** No route without a permission: the app does not start with one, and such a request is refused. */
export const permissions = plugin(async (instance) => {
  const app = instance as unknown as App;
  const seen: RouteOptions[] = [];
  const guard = floodGuard();
  app.addHook('onRoute', (options) => void seen.push(options));
  app.addHook('onReady', async () => {
    const bare = seen.filter((route) => route.config?.permission === undefined);
    if (bare.length > 0)
      throw new Error(`routes without a permission: ${bare.map(({ url }) => url).join(', ')}`);
  });
  app.decorate('listRoutes', () =>
    seen.flatMap(({ method, url, config }) =>
      [method]
        .flat()
        .filter((one) => one !== 'HEAD' && config?.permission !== undefined)
        .map((one) => ({ method: one, url, permission: listOf(config?.permission ?? []) })),
    ),
  );
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404) return;
    const asked = request.routeOptions.config.permission;
    const allowed = asked !== undefined && listOf(asked).some((one) => holds(request.actor, one));
    if (!allowed)
      return reply.refuse({
        code: request.actor.kind === 'anonymous' ? 'account/signedOut' : 'request/forbidden',
      });
    if (!csrfFits(app, request)) return reply.refuse({ code: 'account/csrfMissing' });
    const retryAfterSeconds = await refusedByLimit(app, request, guard);
    if (retryAfterSeconds !== null)
      return reply.refuse({ code: 'request/rateLimited', details: { retryAfterSeconds } });
  });
});
