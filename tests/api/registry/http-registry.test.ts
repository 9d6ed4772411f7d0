import { HANDBOOK_POLICY } from '@xuzheng/engine';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readRegistry } from '../../../api/src/config-registry.ts';
import { createBreaker } from '../../../api/src/registry/breaker.ts';
import { createHttpRegistry, RegistryFault } from '../../../api/src/registry/index.ts';
import { startRegistry, type RegistryTrouble } from '../../support/registry-stand-in.ts';

const ministry = await startRegistry();
afterAll(() => ministry.close());
const config = readRegistry(
  {
    REGISTRY_URL: ministry.url,
    REGISTRY_KEY: ministry.key.toString('base64'),
    REGISTRY_TIMEOUT_MS: '400',
  },
  'test',
);
if (config === null) throw new Error('no configuration');
const registry = createHttpRegistry(config, { now: () => Date.now(), failures: 1_000 });

const rule = HANDBOOK_POLICY.certificate;
let n = 0;
const request = () => ({
  ...{ businessKey: `renewal/${n++}`, idNumber: '110101199003070011', post: 'materials' },
  ...{ studyYear: 2026, oldNumber: '京建培 2017-00831', keepsNumber: false, rule },
  voidPredecessor: null,
});
const faultOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    (answer) => answer,
    (error: unknown) => (error instanceof RegistryFault ? error.kind : error),
  );

beforeEach(() => {
  ministry.state.trouble = 'none';
  ministry.state.only = null;
});

describe('a registry over HTTP', () => {
  test('takes hours, renews once for each business key, and knows what it did', async () => {
    const report = { idNumber: '110101199003070011', post: 'materials', studyYear: 2026 };
    await registry.reportHours({ businessKey: 'hours/1', ...report, creditHours: 32 });
    expect(ministry.hours.get('hours/1')).toMatchObject({ creditHours: 32, post: 'materials' });
    const one = request();
    expect(await registry.findRenewal(one.businessKey)).toEqual({ answer: 'notFound' });
    const first = await registry.renew(one);
    expect(first).toMatchObject({ answer: 'confirmed' });
    expect(await registry.renew(one)).toEqual(first);
    expect(await registry.findRenewal(one.businessKey)).toEqual(first);
    expect(ministry.renewals.get(one.businessKey)?.asked).toMatchObject({ keepsNumber: false });
  });

  test('a certificate void already is told as what the new one follows, never as one to replace', async () => {
    const one = { ...request(), oldNumber: null, voidPredecessor: 'XZ-2026-000017' };
    expect(await registry.renew(one)).toMatchObject({ answer: 'confirmed' });
    expect(ministry.renewals.get(one.businessKey)?.asked).toMatchObject({
      ...{ oldNumber: null, voidPredecessor: 'XZ-2026-000017', keepsNumber: false },
    });
  });

  test('every request is signed, and no ID number stands in an address', async () => {
    await registry.portraitOf('110101199003070011');
    await registry.voidCertificate({ businessKey: 'void/1', number: 'XZ1' });
    expect(ministry.state.badSignatures).toBe(0);
    expect(ministry.calls.some(({ path }) => path.includes('110101'))).toBe(false);
    expect(await registry.findVoid('void/1')).toEqual({ answer: 'confirmed' });
    expect(await registry.findVoid('void/2')).toEqual({ answer: 'notFound' });
  });

  test('a refusal comes with its reason', async () => {
    ministry.state.trouble = 'refuses';
    const word = await registry.renew(request());
    expect(word).toEqual({ answer: 'refused', reason: '原证书信息不一致' });
  });

  test('what is still under way there is unknown here', async () => {
    ministry.state.trouble = 'pending';
    expect(await registry.findRenewal('renewal/0')).toEqual({ answer: 'unknown' });
  });

  const noAnswers = [
    ['200 with a page of HTML', 'html', 'noAnswer'],
    ['JSON that breaks off', 'brokenJson', 'noAnswer'],
    ['a number that is none', 'wrongNumber', 'noAnswer'],
    ['an answer that nobody signed', 'unsigned', 'unsigned'],
    ['an answer to somebody else’s request', 'foreignAnswer', 'unsigned'],
    ['a proxy’s own 404', 'htmlNotFound', 'unsigned'],
    ['nothing in time', 'slow', 'timedOut'],
    ['a line that breaks', 'away', 'away'],
  ] as const satisfies readonly (readonly [string, RegistryTrouble, string])[];
  test.each(noAnswers)('%s is unknown: never success, refusal or absence', async (_, it, kind) => {
    ministry.state.trouble = it;
    expect(await faultOf(registry.renew(request()))).toBe(kind);
    expect(await faultOf(registry.findRenewal('renewal/0'))).toBe(kind);
    if (it !== 'wrongNumber') expect(await faultOf(registry.findVoid('void/1'))).toBe(kind);
  });

  test('a registry that renews and then times out has renewed: asking finds it', async () => {
    ministry.state.trouble = 'commitThenTimeout';
    const one = request();
    expect(await faultOf(registry.renew(one))).toBe('timedOut');
    ministry.state.trouble = 'none';
    expect(await registry.findRenewal(one.businessKey)).toMatchObject({ answer: 'confirmed' });
  });

  test('a registry that answers twice has one effect, and the second answer is nobody’s', async () => {
    ministry.state.trouble = 'answersTwice';
    const one = request();
    const first = await registry.renew(one);
    ministry.state.trouble = 'none';
    const others = await Promise.all([1, 2, 3].map(() => registry.renew(request())));
    const numbers = [first, ...others].map((word) => word.answer === 'confirmed' && word.number);
    expect(new Set(numbers).size).toBe(4);
    expect(await registry.findRenewal(one.businessKey)).toEqual(first);
  });
});

