import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './paths.ts';

const SKIPPED = new Set(['node_modules', 'dist']);

/** A digest of the named files and folders of the repository: it changes when any of them does. */
export async function markOf(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) await addTo(hash, join(ROOT, source));
  return hash.digest('hex');
}

async function addTo(hash: Hash, path: string): Promise<void> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined);
  if (!entries) {
    hash.update(path).update(await readFile(path).catch(() => Buffer.alloc(0)));
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (SKIPPED.has(entry.name)) continue;
    await addTo(hash, join(path, entry.name));
  }
}
