import { createXuzhengClient, isProblem, ProblemError, type paths } from '@xuzheng/client';
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

/** A stream that a server closed for good is asked for again after so long; a lost one at once. */
const LISTEN_AGAIN_MS = 15_000;

/**
 * Listens to a route's server-sent events: `heard` is called at each. `path` is the filled-in address,
 * `P` the route. A browser that cannot listen hears nothing, and nothing may rest on it alone.
 */
export const listenTo = <P extends keyof paths>(
  path: P extends `${string}/events` ? string : never,
  event: string,
  heard: () => void,
): (() => void) => {
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    source = new EventSource(path);
    source.addEventListener(event, heard);
    source.addEventListener('error', () => {
      if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, LISTEN_AGAIN_MS);
    });
  };
  if (typeof EventSource === 'function') open();
  return () => {
    clearTimeout(again);
    source?.close();
  };
};

/** Sends a form of files. `path` is the filled-in address, `P` the route that types the answer. */
export const sendForm = async <P extends keyof paths, M extends 'put' | 'post'>(
  method: M,
  path: string,
  form: FormData,
): Promise<Answer<P, M>> => {
  const headers = { ...(await client.csrfHeaders()), 'accept-language': savedLocale() };
  const call = async () => {
    const response = await fetch(path, { method: method.toUpperCase(), headers, body: form });
    const body: unknown = await response.json().catch(() => null);
    return response.ok
      ? { data: body as Answer<P, M>, response }
      : { error: isProblem(body) ? body : {}, response };
  };
  const answer = await take<Answer<P, M>>(call());
  if (answer === undefined) throw new ProblemError(emptyAnswer);
  return answer;
};

const emptyAnswer = {
  type: 'about:blank',
  title: 'Fault',
  status: 500,
  code: 'fault',
  detail: '',
} as const;
