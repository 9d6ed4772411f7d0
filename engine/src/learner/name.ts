import { ok, refuse, type Result } from '../kernel/result.ts';

/** Marks that turn or hide text: refused, because a name must read the same everywhere. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;
const ALLOWED = /^[\p{L}\p{M}][\p{L}\p{M}·.' -]*$/u;

/**
 * Reads a person's name: 2 to 50 characters, letters of any script with rare ones such as 𠮷 and 䶮,
 * the middle dot of minority names in its one form. Refuses `profile/nameInvalid`.
 */
export function parsePersonName(text: string): Result<string> {
  const name = text
    .replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '')
    .replace(/[•・‧∙⋅.](?=\p{Script=Han})/gu, '·')
    .normalize('NFC');
  const length = [...name].length;
  if (length < 2 || length > 50 || INVISIBLE.test(name) || !ALLOWED.test(name)) {
    return refuse('profile/nameInvalid');
  }
  return ok(name);
}

/** Masked for the public: the first character stays, 王**; a dotted name keeps its first part's first. */
export function maskName(name: string): string {
  const characters = [...name];
  const hidden = Math.min(Math.max(characters.length - 1, 1), 3);
  return (characters[0] ?? '') + '*'.repeat(hidden);
}
