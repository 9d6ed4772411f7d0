import { maskIdentityNumber } from './identity-number.ts';
import { maskName } from './name.ts';
import { maskPhone } from './phone.ts';

/** A digit as people type it, plain or full-width, and what they put between two of them. */
const DIGIT = '[0-9０-９]';
const GAP = '[ \\u3000-]?';
const ID_LIKE = new RegExp(
  `(?<!${DIGIT})(?:${DIGIT}${GAP}){17}(?:${DIGIT}|[XxＸｘ])(?!${DIGIT})`,
  'g',
);
const PHONE_LIKE = new RegExp(
  `(?<!${DIGIT})[1１]${GAP}[3-9３-９](?:${GAP}${DIGIT}){9}(?!${DIGIT})`,
  'g',
);

const together = (text: string): string =>
  text.normalize('NFKC').replace(/[ -]/g, '').toUpperCase();

export type PersonalWords = {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
};

/**
 * A text that is kept readable, without what must not lie in clear: the person's name, ID number and
 * phone, and every number that looks like somebody's. Each is masked as it is on the screens, so that
 * the sentence still says whom it is about.
 */
export function maskPersonalWords(text: string, { name, idNumber, phone }: PersonalWords): string {
  return text
    .replaceAll(idNumber, maskIdentityNumber(idNumber))
    .replaceAll(phone, maskPhone(phone))
    .replaceAll(name, maskName(name))
    .replace(ID_LIKE, (number) => maskIdentityNumber(together(number)))
    .replace(PHONE_LIKE, (number) => maskPhone(together(number)));
}
