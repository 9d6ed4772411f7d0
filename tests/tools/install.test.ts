import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { installState, node24 } from '../../tools/install.mjs';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'xuzheng-install-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

interface Entry {
  readonly version?: string;
  readonly optional?: boolean;
  readonly link?: boolean;
}

async function writeLock(file: string, packages: Record<string, Entry>): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), JSON.stringify({ packages }));
}

async function putNode24(): Promise<void> {
  await mkdir(dirname(node24(root)), { recursive: true });
  await writeFile(node24(root), '');
}

const WANTED = {
  '': {},
  'node_modules/vue': { version: '3.5.45' },
  'node_modules/@xuzheng/engine': { link: true },
  'node_modules/only-on-windows': { version: '1.0.0', optional: true },
};

describe('installed packages are compared with the lock file', () => {
  test('a bare clone has none', async () => {
    await writeLock('package-lock.json', WANTED);
    expect(installState(root)).toBe('missing');
  });

  test('an install that broke off before its end counts as none', async () => {
    await writeLock('package-lock.json', WANTED);
    await mkdir(join(root, 'node_modules/vue'), { recursive: true });
    expect(installState(root)).toBe('missing');
  });

  test('the same versions need nothing, whatever other platforms would install', async () => {
    await writeLock('package-lock.json', WANTED);
    await writeLock('node_modules/.package-lock.json', {
      'node_modules/vue': { version: '3.5.45' },
    });
    await putNode24();
    expect(installState(root)).toBeUndefined();
  });

  test('another version after a pull is stale', async () => {
    await writeLock('package-lock.json', WANTED);
    await writeLock('node_modules/.package-lock.json', {
      'node_modules/vue': { version: '3.5.44' },
    });
    await putNode24();
    expect(installState(root)).toBe('stale');
  });

  test('packages without their Node 24 are stale', async () => {
    await writeLock('package-lock.json', WANTED);
    await writeLock('node_modules/.package-lock.json', {
      'node_modules/vue': { version: '3.5.45' },
    });
    expect(installState(root)).toBe('stale');
  });
});
