import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { RegistryConfig } from '../config-registry.ts';
import { RegistryFault } from './registry-fault.ts';

export type SignedAnswer = { readonly status: number; readonly body: unknown };
export type SignedCall = (
  method: 'GET' | 'PUT' | 'POST',
  path: string,
  body?: unknown,
) => Promise<SignedAnswer>;

/** A portrait in base64 is the largest answer. */
const ANSWER_AT_MOST_BYTES = 8 * 1024 * 1024;

const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
const hmac = (key: Buffer, text: string): string =>
  createHmac('sha256', key).update(text).digest('hex');

/**
 * Calls the registry with a signed request and takes only an answer signed for this very request: the
 * nonce binds them, so that a proxy's page, an answer meant for somebody else or one sent twice is no
 * answer. Throws a `RegistryFault`; what is thrown from here may have had its effect.
 */
export function createSignedCall(config: RegistryConfig, now: () => number): SignedCall {
  const { url, keyId, key, timeoutMs } = config;
  return async (method, path, content) => {
    const body = content === undefined ? '' : JSON.stringify(content);
    const at = new Date(now()).toISOString();
    const nonce = randomBytes(16).toString('hex');
    const pathname = new URL(`${url}${path}`).pathname;
    const text = [method, pathname, at, nonce, sha256(body)].join('\n');
    const response = await send(`${url}${path}`, {
      method,
      ...(content === undefined ? {} : { body }),
      headers: {
        accept: 'application/json',
        ...(content === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
        'x-registry-key-id': keyId,
        'x-registry-timestamp': at,
        'x-registry-nonce': nonce,
        'x-registry-signature': hmac(key, text),
      },
      // An address that moves is not the one that was configured.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const right = hmac(key, [response.status, nonce, sha256(response.bytes)].join('\n'));
    if (!isSame(response.signature, right)) throw new RegistryFault('unsigned');
    return { status: response.status, body: parsed(response.bytes) };
  };
}

type Received = { readonly status: number; readonly signature: string; readonly bytes: Buffer };

async function send(url: string, init: RequestInit): Promise<Received> {
  try {
    const response = await fetch(url, init);
    const signature = response.headers.get('x-registry-signature') ?? '';
    return { status: response.status, signature, bytes: await readAll(response) };
  } catch (error) {
    if (error instanceof RegistryFault) throw error;
    const timedOut = (error as Error).name === 'TimeoutError';
    throw new RegistryFault(timedOut ? 'timedOut' : 'away');
  }
}

async function readAll({ body }: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const reader = body?.getReader();
  for (let size = 0; reader !== undefined;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > ANSWER_AT_MOST_BYTES) {
      await reader.cancel();
      throw new RegistryFault('noAnswer');
    }
    parts.push(value);
  }
  return Buffer.concat(parts);
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    throw new RegistryFault('noAnswer');
  }
}
