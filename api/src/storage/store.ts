import type { Readable } from 'node:stream';

/** A part of a file: both ends are byte positions and belong to it, as in an HTTP range. */
export type ByteRange = { readonly start: number; readonly end: number };

/**
 * Where bytes lie. A `write` is seen whole or not at all, also when the process dies in its middle.
 * Reading or measuring what is not there throws.
 */
export type Store = {
  readonly write: (key: string, bytes: Uint8Array, contentType: string) => Promise<void>;
  readonly read: (key: string) => Promise<Uint8Array>;
  readonly stream: (key: string, range?: ByteRange) => Promise<Readable>;
  readonly size: (key: string) => Promise<number>;
  readonly has: (key: string) => Promise<boolean>;
  /** Silent when there is nothing to delete. */
  readonly delete: (key: string) => Promise<void>;
};
