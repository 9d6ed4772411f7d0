import { createHash, createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const REGISTRY_TROUBLES = [
  'none',
  'slow',
  'commitThenTimeout',
  'answersTwice',
  'html',
  'brokenJson',
  'wrongNumber',
  'unsigned',
  'foreignAnswer',
  'htmlNotFound',
  'refuses',
  'pending',
  'away',
] as const;
/** What can be the matter with a ministry's registry. */
export type RegistryTrouble = (typeof REGISTRY_TROUBLES)[number];

type Body = Record<string, unknown>;
type Call = { readonly method: string; readonly path: string; readonly body: Body };

/**
 * A ministry registry to test against, over real HTTP. It checks signatures by itself, from the
 * contract and not from the product's code, keeps what it was told under its key, and has troubles on
 * request: for every call, or for those of one method.
 */
export async function startRegistry(key = randomBytes(32)) {
  const state = {
    trouble: 'none' as RegistryTrouble,
    only: null as string | null,
    /** Number of the next renewal; an own scheme. */
    nextNumber: null as string | null,
    badSignatures: 0,
  };
  const calls: Call[] = [];
  const hours = new Map<string, Body>();
  const renewals = new Map<string, { readonly number: string; readonly asked: Body }>();
  const voids = new Map<string, Body>();
  const held: ServerResponse[] = [];

  const answerTo = ({ method, path, body }: Call): { status: number; body: Body } => {
    const [, kind = '', name = ''] = path.split('/');
    const businessKey = decodeURIComponent(name);
    if (state.trouble === 'refuses' && method === 'PUT')
      return { status: 200, body: { businessKey, status: 'refused', reason: '原证书信息不一致' } };
    if (state.trouble === 'pending')
      return { status: 200, body: { businessKey, status: 'pending' } };
    const unknown = { status: 404, body: { businessKey, status: 'notFound' } };
    if (kind === 'portraits') return { status: 200, body: { found: false } };
    if (kind === 'hours') {
      hours.set(businessKey, body);
      return { status: 200, body: { businessKey, status: 'taken' } };
    }
    if (kind === 'voids') {
      if (method === 'PUT') voids.set(businessKey, body);
      return voids.has(businessKey)
        ? { status: 200, body: { businessKey, status: 'void' } }
        : unknown;
    }
    if (method === 'PUT' && !renewals.has(businessKey)) {
      const fresh = state.nextNumber ?? `京建培〔2026〕${1000 + renewals.size}`;
      const number = body['keepsNumber'] === true ? String(body['oldNumber']) : fresh;
      renewals.set(businessKey, { number, asked: body });
    }
    const its = renewals.get(businessKey);
    if (its === undefined) return unknown;
    return { status: 200, body: { businessKey, status: 'renewed', number: its.number } };
  };

  const server = createServer((request, response) => {
    void receive(request).then((text) => {
      const nonce = String(request.headers['x-registry-nonce']);
      if (!isSigned(key, request, text)) state.badSignatures++;
      const path = request.url ?? '';
      const body = text === '' ? {} : (JSON.parse(text) as Body);
      const call = { method: request.method ?? '', path, body };
      calls.push(call);
      const trouble =
        state.only === null || state.only === call.method ? state.trouble : ('none' as const);
      behave({ trouble, response, nonce, key, held, answer: () => answerTo(call) });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    ...{ state, calls, hours, renewals, voids, key },
    url: `http://127.0.0.1:${port}`,
    /** How many calls wait for an answer that does not come. */
    held: () => held.length,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type RegistryStandIn = Awaited<ReturnType<typeof startRegistry>>;

async function receive(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const sign = (key: Buffer, text: string): string =>
  createHmac('sha256', key).update(text, 'utf8').digest('hex');

function isSigned(key: Buffer, { method, url, headers }: IncomingMessage, body: string): boolean {
  const { 'x-registry-timestamp': at, 'x-registry-nonce': nonce } = headers;
  const late = Math.abs(Date.now() - Date.parse(String(at))) > 300_000;
  const text = `${method}\n${url}\n${String(at)}\n${String(nonce)}\n${sha256(body)}`;
  return !late && headers['x-registry-signature'] === sign(key, text);
}

type Scene = {
  readonly trouble: RegistryTrouble;
  readonly response: ServerResponse;
  readonly nonce: string;
  readonly key: Buffer;
  readonly held: ServerResponse[];
  readonly answer: () => { status: number; body: Body };
};

function behave({ trouble, response, nonce, key, held, answer }: Scene): void {
  const speak = (status: number, text: string, type = 'application/json', its = nonce): void => {
    response.writeHead(status, {
      'content-type': type,
      'x-registry-signature': sign(key, `${status}\n${its}\n${sha256(text)}`),
    });
    response.end(text);
  };
  const honest = (its = nonce): void => {
    const { status, body } = answer();
    speak(status, JSON.stringify(body), 'application/json', its);
  };
  switch (trouble) {
    case 'slow':
      held.push(response);
      return;
    case 'commitThenTimeout':
      answer();
      held.push(response);
      return;
    case 'answersTwice': {
      const { status, body } = answer();
      const text = JSON.stringify(body);
      const signature = sign(key, `${status}\n${nonce}\n${sha256(text)}`);
      const head = `HTTP/1.1 ${status} OK\r\ncontent-type: application/json\r\nx-registry-signature: ${signature}\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n`;
      response.socket?.write(`${head}${text}${head}${text}`);
      return;
    }
    case 'html':
      return speak(200, '<html><body>系统维护中</body></html>', 'text/html');
    case 'htmlNotFound':
      return void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404</h1>');
    case 'brokenJson':
      return speak(200, '{"status":"renewed","number":"京建');
    case 'wrongNumber':
      return speak(200, JSON.stringify({ ...answer().body, number: 20_261_001 }));
    case 'unsigned':
      return void response.writeHead(200).end(JSON.stringify(answer().body));
    case 'foreignAnswer':
      return honest('somebody else’s nonce');
    case 'away':
      return void response.socket?.destroy();
    case 'none':
    case 'refuses':
    case 'pending':
      return honest();
  }
}
