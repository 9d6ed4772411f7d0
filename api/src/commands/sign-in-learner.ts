import { INITIAL_PASSWORD, ok, parseIdentityNumber, phoneTail, refuse } from '@xuzheng/engine';
import type { Result } from '@xuzheng/engine';
import { deviceOf } from '../crypto/device-mark.ts';
import { evenTime } from '../crypto/even-time.ts';
import { passwordFits } from '../crypto/passwords.ts';
import { findOrDecoyTicket } from './issue-ticket.ts';
import { writeJournal } from '../db/journal.ts';
import { openLearnerByIdNumber } from '../db/learners.ts';
import type { OpenedLearner } from '../db/learners.ts';
import type { Deps } from '../deps.ts';
import { clearSignInTries, countSignInTry } from './throttle-sign-in.ts';

export type SignInOutcome =
  | { readonly outcome: 'signedIn'; readonly learnerId: string }
  | { readonly outcome: 'activation'; readonly ticket: string; readonly phoneTail: string };

export type SignInInput = {
  readonly idNumber: string;
  readonly password: string;
  readonly address: string;
  /** What the browser kept from an earlier sign-in. */
  readonly deviceMark?: string | undefined;
};

const LEAST_MS = 150;

/**
 * Signs a learner in with ID number and password (F1). The initial password opens an activation step,
 * and the same step for every well-formed ID number, whether or not anybody has it.
 * Refuses `account/identityNumberInvalid`, `account/credentialsWrong`, `account/tooManyTries`.
 */
export function signInLearner(deps: Deps, input: SignInInput): Promise<Result<SignInOutcome>> {
  return evenTime(LEAST_MS, async () => {
    const idNumber = parseIdentityNumber(input.idNumber);
    if (!idNumber.ok) return idNumber;
    const { number } = idNumber.value;
    const subject = deps.vault.blindIndex('idNumber', number).toString('hex');
    const device = deviceOf(deps.config.keys.cookie, subject, input.deviceMark);
    const attempt = { door: 'learner', subject, address: input.address, device } as const;
    const allowed = await countSignInTry(deps, attempt);
    if (!allowed.ok) return allowed;
    const learner = await openLearnerByIdNumber(deps.db, deps.vault, number);
    const fits = await passwordFits(learner?.passwordHash ?? null, input.password);
    if (input.password === INITIAL_PASSWORD) return openActivation(deps, number, learner);
    if (!learner || !fits) {
      if (learner) await noteFailure(deps, learner);
      return refuse('account/credentialsWrong');
    }
    await clearSignInTries(deps, attempt);
    return ok({ outcome: 'signedIn', learnerId: learner.id });
  });
}

async function openActivation(
  deps: Deps,
  idNumber: string,
  learner: OpenedLearner | undefined,
): Promise<Result<SignInOutcome>> {
  const owner = learner && !learner.activatedAt ? learner : undefined;
  const issued = await findOrDecoyTicket(
    deps,
    'activation',
    idNumber,
    owner && {
      id: owner.id,
      phoneTail: phoneTail(owner.phone),
    },
  );
  return ok({ outcome: 'activation', ...issued });
}

const noteFailure = (deps: Deps, learner: OpenedLearner): Promise<void> =>
  writeJournal(deps.db, {
    at: new Date(deps.clock.now()),
    actor: { kind: 'anonymous' },
    action: 'signIn.failed',
    learnerId: learner.id,
  });
