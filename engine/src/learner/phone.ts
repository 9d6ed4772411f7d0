import { ok, refuse, type Result } from '../kernel/result.ts';

/**
 * Reads a mainland mobile number: spaces, hyphens, full-width digits and +86 are fine.
 * Refuses `phone/invalid`.
 */
export function parsePhone(text: string): Result<string> {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff()-]/gu, '')
    .replace(/^(\+86|0086|86(?=1\d{10}$))/, '');
  return /^1[3-9]\d{9}$/.test(digits) ? ok(digits) : refuse('phone/invalid');
}

/** 133****0035. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** The last four digits: all that is shown before activation (F1). */
export const phoneTail = (phone: string): string => phone.slice(-4);
