import { ok, refuse } from '@xuzheng/engine';
import type { Result } from '@xuzheng/engine';
import { forgetLimits, hitLimit } from '../db/rate-limits.ts';
import type { Deps } from '../deps.ts';

const WINDOW_SECONDS = 900;
/** Per account and address, or account and known device. */
const PER_PAIR = 8;
/** Per address: a training room behind one address still signs in. */
const PER_ADDRESS = 300;
/**
 * Per account, from all addresses the account has never been signed in from: stuffing from a
 * thousand addresses ends here, while the owner's own browser and the SMS recovery stay open.
 */
const PER_ACCOUNT = 40;

export type SignInDoor = 'learner' | 'staff' | 'code';

export type SignInTry = {
  readonly door: SignInDoor;
  /** Blind index of the ID number, or the login. */
  readonly subject: string;
  readonly address: string;
  /** The browser's mark when the account has been signed in there before. */
  readonly device?: string | null;
};

const pairKey = ({ door, subject, address, device }: SignInTry): string =>
  `signIn:${door}:${subject}:${device ? `device:${device}` : address}`;

/** Counts a try before it is judged. Refuses `account/tooManyTries` with `retryAfterSeconds`. */
export async function countSignInTry(
  deps: Pick<Deps, 'db' | 'clock'>,
  attempt: SignInTry,
): Promise<Result<void>> {
  const { door, subject, address, device } = attempt;
  const keys: [key: string, limit: number][] = [[pairKey(attempt), PER_PAIR]];
  if (!device)
    keys.push(
      [`signInFrom:${door}:${address}`, PER_ADDRESS],
      [`signIn:${door}:${subject}:strangers`, PER_ACCOUNT],
    );
  for (const [key, limit] of keys) {
    const hit = await hitLimit(deps.db, key, limit, WINDOW_SECONDS, deps.clock.now());
    if (!hit.allowed)
      return refuse('account/tooManyTries', { retryAfterSeconds: hit.retryAfterSeconds });
  }
  return ok(undefined);
}

/** A right password: the tries before it were the owner's own. */
export const clearSignInTries = (deps: Pick<Deps, 'db'>, attempt: SignInTry): Promise<void> =>
  forgetLimits(deps.db, pairKey(attempt));

/** Support's unlocking: forgets the tries from everywhere. */
export const forgetSignInTries = (
  deps: Pick<Deps, 'db'>,
  door: SignInDoor,
  subject: string,
): Promise<void> => forgetLimits(deps.db, `signIn:${door}:${subject}:`);
