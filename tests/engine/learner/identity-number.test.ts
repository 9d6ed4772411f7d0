import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCharacter,
  maskIdentityNumber,
  parseIdentityNumber,
  type RefusalCode,
} from '@xuzheng/engine';

const refusal = (text: string) => {
  const parsed = parseIdentityNumber(text);
  return parsed.ok ? null : parsed.refusal;
};

describe('账号:身份证号', () => {
  it.each([
    ['110101199003070011', '1990-03-07'],
    ['110101199003078822', '1990-03-07'],
    ['11010519491231002X', '1949-12-31'],
    ['440524188001010014', '1880-01-01'],
  ])('accepts %s', (number, bornOn) => {
    expect(parseIdentityNumber(number)).toEqual({ ok: true, value: { number, bornOn } });
  });

  it.each([
    '11010519491231002x',
    ' 110105 19491231 002X ',
    '11010519491231002X',
    '11010519491231002ｘ',
  ])('accepts it as people type it: %s', (text) => {
    const parsed = parseIdentityNumber(text);
    expect(parsed.ok && parsed.value.number).toBe('11010519491231002X');
  });

  it.each(['81', '82', '83', '91', '99'])('accepts the prefix %s', (prefix) => {
    const digits = `${prefix}000019900307001`;
    expect(parseIdentityNumber(digits + checkCharacter(digits)).ok).toBe(true);
  });

  it('refuses days that never were', () => {
    for (const date of ['19900230', '19901301', '19900001', '19900431', '19000229']) {
      const digits = `110101${date}001`;
      expect(refusal(digits + checkCharacter(digits))?.details).toEqual({ part: 'date' });
    }
  });

  it('refuses shapes that are none', () => {
    const code: RefusalCode = 'account/identityNumberInvalid';
    for (const text of [
      '',
      '110101900307001',
      '11010119900307001Y',
      "1' OR 1=1 --",
      '１'.repeat(19),
    ]) {
      expect(refusal(text)).toEqual({ code, details: { part: 'shape' } });
    }
  });

  it('finds any one wrong character and any two neighbours swapped', () => {
    const number = '110101199003070011';
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (i, add) => {
        const digits = [...number];
        digits[i] = String((Number(digits[i]) + add) % 10);
        expect(parseIdentityNumber(digits.join('')).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 15 }), (i) => {
        const digits = [...number];
        fc.pre(digits[i] !== digits[i + 1]);
        [digits[i], digits[i + 1]] = [digits[i + 1] ?? '', digits[i] ?? ''];
        expect(parseIdentityNumber(digits.join('')).ok).toBe(false);
      }),
    );
  });

  it('is shown masked', () => {
    expect(maskIdentityNumber('110101199003070011')).toBe('110101**********11');
  });
});