describe('the breaker', () => {
  test('rests after failures in a row, probes one at a time, and closes on success', async () => {
    let now = 0;
    let isAway = true;
    let calls = 0;
    const breaker = createBreaker({ now: () => now, failures: 3, restMs: 1_000 });
    const call = () =>
      faultOf(
        breaker.run(async () => {
          calls++;
          await Promise.resolve();
          if (isAway) throw new RegistryFault('away');
          return 'here';
        }),
      );
    for (const _ of [1, 2, 3]) expect(await call()).toBe('away');
    expect(breaker.state()).toBe('open');
    expect(await call()).toBe('resting');
    expect(calls).toBe(3);
    now = 1_000;
    expect(breaker.state()).toBe('halfOpen');
    expect(await Promise.all([call(), call(), call()])).toEqual(['away', 'resting', 'resting']);
    expect(calls).toBe(4);
    now = 2_999;
    expect(await call()).toBe('resting');
    now = 3_000;
    isAway = false;
    expect(await call()).toBe('here');
    expect(breaker.state()).toBe('closed');
    expect(await Promise.all([call(), call()])).toEqual(['here', 'here']);
  });

  test('while it rests the outcome is unknown, not refused', async () => {
    const short = createHttpRegistry(config, { now: () => Date.now(), failures: 1 });
    ministry.state.trouble = 'away';
    await faultOf(short.findRenewal('renewal/0'));
    ministry.state.trouble = 'none';
    expect(await faultOf(short.renew(request()))).toBe('resting');
  });
});

describe('the registry’s configuration', () => {
  const good = {
    REGISTRY_URL: 'https://registry.example',
    REGISTRY_KEY: config.key.toString('base64'),
  };
  const refused = [
    ['a key without an address', { REGISTRY_URL: undefined }, 'REGISTRY_URL'],
    ['an address without a key', { REGISTRY_KEY: undefined }, 'REGISTRY_KEY'],
    ['a short key', { REGISTRY_KEY: 'c2hvcnQ=' }, 'REGISTRY_KEY'],
    ['an address in clear', { REGISTRY_URL: 'http://registry.example' }, 'REGISTRY_URL'],
    ['a password in the address', { REGISTRY_URL: 'https://a:b@registry.example' }, 'REGISTRY_URL'],
    ['a wait longer than the process waits', { REGISTRY_TIMEOUT_MS: '60000' }, 'TIMEOUT_MS'],
    ['a pattern that is none', { REGISTRY_NUMBER_PATTERN: '(' }, 'NUMBER_PATTERN'],
  ] as const;
  test.each(refused)('%s is refused with one sentence', (_, change, words) => {
    expect(() => readRegistry({ ...good, ...change }, 'production')).toThrow(words);
  });
  test('without an address it is the built-in one', () => {
    expect(readRegistry({}, 'production')).toBeNull();
    expect(readRegistry(good, 'production')).toMatchObject({ timeoutMs: 8_000, keyId: 'xuzheng' });
  });
});
