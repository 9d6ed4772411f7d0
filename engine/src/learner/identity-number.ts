import { isDay, type Day } from '../calendar/day.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';

/** 身份证号 by GB 11643-1999, normalised: 18 characters, X in upper case. */
export type IdentityNumber = {
  readonly number: string;
  /** A day, never an instant: China had summer time 1986–1991. */
  readonly bornOn: Day;
};

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** Full-width digits and letters become plain ones; spaces of every kind go. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]/gu, '')
    .toUpperCase();

/** The check character of the first 17 digits (ISO 7064 MOD 11-2). */
export function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return CHECKS[sum % 11] ?? '';
}

/**
 * Reads an ID number as people type it: lower-case x, full-width digits and spaces are fine, and so
 * are the prefixes 81, 82, 83 and 9… of residence permits.
 * Refuses `account/identityNumberInvalid` with `part`: shape, date or check.
 */
export function parseIdentityNumber(text: string): Result<IdentityNumber> {
  const number = plain(text);
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) {
    return refuse('account/identityNumberInvalid', { part: 'shape' });
  }
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isDay(bornOn) || bornOn < '1800-01-01') {
    return refuse('account/identityNumberInvalid', { part: 'date' });
  }
  if (checkCharacter(number.slice(0, 17)) !== number[17]) {
    return refuse('account/identityNumberInvalid', { part: 'check' });
  }
  return ok({ number, bornOn });
}

/** Region and last two characters stay, the rest is hidden: 110101**********11. */
export const maskIdentityNumber = (number: string): string =>
  number.slice(0, 6) + '*'.repeat(Math.max(0, number.length - 8)) + number.slice(-2);
