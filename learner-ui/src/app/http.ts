/** Calls to the API: cookie session, CSRF token on every change, problems as thrown values. */
let csrfToken: string | null = null;

/** The token that GET /api/session gave; sent with every change from then on. */
export const keepCsrfToken = (token: string): void => {
  csrfToken = token;
};

const headersFor = (body: unknown): Record<string, string> => ({
  accept: 'application/json',
  ...(csrfToken === null ? {} : { 'x-csrf-token': csrfToken }),
  ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
});

/** One call. Throws the problem the API answered, or a TypeError when there is no network. */
export const call = async <T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> => {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: headersFor(body),
    body: body === undefined || body instanceof FormData ? (body ?? null) : JSON.stringify(body),
  });
  const text = await response.text();
  const parsed: unknown = text === '' ? null : JSON.parse(text);
  if (!response.ok) throw parsed ?? { code: 'request/unavailable', status: response.status };
  return parsed as T;
};
