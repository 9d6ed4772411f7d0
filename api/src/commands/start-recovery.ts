import { ok, parseIdentityNumber, phoneTail } from '@xuzheng/engine';
import type { Result } from '@xuzheng/engine';
import { evenTime } from '../crypto/even-time.ts';
import { openLearnerByIdNumber } from '../db/learners.ts';
import type { Deps } from '../deps.ts';
import { findOrDecoyTicket } from './issue-ticket.ts';
import type { IssuedTicket } from './issue-ticket.ts';
import { countSignInTry } from './throttle-sign-in.ts';

const LEAST_MS = 80;

/**
 * Opens the step that sends a code to the verified phone; for everybody else the same step with a
 * decoy. Refuses `account/identityNumberInvalid`, `account/tooManyTries`.
 */
export function startRecovery(
  deps: Deps,
  input: { readonly idNumber: string; readonly address: string },
): Promise<Result<IssuedTicket>> {
  return evenTime(LEAST_MS, async () => {
    const idNumber = parseIdentityNumber(input.idNumber);
    if (!idNumber.ok) return idNumber;
    const { number } = idNumber.value;
    const subject = deps.vault.blindIndex('idNumber', number).toString('hex');
    const allowed = await countSignInTry(deps, {
      door: 'code',
      subject,
      address: input.address,
    });
    if (!allowed.ok) return allowed;
    const learner = await openLearnerByIdNumber(deps.db, deps.vault, number);
    const owner =
      learner?.activatedAt && learner.phoneVerifiedAt
        ? { id: learner.id, phoneTail: phoneTail(learner.phone) }
        : undefined;
    return ok(await findOrDecoyTicket(deps, 'recovery', number, owner));
  });
}
