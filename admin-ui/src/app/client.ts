import { createXuzhengClient, type paths } from '@xuzheng/client';
import { savedLocale } from './saved-locale.ts';

/** The typed client of the API: cookie session, CSRF token, refusals as thrown problems. */
export const client = createXuzhengClient({ language: savedLocale });

/** The answer of a call, or its problem thrown: what queries and mutations want. */
export const { take } = client;

type Method = 'get' | 'put' | 'post' | 'delete' | 'patch';
type JsonOf<R> = R extends { content: { 'application/json': infer T } } ? T : never;
type Success<O> = O extends { responses: infer R } ? JsonOf<R[keyof R & (200 | 201)]> : never;

/** What a route answers when it succeeds. */
export type Answer<P extends keyof paths, M extends Method> = M extends keyof paths[P]
  ? Success<paths[P][M]>
  : never;

type BodyOf<O> = O extends { requestBody?: { content: { 'application/json': infer T } } }
  ? T
  : never;

/** What a route wants to be sent. */
export type Sent<P extends keyof paths, M extends Method> = M extends keyof paths[P]
  ? BodyOf<paths[P][M]>
  : never;
