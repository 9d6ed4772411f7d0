import { createHash, createHmac } from 'node:crypto';

export type TencentRequest = {
  readonly host: string;
  readonly service: string;
  readonly action: string;
  readonly version: string;
  readonly region: string;
  readonly body: string;
  /** Seconds since the epoch. */
  readonly timestamp: number;
};

const CONTENT_TYPE = 'application/json; charset=utf-8';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

/**
 * Headers of a signed call, by the published signature version 3 (TC3-HMAC-SHA256). Written here
 * because the official SDK brings node-fetch 2, uuid and pinned helpers for what is one digest.
 */
export function tencentHeaders(
  request: TencentRequest,
  key: { readonly id: string; readonly secret: string },
): Record<string, string> {
  const { host, service, action, version, region, body, timestamp } = request;
  // The day of the scope is UTC's, wherever the process runs.
  const day = new Date(timestamp * 1000).toISOString().slice(0, 10);
  const scope = `${day}/${service}/tc3_request`;
  const names = 'content-type;host;x-tc-action';
  const lines = `content-type:${CONTENT_TYPE}\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n`;
  const canonical = ['POST', '/', '', lines, names, sha256(body)].join('\n');
  const text = ['TC3-HMAC-SHA256', timestamp, scope, sha256(canonical)].join('\n');
  const ofDay = hmac(`TC3${key.secret}`, day);
  const signing = hmac(hmac(ofDay, service), 'tc3_request');
  const signature = hmac(signing, text).toString('hex');
  return {
    authorization: `TC3-HMAC-SHA256 Credential=${key.id}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
    'content-type': CONTENT_TYPE,
    host,
    'x-tc-action': action,
    'x-tc-version': version,
    'x-tc-region': region,
    'x-tc-timestamp': String(timestamp),
  };
}
