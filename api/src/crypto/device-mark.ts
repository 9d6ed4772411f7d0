import { createHmac } from 'node:crypto';
import { newToken, sameBytes } from './tokens.ts';
import { deriveKey } from './vault.ts';

const sign = (cookieKey: Buffer, subject: string, nonce: string): Buffer =>
  createHmac('sha256', deriveKey(cookieKey, 'device')).update(`${subject}:${nonce}`).digest();

/** What a browser keeps after its owner signed in on it: proof of that, and nothing else. */
export function newDeviceMark(cookieKey: Buffer, subject: string): string {
  const nonce = newToken();
  return `${nonce}.${sign(cookieKey, subject, nonce).toString('base64url')}`;
}

/** The mark's own name when this subject has signed in on that browser before, else null. */
export function deviceOf(
  cookieKey: Buffer,
  subject: string,
  mark: string | undefined,
): string | null {
  const [nonce = '', signature = ''] = (mark ?? '').split('.');
  const given = Buffer.from(signature, 'base64url');
  return nonce !== '' && sameBytes(given, sign(cookieKey, subject, nonce)) ? nonce : null;
}
