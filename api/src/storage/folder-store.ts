import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Store } from './store.ts';

/**
 * A store in a folder of this machine. flydrive's own disk driver is not used here: it moves by copy
 * and delete, so a reader could meet half a file, and it cannot read ranges, which video needs.
 */
export function folderStore(folder: string): Store {
  const place = (key: string) => join(folder, key);
  return {
    write: (key, bytes) => writeWhole(place(key), bytes),
    read: (key) => readFile(place(key)),
    stream: async (key, range) => {
      await stat(place(key));
      return createReadStream(place(key), range && { start: range.start, end: range.end });
    },
    size: async (key) => (await stat(place(key))).size,
    has: (key) => stat(place(key)).then((found) => found.isFile(), absent),
    delete: (key) => rm(place(key), { force: true }),
  };
}

// Written beside its place, flushed, then renamed: a full disk or a kill leaves no half file.
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (fault) {
    await rm(draft, { force: true });
    throw fault;
  }
}

function absent(fault: NodeJS.ErrnoException): boolean {
  if (fault.code === 'ENOENT' || fault.code === 'ENOTDIR') return false;
  throw fault;
}
