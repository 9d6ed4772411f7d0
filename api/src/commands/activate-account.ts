import { checkPassword, ok } from '@xuzheng/engine';
import type { Result } from '@xuzheng/engine';
import { evenTime } from '../crypto/even-time.ts';
import { hashPassword } from '../crypto/passwords.ts';
import { useUpCodes } from '../db/codes.ts';
import { writeJournal } from '../db/journal.ts';
import { activateLearner, setLearnerPassword } from '../db/learners.ts';
import { endWebSessions } from '../db/web-sessions.ts';
import type { Deps } from '../deps.ts';
import { announceLearner } from './announce-learner.ts';
import { checkCode } from './use-code.ts';

export type NewPasswordInput = {
  readonly ticket: string;
  readonly code: string;
  readonly newPassword: string;
};

const LEAST_MS = 150;

/**
 * Proves the registered phone with the code and sets the first password (F1). The profile's phone is
 * verified by this, and the lifecycles waiting for it hear of it.
 * Refuses what `checkCode` and `checkPassword` refuse.
 */
export const activateAccount = (deps: Deps, input: NewPasswordInput) =>
  setPassword(deps, 'activation', input);

/** Sets a new password with a code sent to the verified phone; ends every session there was. */
export const recoverPassword = (deps: Deps, input: NewPasswordInput) =>
  setPassword(deps, 'recovery', input);

async function setPassword(
  deps: Deps,
  purpose: 'activation' | 'recovery',
  input: NewPasswordInput,
): Promise<Result<{ learnerId: string }>> {
  // Before the code is looked at: length and the initial password, alike for real and decoy tickets.
  const plain = checkPassword(input.newPassword, {});
  if (!plain.ok) return plain;
  const passwordHash = await hashPassword(input.newPassword);
  return evenTime(LEAST_MS, () =>
    deps.db.transaction().execute(async (trx) => {
      const owner = await checkCode(deps, trx, purpose, input.ticket, input.code);
      if (!owner.ok) return owner;
      const learner = owner.value;
      const own = checkPassword(input.newPassword, learner);
      if (!own.ok) return own;
      const now = new Date(deps.clock.now());
      await useUpCodes(trx, learner.idNumberIndex, now);
      if (purpose === 'activation') await activateLearner(trx, learner.id, passwordHash, now);
      else await setLearnerPassword(trx, learner.id, passwordHash);
      await endWebSessions(trx, 'learner', learner.id);
      const action = purpose === 'activation' ? 'account.activated' : 'password.recovered';
      const actor = { kind: 'learner', id: learner.id } as const;
      await writeJournal(trx, { at: now, actor, action, learnerId: learner.id });
      if (purpose === 'activation') await announceLearner(trx, learner.id);
      return ok({ learnerId: learner.id });
    }),
  );
}
