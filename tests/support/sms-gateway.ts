import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type GatewayCall = {
  readonly action: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Record<string, unknown>;
  readonly signed: boolean;
};
/** What the gateway answers; null: it keeps silent and hangs up. */
export type GatewayReply = { readonly status?: number; readonly body: unknown } | null;

export const SECRET = 'a secret of the tests';

/**
 * A server on the other end of an SMS adapter. Signatures are checked here by the published algorithms,
 * from the request as it arrived and not from the product's code.
 */
export async function startGateway(kind: 'aliyun' | 'tencent') {
  const calls: GatewayCall[] = [];
  let reply: (call: GatewayCall) => GatewayReply = () => ({ body: {} });
  const server = createServer((request, response) => {
    void (async () => {
      let text = '';
      for await (const part of request) text += String(part);
      const url = new URL(request.url ?? '', 'http://gateway');
      const call = {
        action: String(request.headers[kind === 'aliyun' ? 'x-acs-action' : 'x-tc-action']),
        query: Object.fromEntries(url.searchParams),
        body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
        signed: kind === 'aliyun' ? aliyunSigned(request, text) : tencentSigned(request, text),
      };
      calls.push(call);
      const its = reply(call);
      if (its === null) return void response.socket?.destroy();
      const { status = 200, body } = its;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    calls,
    url: `http://127.0.0.1:${port}`,
    answers: (how: (call: GatewayCall) => GatewayReply) => void (reply = how),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text, 'utf8').digest();

/** The headers an Authorization names, one a line, from the request itself. */
const named = ({ headers }: IncomingMessage, names: string, low = false): string =>
  names
    .split(';')
    .map((name) => {
      const value = String(headers[name]).trim();
      return `${name}:${low && name === 'x-tc-action' ? value.toLowerCase() : value}\n`;
    })
    .join('');

function aliyunSigned(request: IncomingMessage, body: string): boolean {
  const its = /^ACS3-HMAC-SHA256 Credential=key-id,SignedHeaders=([^,]+),Signature=(\w+)$/.exec(
    request.headers.authorization ?? '',
  );
  const [, names = '', signature = ''] = its ?? [];
  const [path, query = ''] = (request.url ?? '').split('?');
  // Canonical as sent: sorted by name, by RFC 3986.
  const sorted = query.split('&').sort().join('&') === query && !/[!'()*+]/.test(query);
  const canonical = [request.method, path, query, named(request, names), names, sha256(body)];
  const text = `ACS3-HMAC-SHA256\n${sha256(canonical.join('\n'))}`;
  const all = Object.keys(request.headers).filter((name) => name.startsWith('x-acs-'));
  return (
    sorted &&
    request.headers['x-acs-content-sha256'] === sha256(body) &&
    all.every((name) => names.split(';').includes(name)) &&
    hmac(SECRET, text).toString('hex') === signature
  );
}

function tencentSigned(request: IncomingMessage, body: string): boolean {
  const its =
    /^TC3-HMAC-SHA256 Credential=key-id\/(\d{4}-\d\d-\d\d)\/sms\/tc3_request, SignedHeaders=([^,]+), Signature=(\w+)$/.exec(
      request.headers.authorization ?? '',
    );
  const [, day = '', names = '', signature = ''] = its ?? [];
  const at = Number(request.headers['x-tc-timestamp']);
  const canonical = ['POST', '/', '', named(request, names, true), names, sha256(body)].join('\n');
  const text = `TC3-HMAC-SHA256\n${at}\n${day}/sms/tc3_request\n${sha256(canonical)}`;
  const key = hmac(hmac(hmac(`TC3${SECRET}`, day), 'sms'), 'tc3_request');
  return (
    new Date(at * 1000).toISOString().startsWith(day) &&
    hmac(key, text).toString('hex') === signature
  );
}
