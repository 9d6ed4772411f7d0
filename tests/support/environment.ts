import { createHash } from 'node:crypto';

/** A key for tests: 32 bytes that are the same in every run. */
function testKey(name: string): string {
  return createHash('sha256').update(`test only: ${name}`).digest('base64');
}

/** The environment of an API or worker process under test; addresses come from the ground. */
export const TEST_ENVIRONMENT = {
  XUZHENG_MODE: 'test',
  XUZHENG_MASTER_KEY: testKey('master'),
  XUZHENG_INDEX_KEY: testKey('index'),
  XUZHENG_COOKIE_KEY: testKey('cookie'),
  XUZHENG_MEDIA_KEY: testKey('media'),
  LOG_LEVEL: 'warn',
  // Two cores have several products to serve at a time.
  FACE_THREADS: '1',
} as const;
