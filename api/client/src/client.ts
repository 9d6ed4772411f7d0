import createClient from 'openapi-fetch';
import type { Client, Middleware } from 'openapi-fetch';
import type { paths } from './paths.gen.ts';
import { ProblemError, isProblem } from './problem.ts';
import type { Problem } from './problem.ts';

export type ClientOptions = {
  /** Where the API is; the page's own origin when left out. */
  readonly baseUrl?: string;
  /** For integrators: `xk_…`. Browsers use the cookie session. */
  readonly apiKey?: string;
  /** 'zh-CN' (default) or 'en': the language of refusals. */
  readonly language?: () => string;
  readonly fetch?: typeof fetch;
  /** Told when a signed-in route answers that nobody is signed in. */
  readonly onSignedOut?: () => void;
};

export type XuzhengClient = Client<paths> & {
  /** The data of a call, or a `ProblemError`: `await client.take(client.GET('/api/session'))`. */
  readonly take: <T>(
    call: Promise<{ data?: T; error?: unknown; response: Response }>,
  ) => Promise<T>;
  /** The header and token a form or `fetch` of one's own (a multipart upload) must send. */
  readonly csrfHeaders: () => Promise<Record<string, string>>;
};

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

const NETWORK: Problem = {
  type: 'urn:xuzheng:network',
  title: 'Network',
  status: 0,
  code: 'network',
  detail: '网络连接中断。已保存的内容不受影响,请检查网络后再试。',
};

/** Holds the session's CSRF token; asks for it when it has none. */
function csrfKeeper(baseUrl: string, send: typeof fetch) {
  let token: Promise<string> | null = null;
  const ask = async (): Promise<string> => {
    const answer = await send(new Request(`${baseUrl}/api/session`));
    const session = (await answer.json()) as { csrfToken?: string };
    return session.csrfToken ?? '';
  };
  return {
    get: () => {
      const asked = token ?? ask();
      token = asked;
      asked.catch(() => (token = null));
      return asked;
    },
    learn: (value: string) => (token = Promise.resolve(value)),
    forget: () => (token = null),
  };
}

async function codeOf(response: Response): Promise<string | null> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('json')) return null;
  const body: unknown = await response.clone().json();
  return isProblem(body) ? body.code : null;
}

/**
 * The typed client of the API. Sends the CSRF token with every change and asks for a new one when
 * the session changed under it; refusals come back as `error` with the problem's shape.
 */
export function createXuzhengClient(options: ClientOptions = {}): XuzhengClient {
  // The client runs in pages and in servers alike: only a page has a location.
  const page = globalThis as { readonly location?: { readonly origin: string } };
  const baseUrl = options.baseUrl ?? page.location?.origin ?? '';
  const plainFetch =
    options.fetch ?? ((request: Parameters<typeof fetch>[0]) => globalThis.fetch(request));
  const csrf = csrfKeeper(baseUrl, plainFetch);
  const needsCsrf = (method: string): boolean => !READING.has(method) && !options.apiKey;
  const send = async (request: Request): Promise<Response> => {
    const again = needsCsrf(request.method) ? request.clone() : null;
    const response = await plainFetch(request);
    if (!again || response.status !== 403) return response;
    if ((await codeOf(response)) !== 'account/csrfMissing') return response;
    csrf.forget();
    again.headers.set('x-csrf-token', await csrf.get());
    return plainFetch(again);
  };
  const client = createClient<paths>({ baseUrl, fetch: send });
  const manners: Middleware = {
    onRequest: async ({ request }) => {
      request.headers.set('accept-language', options.language?.() ?? 'zh-CN');
      if (options.apiKey) request.headers.set('authorization', `Bearer ${options.apiKey}`);
      if (needsCsrf(request.method)) request.headers.set('x-csrf-token', await csrf.get());
      return request;
    },
    onResponse: async ({ request, response }) => {
      const path = new URL(request.url).pathname;
      if (path.startsWith('/api/session') || path.startsWith('/api/activation') || response.ok)
        await learnToken(response, path, csrf.learn);
      if (response.status === 401 && !path.startsWith('/api/session')) options.onSignedOut?.();
      return response;
    },
  };
  client.use(manners);
  return Object.assign(client, {
    take,
    csrfHeaders: async () => ({ 'x-csrf-token': await csrf.get() }),
  });
}

/** Signing in and asking who one is both answer with the token of the session they leave behind. */
async function learnToken(
  response: Response,
  path: string,
  learn: (token: string) => void,
): Promise<void> {
  if (!/^\/api\/(session|activation|recovery|me\/password)/.test(path)) return;
  if (!(response.headers.get('content-type') ?? '').includes('json')) return;
  const body = (await response.clone().json()) as { csrfToken?: unknown };
  if (typeof body.csrfToken === 'string') learn(body.csrfToken);
}

async function take<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const answer = await call.catch(() => null);
  if (!answer) throw new ProblemError(NETWORK);
  if (answer.error !== undefined || !answer.response.ok) {
    const { error, response } = answer;
    throw new ProblemError(isProblem(error) ? error : { ...NETWORK, status: response.status });
  }
  return answer.data as T;
}
