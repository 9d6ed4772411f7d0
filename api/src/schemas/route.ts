import type { FastifySchema } from 'fastify';
import type { TSchema } from 'typebox';
import type { Permission, RouteLimit } from '../app-types.ts';

export type RouteExtras = {
  readonly limit?: RouteLimit;
  /** The fields of a multipart body, for the documentation. */
  readonly multipart?: TSchema;
};

/**
 * A route's options: who may call it, and what goes in and out.
 * `app.post('/api/things', route('learner', { summary: '…', tags: ['things'], body: … }), handler)`
 */
export const route = <S extends FastifySchema>(
  permission: Permission | readonly Permission[],
  schema: S,
  extras: RouteExtras = {},
): { config: { permission: Permission | readonly Permission[] } & RouteExtras; schema: S } => ({
  config: { permission, ...extras },
  schema,
});
