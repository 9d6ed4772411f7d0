import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  certificateNumber,
  HANDBOOK_POLICY,
  parseVerificationCode,
  printedCode,
  verificationCode,
  verificationOf,
} from '@xuzheng/engine';

const bytes = fc.uint8Array({ minLength: 15, maxLength: 15 });

describe('证书编号', () => {
  it('follows the scheme of the policy', () => {
    expect(certificateNumber(HANDBOOK_POLICY.certificate, 'training', 2026, 42)).toBe(
      'XZHG2026000042',
    );
    expect(certificateNumber(HANDBOOK_POLICY.certificate, 'hours', 2026, 1_234_567)).toBe(
      'XZXS20261234567',
    );
  });
});

describe('the code behind the QR', () => {
  it('is read as people type it', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = verificationCode(random);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
        expect(parseVerificationCode(printedCode(code).toLowerCase())).toBe(code);
        expect(parseVerificationCode(code.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(code);
      }),
    );
  });

  it('a neighbouring code is almost never one', () => {
    fc.assert(
      fc.property(bytes, fc.integer({ min: 0, max: 13 }), (random, i) => {
        const code = [...verificationCode(random)];
        fc.pre(code[i] !== code[i + 1] && !['0Z', 'Z0'].includes(`${code[i]}${code[i + 1]}`));
        [code[i], code[i + 1]] = [code[i + 1] ?? '', code[i] ?? ''];
        expect(parseVerificationCode(code.join(''))).toBeNull();
      }),
    );
    expect(parseVerificationCode('')).toBeNull();
    expect(parseVerificationCode('<script>alert(1)')).toBeNull();
    expect(() => verificationCode(new Uint8Array(8))).toThrow(RangeError);
  });
});

describe('is this certificate real and current', () => {
  const facts = {
    number: 'A1',
    status: 'active',
    issuedOn: '2026-11-23',
    voidReason: null,
    successor: null,
    specimen: false,
  } as const;

  it('valid, superseded by, void or unknown', () => {
    expect(verificationOf(facts)).toEqual({
      status: 'valid',
      number: 'A1',
      issuedOn: '2026-11-23',
    });
    const successor = { number: 'B2', issuedOn: '2026-12-01' };
    expect(verificationOf({ ...facts, status: 'void', successor })).toMatchObject({
      status: 'supersededBy',
      successor,
    });
    expect(verificationOf({ ...facts, status: 'void', voidReason: '清零' })).toMatchObject({
      status: 'void',
      reason: '清零',
    });
    expect(verificationOf(null)).toEqual({ status: 'unknown' });
  });

  it('issued in a sandbox it proves nothing, active or void', () => {
    for (const status of ['active', 'void'] as const)
      expect(verificationOf({ ...facts, status, specimen: true }).status).toBe('specimen');
  });
});
