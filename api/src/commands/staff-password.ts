import { checkPassword, refuse } from '@xuzheng/engine';
import type { Result } from '@xuzheng/engine';

const STAFF_LENGTH = 12;

/** Staff see other people's data: their passwords are longer and never contain the login. */
export function checkStaffPassword(password: string, login: string): Result<string> {
  if ([...password].length < STAFF_LENGTH)
    return refuse('account/passwordTooShort', { atLeast: STAFF_LENGTH });
  if (password.toLowerCase().includes(login)) return refuse('account/passwordIsIdentity');
  return checkPassword(password, {});
}
