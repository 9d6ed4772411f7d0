import { ok, refuse } from '@xuzheng/engine';
import type { Result } from '@xuzheng/engine';
import { passwordFits } from '../crypto/passwords.ts';
import { totpStep } from '../crypto/totp.ts';
import { writeJournal } from '../db/journal.ts';
import { findStaffByLogin, useTotpStep } from '../db/staff.ts';
import type { Deps } from '../deps.ts';
import { clearSignInTries, countSignInTry } from './throttle-sign-in.ts';

export type StaffSignInInput = {
  readonly login: string;
  readonly password: string;
  readonly totp: string;
  readonly address: string;
};

/**
 * Signs staff in with password and TOTP (F8); a TOTP code counts once. One refusal for whatever is
 * wrong. Refuses `account/credentialsWrong`, `account/tooManyTries`.
 */
export async function signInStaff(
  deps: Deps,
  input: StaffSignInInput,
): Promise<Result<{ staffId: string }>> {
  const login = input.login.trim().toLowerCase();
  const attempt = { door: 'staff', subject: login, address: input.address } as const;
  const allowed = await countSignInTry(deps, attempt);
  if (!allowed.ok) return allowed;
  const staff = await findStaffByLogin(deps.db, login);
  const fits = await passwordFits(staff?.passwordHash ?? null, input.password);
  if (!staff || !fits || staff.disabledAt) return refuse('account/credentialsWrong');
  const now = deps.clock.now();
  const secret = deps.vault.openText(deps.vault.ownKey, staff.totpSecretSealed);
  const step = totpStep(secret, input.totp.replace(/\s/g, ''), now);
  if (step === null || !(await useTotpStep(deps.db, staff.id, step)))
    return refuse('account/credentialsWrong');
  await clearSignInTries(deps, attempt);
  await writeJournal(deps.db, {
    at: new Date(now),
    actor: { kind: 'staff', id: staff.id },
    action: 'staff.signedIn',
  });
  return ok({ staffId: staff.id });
}
