import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ConfigFault, readConfig } from '../../../api/src/config.ts';

const key = (): string => randomBytes(32).toString('base64');
const good = {
  XUZHENG_MODE: 'production',
  DATABASE_URL: 'postgres://db/xuzheng',
  TEMPORAL_ADDRESS: 'temporal:7233',
  STORAGE_DIR: '/var/lib/xuzheng',
  PUBLIC_URL: 'https://xuzheng.example',
  XUZHENG_MASTER_KEY: key(),
  XUZHENG_INDEX_KEY: key(),
  XUZHENG_COOKIE_KEY: key(),
  XUZHENG_MEDIA_KEY: key(),
};

test('a complete configuration is taken', () => {
  expect(readConfig(good)).toMatchObject({ mode: 'production', trustedProxies: [] });
});

describe('production does not start', () => {
  const refused = [
    ['without a master key', { XUZHENG_MASTER_KEY: undefined }, 'XUZHENG_MASTER_KEY'],
    ['with a short key', { XUZHENG_INDEX_KEY: 'c2hvcnQ=' }, 'XUZHENG_INDEX_KEY'],
    [
      'with a key everybody could write down',
      { XUZHENG_COOKIE_KEY: Buffer.alloc(32, 7).toString('base64') },
      'demo secret',
    ],
    ['with one key for two uses', { XUZHENG_MEDIA_KEY: good.XUZHENG_COOKIE_KEY }, 'repeats'],
    ['without https', { PUBLIC_URL: 'http://xuzheng.example' }, 'https://'],
    ['believing every proxy', { TRUSTED_PROXIES: '0.0.0.0/0' }, 'TRUSTED_PROXIES'],
    ['counting hops instead of naming networks', { TRUSTED_PROXIES: '1' }, 'TRUSTED_PROXIES'],
    ['with half a certificate', { TLS_CERT_FILE: '/cert.pem' }, 'TLS_KEY_FILE'],
    ['in a mode nobody knows', { XUZHENG_MODE: 'prod' }, 'XUZHENG_MODE'],
    ['on a port that is none', { PORT: '70000' }, 'PORT'],
    ['with nobody to judge faces', { FACE_THREADS: '0' }, 'FACE_THREADS'],
    [
      'a sandbox that would tell a real registry',
      {
        XUZHENG_SANDBOX: '1',
        REGISTRY_URL: 'https://registry.example',
        REGISTRY_KEY: good.XUZHENG_MEDIA_KEY,
      },
      'sandbox',
    ],
  ] as const;
  test.each(refused)('%s', (_why, change, words) => {
    const start = () => readConfig({ ...good, ...change });
    expect(start).toThrow(ConfigFault);
    expect(start).toThrow(words);
    // One sentence an operator can act on, never the secret itself.
    try {
      start();
    } catch (error) {
      expect((error as Error).message).not.toContain('\n');
      expect((error as Error).message).not.toContain(good.XUZHENG_COOKIE_KEY);
    }
  });
});
