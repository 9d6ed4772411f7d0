import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviceOf, newDeviceMark } from '../../../api/src/crypto/device-mark.ts';
import { createVault } from '../../../api/src/crypto/vault.ts';

const keys = { master: randomBytes(32), index: randomBytes(32) };
const vault = createVault(keys);

test('what is sealed comes back the same, 𠮷 and 䶮 included', () => {
  const { dataKey } = vault.newDataKey();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(vault.openText(dataKey, vault.seal(dataKey, text))).toBe(
        Buffer.from(text, 'utf8').toString('utf8'),
      );
    }),
  );
  expect(vault.openText(dataKey, vault.seal(dataKey, '𠮷田䶮'))).toBe('𠮷田䶮');
});

test('the same text sealed twice looks different, and one changed byte is noticed', () => {
  const { dataKey } = vault.newDataKey();
  const sealed = vault.seal(dataKey, '110101199003070011');
  expect(vault.seal(dataKey, '110101199003070011').equals(sealed)).toBe(false);
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => vault.open(dataKey, changed)).toThrow();
  }
});

test('a data key opens from its wrapped copy under the same master key only', () => {
  const { dataKey, wrapped } = vault.newDataKey();
  expect(vault.unwrap(wrapped).equals(dataKey)).toBe(true);
  const other = createVault({ ...keys, master: randomBytes(32) });
  expect(() => other.unwrap(wrapped)).toThrow();
});

test('a blind index is the same for the same text and kind, and useless under another key', () => {
  const index = vault.blindIndex('phone', '13800138000');
  expect(vault.blindIndex('phone', '13800138000').equals(index)).toBe(true);
  expect(vault.blindIndex('name', '13800138000').equals(index)).toBe(false);
  const other = createVault({ ...keys, index: randomBytes(32) });
  expect(other.blindIndex('phone', '13800138000').equals(index)).toBe(false);
});

test('a device mark is good for its account and this installation only', () => {
  const cookieKey = randomBytes(32);
  const mark = newDeviceMark(cookieKey, 'wang');
  expect(deviceOf(cookieKey, 'wang', mark)).not.toBeNull();
  expect(deviceOf(cookieKey, 'li', mark)).toBeNull();
  expect(deviceOf(randomBytes(32), 'wang', mark)).toBeNull();
  expect(deviceOf(cookieKey, 'wang', undefined)).toBeNull();
});
