import { ok, refuse, type Result } from '../kernel/result.ts';

/** Handbook §1: 密码:默认为 111111. It opens an activation step and nothing else. */
export const INITIAL_PASSWORD = '111111';

const MIN_LENGTH = 8;
const MAX_LENGTH = 128;
/** Runs of this many characters of the ID number or the phone are parts of it. */
const PART = 6;

const containsPart = (password: string, secret: string): boolean => {
  for (let i = 0; i + PART <= secret.length; i++) {
    if (password.includes(secret.slice(i, i + PART))) return true;
  }
  return false;
};

const isOneCharacter = (password: string): boolean => new Set(password).size === 1;

/**
 * May this become the learner's password? At least 8 characters, not 111111 in any length, no part
 * of the ID number or of the phone.
 * Refuses `account/passwordTooShort`, `TooLong`, `IsInitial`, `IsIdentity`, `IsPhone`.
 */
export function checkPassword(
  password: string,
  known: { readonly idNumber?: string; readonly phone?: string },
): Result<string> {
  if (password.length > MAX_LENGTH) {
    return refuse('account/passwordTooLong', { atMost: MAX_LENGTH });
  }
  if (password === INITIAL_PASSWORD || isOneCharacter(password)) {
    return refuse('account/passwordIsInitial');
  }
  if ([...password].length < MIN_LENGTH) {
    return refuse('account/passwordTooShort', { atLeast: MIN_LENGTH });
  }
  const upper = password.toUpperCase();
  if (known.idNumber !== undefined && containsPart(upper, known.idNumber)) {
    return refuse('account/passwordIsIdentity');
  }
  if (known.phone !== undefined && containsPart(upper, known.phone)) {
    return refuse('account/passwordIsPhone');
  }
  return ok(password);
}
