import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import { deriveKey } from '../crypto/vault.ts';

const ENCODING = 'binary/encrypted';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Payloads hold ids only, and even those leave this process encrypted: AES-256-GCM under a key derived
 * from the master key. Losing the master key makes running histories unreadable.
 */
export function createPayloadCodec(masterKey: Buffer): PayloadCodec {
  const key = deriveKey(masterKey, 'process payloads');
  return {
    encode: async (payloads) => payloads.map((payload) => encrypt(key, payload)),
    decode: async (payloads) => payloads.map((payload) => decrypt(key, payload)),
  };
}

function encrypt(key: Buffer, payload: Payload): Payload {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const plain = proto.temporal.api.common.v1.Payload.encode(payload).finish();
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return {
    metadata: { encoding: Buffer.from(ENCODING) },
    data: Buffer.concat([nonce, cipher.getAuthTag(), body]),
  };
}

function decrypt(key: Buffer, payload: Payload): Payload {
  const encoding = Buffer.from(payload.metadata?.['encoding'] ?? []).toString();
  if (encoding !== ENCODING) return payload;
  const bytes = Buffer.from(payload.data ?? []);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const plain = Buffer.concat([
    decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)),
    decipher.final(),
  ]);
  return proto.temporal.api.common.v1.Payload.decode(plain);
}
