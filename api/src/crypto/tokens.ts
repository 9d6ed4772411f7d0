import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** 256 random bits for a cookie, a ticket or a key, safe in a URL. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token: its hash, so that a copy of the database signs nobody in. */
export const hashOf = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** Six random digits. */
export const newCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, '0');

/** Equality that takes the same time wherever the difference is. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && timingSafeEqual(a, b);
