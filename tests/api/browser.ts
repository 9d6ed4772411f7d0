import type { App } from '../../api/src/app-types.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Answer = Awaited<ReturnType<App['inject']>>;
export type Headers = Record<string, string>;

/** What a page does: keeps the cookie, sends the token with each change. */
export type Browser = {
  readonly get: (url: string, headers?: Headers) => Promise<Answer>;
  readonly post: (url: string, body?: object, headers?: Headers) => Promise<Answer>;
  readonly put: (url: string, body?: object, headers?: Headers) => Promise<Answer>;
  readonly patch: (url: string, body?: object, headers?: Headers) => Promise<Answer>;
  readonly delete: (url: string, body?: object, headers?: Headers) => Promise<Answer>;
  /** One file named `file` and other fields, as a form sends them. */
  readonly upload: (
    url: string,
    file: Uint8Array,
    fields?: Record<string, string>,
    method?: 'PUT' | 'POST',
  ) => Promise<Answer>;
  readonly cookie: () => string;
  readonly setCookie: (value: string) => void;
  readonly csrfToken: () => string;
  /** Two learners at one computer: this browser takes the other one's name. */
  readonly sitAt: (other: Browser) => void;
  readonly browserName: () => string;
};

const BOUNDARY = 'xuzheng-test-boundary';

export function browserOn(app: App, address = '203.0.113.7'): Browser {
  let cookie = '';
  let deviceMark = '';
  let browserName = '';
  let csrfToken = '';
  const learn = (answer: Answer): Answer => {
    const set = answer.cookies.find((one) => one.name === 'xz_session');
    if (set) cookie = set.value;
    const mark = answer.cookies.find((one) => one.name === 'xz_device');
    if (mark) deviceMark = mark.value;
    const name = answer.cookies.find((one) => one.name === 'xz_browser');
    if (name) browserName = name.value;
    if (!String(answer.headers['content-type'] ?? '').includes('json')) return answer;
    const body = answer.json() as { csrfToken?: unknown } | null;
    if (typeof body?.csrfToken === 'string') csrfToken = body.csrfToken;
    return answer;
  };
  const send = async (
    method: Method,
    url: string,
    payload?: object | Buffer,
    headers: Headers = {},
  ): Promise<Answer> => {
    const token = csrfToken && method !== 'GET' ? { 'x-csrf-token': csrfToken } : {};
    const answer = await app.inject({
      method,
      url,
      remoteAddress: address,
      ...(payload === undefined ? {} : { payload }),
      headers: { ...token, ...headers },
      cookies: {
        ...(cookie ? { xz_session: cookie } : {}),
        ...(deviceMark ? { xz_device: deviceMark } : {}),
        ...(browserName ? { xz_browser: browserName } : {}),
      },
    });
    return learn(answer);
  };
  return {
    get: (url, headers) => send('GET', url, undefined, headers),
    post: (url, body, headers) => send('POST', url, body, headers),
    put: (url, body, headers) => send('PUT', url, body, headers),
    patch: (url, body, headers) => send('PATCH', url, body, headers),
    delete: (url, body, headers) => send('DELETE', url, body, headers),
    upload: (url, file, fields = {}, method = 'PUT') =>
      send(method, url, formOf(file, fields), {
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      }),
    cookie: () => cookie,
    setCookie: (value) => void (cookie = value),
    csrfToken: () => csrfToken,
    sitAt: (other) => void (browserName = other.browserName()),
    browserName: () => browserName,
  };
}

function formOf(file: Uint8Array, fields: Record<string, string>): Buffer {
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    ),
  );
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="f.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`;
  const tail = `\r\n--${BOUNDARY}--\r\n`;
  return Buffer.concat([...parts, Buffer.from(head), file, Buffer.from(tail)]);
}
