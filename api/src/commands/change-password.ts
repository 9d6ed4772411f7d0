import { checkPassword, ok, refuse } from '@xuzheng/engine';
import type { Result } from '@xuzheng/engine';
import { hashPassword, passwordFits } from '../crypto/passwords.ts';
import { writeJournal } from '../db/journal.ts';
import { openLearner, setLearnerPassword } from '../db/learners.ts';
import { endWebSessions } from '../db/web-sessions.ts';
import type { Deps } from '../deps.ts';
import { clearSignInTries, countSignInTry } from './throttle-sign-in.ts';

export type ChangePasswordInput = {
  readonly learnerId: string;
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly address: string;
};

/**
 * Changes the learner's own password; every session ends, the caller gives this one a new id.
 * Refuses `account/credentialsWrong`, `account/tooManyTries` and what `checkPassword` refuses.
 */
export async function changePassword(
  deps: Deps,
  input: ChangePasswordInput,
): Promise<Result<void>> {
  const { learnerId: subject, address } = input;
  const attempt = { door: 'learner', subject, address } as const;
  const allowed = await countSignInTry(deps, attempt);
  if (!allowed.ok) return allowed;
  const learner = await openLearner(deps.db, deps.vault, input.learnerId);
  if (!learner || !(await passwordFits(learner.passwordHash, input.currentPassword)))
    return refuse('account/passwordWrong');
  await clearSignInTries(deps, attempt);
  const checked = checkPassword(input.newPassword, learner);
  if (!checked.ok) return checked;
  const passwordHash = await hashPassword(input.newPassword);
  await deps.db.transaction().execute(async (trx) => {
    await setLearnerPassword(trx, learner.id, passwordHash);
    await endWebSessions(trx, 'learner', learner.id);
    await writeJournal(trx, {
      at: new Date(deps.clock.now()),
      actor: { kind: 'learner', id: learner.id },
      action: 'password.changed',
      learnerId: learner.id,
    });
  });
  return ok(undefined);
}
