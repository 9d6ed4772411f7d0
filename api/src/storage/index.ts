import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Disk } from 'flydrive';
import { diskStore } from './disk-store.ts';
import { folderStore } from './folder-store.ts';
import { openFile, sealedName, sealFile } from './sealed-file.ts';
import type { ByteRange, Store } from './store.ts';

export type { ByteRange } from './store.ts';

export type PutOptions = {
  readonly contentType: string;
  /** The owner's data key: images of people never lie on a disk unsealed. */
  readonly sealWith?: Buffer;
};

export type StoredFile = {
  /** The name to keep in the database and to `get` with. */
  readonly key: string;
  /** SHA-256 of the bytes as given, in hex; for the record, also of a sealed file. */
  readonly sha256: string;
};

/** Files by the hash of their content. A fault of the store (disk full, file gone) is thrown. */
export type Storage = {
  /** Stores bytes; the same bytes again are the same file. Returns once they are safely written. */
  readonly put: (bytes: Uint8Array, options: PutOptions) => Promise<StoredFile>;
  /** The bytes, checked against their name. A sealed file needs `openWith`, the key it was sealed with. */
  readonly get: (key: string, options?: { readonly openWith?: Buffer }) => Promise<Uint8Array>;
  /** Plain files only (lessons): a stream of the file or of a part of it. */
  readonly stream: (key: string, range?: ByteRange) => Promise<Readable>;
  /** Bytes on the store. */
  readonly size: (key: string) => Promise<number>;
  readonly has: (key: string) => Promise<boolean>;
  /** Deletes the file. A plain file may be named by several rows: ask before deleting it. */
  readonly delete: (key: string) => Promise<void>;
};

/** A folder of this machine, or any flydrive disk (S3). */
export type StorageConfig = { readonly storageDir: string } | { readonly disk: Disk };

const KEY_SHAPE = /^(plain|sealed)\/([0-9a-f]{2})\/(\2[0-9a-f]{62})$/;

/** Opens the file storage. Nothing is created before the first `put`. */
export function createStorage(config: StorageConfig): Storage {
  const store: Store = 'disk' in config ? diskStore(config.disk) : folderStore(config.storageDir);
  return {
    put: (bytes, options) => put(store, bytes, options),
    get: (key, options) => get(store, key, options?.openWith),
    stream: async (key, range) => {
      if (parts(key).kind === 'sealed') throw new Error(`${key} is sealed: get it with its key`);
      return store.stream(key, range);
    },
    size: async (key) => store.size(parts(key).key),
    has: async (key) => store.has(parts(key).key),
    delete: async (key) => store.delete(parts(key).key),
  };
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function put(store: Store, bytes: Uint8Array, options: PutOptions): Promise<StoredFile> {
  const sha256 = digest(bytes);
  const { sealWith, contentType } = options;
  const name = sealWith ? sealedName(sealWith, bytes) : sha256;
  const key = `${sealWith ? 'sealed' : 'plain'}/${name.slice(0, 2)}/${name}`;
  if (sealWith) await store.write(key, sealFile(sealWith, key, bytes), 'application/octet-stream');
  else if (!(await store.has(key))) await store.write(key, bytes, contentType);
  return { key, sha256 };
}

async function get(store: Store, key: string, openWith?: Buffer): Promise<Uint8Array> {
  const { kind, name } = parts(key);
  const bytes = await store.read(key);
  if (kind === 'plain') {
    if (digest(bytes) !== name) throw new Error(`${key} is not what was stored`);
    return bytes;
  }
  if (!openWith) throw new Error(`${key} is sealed: get it with its key`);
  return openFile(openWith, key, bytes);
}

// Keys come from the database, but a path that leaves the folder must be impossible all the same.
function parts(key: string): { key: string; kind: 'plain' | 'sealed'; name: string } {
  const match = KEY_SHAPE.exec(key);
  if (!match) throw new Error('not a storage key');
  return { key, kind: match[1] as 'plain' | 'sealed', name: match[3] as string };
}
