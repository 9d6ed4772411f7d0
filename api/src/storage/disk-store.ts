import { Readable } from 'node:stream';
import type { Disk } from 'flydrive';
import type { Store } from './store.ts';

/**
 * A store on any flydrive disk: S3 and what speaks like it. Object stores write whole objects, so
 * nothing is needed for atomicity. flydrive knows no ranges: the object is read and cut, which is fine
 * for pictures and documents; let a CDN serve video from the bucket itself.
 */
export function diskStore(disk: Disk): Store {
  return {
    write: (key, bytes, contentType) => disk.put(key, bytes, { contentType }),
    read: (key) => disk.getBytes(key),
    stream: async (key, range) => {
      if (!range) return disk.getStream(key);
      return Readable.from([(await disk.getBytes(key)).subarray(range.start, range.end + 1)]);
    },
    size: async (key) => (await disk.getMetaData(key)).contentLength,
    has: (key) => disk.exists(key),
    delete: (key) => disk.delete(key),
  };
}
