import type { CertificateRule } from '../policy/policy.ts';

/** Digits of the running number inside a certificate number. */
const SEQUENCE_DIGITS = 6;

/** A certificate number by the policy's scheme (official schemes are not sourced: policy data). */
export const certificateNumber = (
  rule: CertificateRule,
  kind: 'hours' | 'training',
  studyYear: number,
  sequence: number,
): string =>
  (kind === 'hours' ? rule.hoursNumber : rule.trainingNumber)
    .replaceAll('{prefix}', rule.prefix)
    .replaceAll('{year}', String(studyYear))
    .replaceAll('{seq}', String(sequence).padStart(SEQUENCE_DIGITS, '0'));

/** Letters and digits that cannot be mistaken for each other when read aloud or typed. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 15;

function checkOf(body: string): string {
  const weighted = [...body].map((character, i) => (i + 1) * ALPHABET.indexOf(character));
  return ALPHABET[weighted.reduce((sum, n) => sum + n, 0) % 31] ?? '0';
}

/**
 * The code behind a certificate's QR: 75 random bits and a check character, so that certificates
 * cannot be found by counting. Needs 15 random bytes of a good source.
 */
export function verificationCode(random: Uint8Array): string {
  if (random.length < CODE_LENGTH) throw new RangeError(`needs ${CODE_LENGTH} random bytes`);
  const body = [...random.slice(0, CODE_LENGTH)].map((byte) => ALPHABET[byte % 32]).join('');
  return body + checkOf(body);
}

/** Reads a code as people type it (lower case, hyphens, O for 0, I and L for 1); null if it is none. */
export function parseVerificationCode(text: string): string | null {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (code.length !== CODE_LENGTH + 1) return null;
  if ([...code].some((character) => !ALPHABET.includes(character))) return null;
  return checkOf(code.slice(0, -1)) === code.at(-1) ? code : null;
}

/** In groups of four, as printed. */
export const printedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');
