import { ok, refuse } from '@xuzheng/engine';
import type { Result } from '@xuzheng/engine';
import { forgetLimits, hitLimit } from '../db/rate-limits.ts';
import type { Deps } from '../deps.ts';

const WINDOW_SECONDS = 900;
/** Per account and address: a stranger's tries never count against the owner elsewhere. */
const PER_PAIR = 8;
/** Per address: a training room behind one address still signs in. */
const PER_ADDRESS = 300;

export type SignInDoor = 'learner' | 'staff' | 'code';

const pairKey = (door: SignInDoor, subject: string, address: string): string =>
  `signIn:${door}:${subject}:${address}`;

/** Counts a try before it is judged. Refuses `account/tooManyTries` with `retryAfterSeconds`. */
export async function countSignInTry(
  deps: Pick<Deps, 'db' | 'clock'>,
  door: SignInDoor,
  subject: string,
  address: string,
): Promise<Result<void>> {
  const now = deps.clock.now();
  const keys = [
    [pairKey(door, subject, address), PER_PAIR],
    [`signInFrom:${door}:${address}`, PER_ADDRESS],
  ] as const;
  for (const [key, limit] of keys) {
    const hit = await hitLimit(deps.db, key, limit, WINDOW_SECONDS, now);
    if (!hit.allowed)
      return refuse('account/tooManyTries', { retryAfterSeconds: hit.retryAfterSeconds });
  }
  return ok(undefined);
}

/** A right password: the tries before it were the owner's own. */
export const clearSignInTries = (
  deps: Pick<Deps, 'db'>,
  door: SignInDoor,
  subject: string,
  address: string,
): Promise<void> => forgetLimits(deps.db, pairKey(door, subject, address));

/** Support's unlocking: forgets the tries from every address. */
export const forgetSignInTries = (
  deps: Pick<Deps, 'db'>,
  door: SignInDoor,
  subject: string,
): Promise<void> => forgetLimits(deps.db, `signIn:${door}:${subject}:`);
