import { sha256 } from './sha256.ts';

/**
 * A stream of draws from a recorded seed: the same seed gives the same draws for ever, and nobody
 * without the seed can foretell the next one (each block is the hash of seed and counter).
 */
export type Draws = {
  /** A number in [0, 1). */
  readonly next: () => number;
  /** A whole number in [0, below). */
  readonly below: (below: number) => number;
  /** A copy in another order. */
  readonly shuffled: <T>(items: readonly T[]) => T[];
};

/** Opens the stream of a seed. Give each use its own prefix, so that two streams never meet. */
export function drawsFrom(seed: string): Draws {
  let block = '';
  let used = 0;
  let counter = 0;
  const next = (): number => {
    if (used + 12 > block.length) {
      block = sha256(`${seed}/${counter++}`);
      used = 0;
    }
    const value = parseInt(block.slice(used, used + 12), 16);
    used += 12;
    return value / 2 ** 48;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const shuffled = <T>(items: readonly T[]): T[] => {
    const copy = [...items];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = below(i + 1);
      [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
    }
    return copy;
  };
  return { next, below, shuffled };
}
