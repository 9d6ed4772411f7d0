import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStorage } from '../../../api/src/storage/index.ts';
import type { Storage } from '../../../api/src/storage/index.ts';

const bytesOf = (words: string) => new TextEncoder().encode(words);
const plain = { contentType: 'text/plain' };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storage-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const filesOn = async (dir: string) =>
  (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

const stores: [string, () => Storage][] = [
  ['a folder', () => createStorage({ storageDir: folder })],
  [
    'a flydrive disk',
    () =>
      createStorage({ disk: new Disk(new FSDriver({ location: folder, visibility: 'private' })) }),
  ],
];

describe.each(stores)('files in %s', (_, open) => {
  it('gives back the bytes under the hash of their content', async () => {
    const storage = open();
    const stored = await storage.put(bytesOf('abc'), plain);
    expect(stored.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(Buffer.from(await storage.get(stored.key)).toString()).toBe('abc');
    expect(await storage.size(stored.key)).toBe(3);
  });

  it('keeps the same bytes once', async () => {
    const storage = open();
    const first = await storage.put(bytesOf('一课'), plain);
    expect(await storage.put(bytesOf('一课'), plain)).toEqual(first);
    expect(await filesOn(folder)).toHaveLength(1);
  });

  it('streams a part of a file, both ends included', async () => {
    const storage = open();
    const { key } = await storage.put(bytesOf('0123456789'), plain);
    expect(await text(await storage.stream(key, { start: 2, end: 5 }))).toBe('2345');
    expect(await text(await storage.stream(key))).toBe('0123456789');
  });

  it('forgets a deleted file, and deleting it again is no fault', async () => {
    const storage = open();
    const { key } = await storage.put(bytesOf('gone'), plain);
    await storage.delete(key);
    await storage.delete(key);
    expect(await storage.has(key)).toBe(false);
    await expect(storage.get(key)).rejects.toThrow();
  });

  it('never leaves the picture of a person readable on the disk', async () => {
    const storage = open();
    const key = randomBytes(32);
    const picture = Buffer.concat([Buffer.from('a face '), randomBytes(2_000)]);
    const stored = await storage.put(picture, { contentType: 'image/jpeg', sealWith: key });
    const [file] = await filesOn(folder);
    const raw = await readFile(join(file!.parentPath, file!.name));
    expect(raw.includes(picture.subarray(0, 64))).toBe(false);
    expect(stored.key).not.toContain(stored.sha256);
    expect(Buffer.from(await storage.get(stored.key, { openWith: key }))).toEqual(picture);
  });

  it('opens a sealed picture with no other key, and not without one', async () => {
    const storage = open();
    const stored = await storage.put(bytesOf('face'), { ...plain, sealWith: randomBytes(32) });
    await expect(storage.get(stored.key, { openWith: randomBytes(32) })).rejects.toThrow();
    await expect(storage.get(stored.key)).rejects.toThrow('sealed');
    await expect(storage.stream(stored.key)).rejects.toThrow('sealed');
  });

  it('names the same picture of two people differently', async () => {
    const storage = open();
    const one = await storage.put(bytesOf('face'), { ...plain, sealWith: randomBytes(32) });
    const other = await storage.put(bytesOf('face'), { ...plain, sealWith: randomBytes(32) });
    expect(one.key).not.toBe(other.key);
    expect(one.sha256).toBe(other.sha256);
  });
});

describe('faults of the storage', () => {
  it('notices a file that was changed behind its back', async () => {
    const storage = createStorage({ storageDir: folder });
    const { key } = await storage.put(bytesOf('certificate'), plain);
    await writeFile(join(folder, key), 'certificatf');
    await expect(storage.get(key)).rejects.toThrow('not what was stored');
  });

  it('throws when it cannot write, and leaves nothing behind', async () => {
    const blocked = join(folder, 'blocked');
    await writeFile(blocked, 'a file where a folder should be');
    await expect(createStorage({ storageDir: blocked }).put(bytesOf('x'), plain)).rejects.toThrow();
    expect(await filesOn(folder)).toHaveLength(1);
  });

  it('leaves no half file beside a whole one', async () => {
    const storage = createStorage({ storageDir: folder });
    await Promise.all(
      Array.from({ length: 8 }, () => storage.put(Buffer.alloc(1 << 20, 7), plain)),
    );
    const names = (await filesOn(folder)).map((entry) => entry.name);
    expect(names).toHaveLength(1);
    expect(names[0]).not.toContain('.part');
  });

  it.each(['../../etc/passwd', 'plain/aa/../../secret', '/plain/aa/aa', 'plain/ab/aa', ''])(
    'refuses %j as a key',
    async (key) => {
      const storage = createStorage({ storageDir: folder });
      await expect(storage.get(key)).rejects.toThrow('not a storage key');
      await expect(storage.delete(key)).rejects.toThrow('not a storage key');
    },
  );
});
