import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Keys } from '../config.ts';

/** A learner's own key. Destroying the wrapped copy destroys everything sealed with it. */
export type DataKey = Buffer & { readonly __dataKey?: true };

/** What may be searched by equality without being readable. */
export type IndexKind = 'idNumber' | 'name' | 'phone' | 'phoneTail' | 'device' | 'decoy' | 'code';

export type Vault = {
  /** A fresh key and the copy of it that may be stored. */
  readonly newDataKey: () => { dataKey: DataKey; wrapped: Buffer };
  readonly unwrap: (wrapped: Uint8Array) => DataKey;
  readonly seal: (dataKey: DataKey, content: string | Uint8Array) => Buffer;
  readonly open: (dataKey: DataKey, sealed: Uint8Array) => Buffer;
  readonly openText: (dataKey: DataKey, sealed: Uint8Array) => string;
  /** The key for what belongs to no learner (TOTP secrets of staff). */
  readonly ownKey: DataKey;
  /** HMAC-SHA-256 under a key that never lives in the database. */
  readonly blindIndex: (kind: IndexKind, text: string) => Buffer;
};

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

function encrypt(key: Buffer, content: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed);
  if (bytes.length < HEAD_BYTES || bytes[0] !== VERSION) throw new Error('not a sealed text');
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(bytes.subarray(1 + NONCE_BYTES, HEAD_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(HEAD_BYTES)), decipher.final()]);
}

/** Derives one key per use, so that no two uses ever share one. */
export const deriveKey = (key: Buffer, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `xuzheng/${use}`, 32));

/** Opens the vault: AES-256-GCM with a data key per learner under the master key, blind indexes by HMAC. */
export function createVault(keys: Pick<Keys, 'master' | 'index'>): Vault {
  const wrapping = deriveKey(keys.master, 'wrap');
  const ownKey = deriveKey(keys.master, 'own') as DataKey;
  return {
    newDataKey: () => {
      const dataKey = randomBytes(32) as DataKey;
      return { dataKey, wrapped: encrypt(wrapping, dataKey) };
    },
    unwrap: (wrapped) => decrypt(wrapping, wrapped) as DataKey,
    seal: (dataKey, content) =>
      encrypt(dataKey, typeof content === 'string' ? Buffer.from(content, 'utf8') : content),
    open: decrypt,
    openText: (dataKey, sealed) => decrypt(dataKey, sealed).toString('utf8'),
    ownKey,
    blindIndex: (kind, text) =>
      createHmac('sha256', keys.index).update(`${kind}\0${text}`, 'utf8').digest(),
  };
}
