import { createXuzhengClient, ProblemError, isProblem, type XuzhengClient } from '@xuzheng/client';

/** Somebody at a browser: the documented API with a cookie jar of their own. */
export interface Visitor {
  readonly api: XuzhengClient;
  /** Sends a form of files; the answer's JSON, or a `ProblemError`. */
  readonly send: <T>(method: 'POST' | 'PUT', path: string, form: FormData) => Promise<T>;
  /** Fetches a file; throws when it is refused. */
  readonly file: (path: string) => Promise<Buffer>;
}

/** A jar that holds what one site sets: all this product needs. */
function jar(): { read: () => string; keep: (response: Response) => void } {
  const cookies = new Map<string, string>();
  return {
    read: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    keep: (response) => {
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        const at = pair.indexOf('=');
        const name = pair.slice(0, at);
        if (/max-age=0\b/i.test(line)) cookies.delete(name);
        else cookies.set(name, pair.slice(at + 1));
      }
    },
  };
}

async function throwProblem(response: Response): Promise<never> {
  const body: unknown = await response.json().catch(() => null);
  if (isProblem(body)) throw new ProblemError(body);
  throw new Error(`the API answered ${response.status}`);
}

/** Opens a browser-like connection to the API at `baseUrl`; nobody is signed in yet. */
export function visit(baseUrl: string): Visitor {
  const cookies = jar();
  const send = async (request: Request): Promise<Response> => {
    const held = cookies.read();
    if (held !== '') request.headers.set('cookie', held);
    const response = await fetch(request);
    cookies.keep(response);
    return response;
  };
  const api = createXuzhengClient({ baseUrl, fetch: (input) => send(new Request(input)) });
  return {
    api,
    send: async <T>(method: 'POST' | 'PUT', path: string, form: FormData): Promise<T> => {
      const headers = await api.csrfHeaders();
      const response = await send(new Request(baseUrl + path, { method, body: form, headers }));
      if (!response.ok) return throwProblem(response);
      return (await response.json()) as T;
    },
    file: async (path) => {
      const response = await send(new Request(new URL(path, baseUrl)));
      if (!response.ok) return throwProblem(response);
      return Buffer.from(await response.arrayBuffer());
    },
  };
}

/** Bytes as a part of a form. */
export const part = (bytes: Buffer, type: string): Blob =>
  new Blob([new Uint8Array(bytes)], { type });
