import { hash, verify } from '@node-rs/argon2';

// Argon2id, 19 MiB, two passes: the smaller of the two settings OWASP recommends.
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A hash of nothing anybody knows: computed against when there is no account, so time tells nothing. */
const NOBODY = await hash(crypto.randomUUID(), COST);

/** The stored form of a password. */
export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** Does the password fit? Always costs one full computation, also without a stored hash. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? NOBODY, password);
  return fits && stored !== null;
}
