import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { KEY_NAMES, localSecrets } from '../../tools/ground/keys.ts';
import { cloneDatabase } from '../support/database.ts';
import type { ClonedDatabase } from '../support/database.ts';
import { temporalNamespace } from '../support/temporal.ts';
import type { TestNamespace } from '../support/temporal.ts';
import { ownFolder, runScript } from './run-script.ts';

const key = (): string => randomBytes(32).toString('base64');

describe('production mode, through real processes', () => {
  let database: ClonedDatabase;
  let temporal: TestNamespace;
  let storage: string;
  beforeAll(async () => {
    [database, temporal, storage] = await Promise.all([
      cloneDatabase(),
      temporalNamespace(),
      ownFolder(),
    ]);
  });

  function good(): Record<string, string | undefined> {
    return {
      XUZHENG_MODE: 'production',
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_NAMESPACE: temporal.namespace,
      STORAGE_DIR: join(storage, 'files'),
      PUBLIC_URL: 'https://xuzheng.example.org',
      HOST: '127.0.0.1',
      PORT: '0',
      ...Object.fromEntries(KEY_NAMES.map((name) => [name, key()])),
    };
  }

  async function refusal(change: Record<string, string | undefined>): Promise<string> {
    const { code, words } = await runScript('api/src/server.ts', { ...good(), ...change });
    expect(code).toBe(1);
    expect(words, 'one sentence, no stack').not.toMatch(/\n\s+at /);
    return words;
  }

  test.each(KEY_NAMES)('a missing %s is refused by its name', async (name) => {
    expect(await refusal({ [name]: undefined })).toContain(name);
  });

  test('a key that is no 32 bytes is refused', async () => {
    const words = await refusal({ XUZHENG_MASTER_KEY: randomBytes(16).toString('base64') });
    expect(words).toContain('XUZHENG_MASTER_KEY 须为 32 字节的 base64');
  });

  test('a key that npm start made is refused', async () => {
    const secrets = await localSecrets(join(await ownFolder(), 'keys.json'));
    const words = await refusal({ XUZHENG_INDEX_KEY: secrets.XUZHENG_INDEX_KEY });
    expect(words).toContain('生产模式不接受演示密钥 XUZHENG_INDEX_KEY');
  });

  test('one key used twice is refused', async () => {
    const same = key();
    const words = await refusal({ XUZHENG_COOKIE_KEY: same, XUZHENG_MEDIA_KEY: same });
    expect(words).toContain('各密钥不得相同');
  });

  test('an address without https is refused', async () => {
    expect(await refusal({ PUBLIC_URL: 'http://xuzheng.example.org' })).toContain('https://');
  });

  test('a database with demonstration people is refused', async () => {
    const demo = await cloneDatabase();
    const client = new pg.Client({ connectionString: demo.url });
    await client.connect();
    await client.query("INSERT INTO installation (key, value) VALUES ('demo', 'true')");
    await client.end();
    expect(await refusal({ DATABASE_URL: demo.url })).toContain('此数据库含演示账号');
  });

  test('the demonstration people are refused: nothing of them is written', async () => {
    const { code, words } = await runScript('tools/seed/seed.ts', good());
    expect(code).toBe(1);
    expect(words).toContain('生产模式不建演示账号');
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query('SELECT 1 FROM learners UNION ALL SELECT 1 FROM staff');
    await client.end();
    expect(rows).toEqual([]);
  });

  test('the first administrator is made by command, once', async () => {
    const env = { ...good(), XUZHENG_ADMIN_PASSWORD: 'Correct-horse-9-battery' };
    const first = await runScript('api/src/create-admin.ts', env, ['--login', 'first']);
    expect(first.words).toMatch(/otpauth:\/\/totp\//);
    expect(first.code).toBe(0);
    const again = await runScript('api/src/create-admin.ts', env, ['--login', 'first']);
    expect(again.code).toBe(1);
    expect(again.words).not.toMatch(/otpauth/);
  });
});
