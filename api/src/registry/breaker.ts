import { RegistryFault } from './registry-fault.ts';

export type BreakerOptions = {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Failures in a row after which calls rest. */
  readonly failures?: number;
  /** The first rest; each failed probe doubles it. */
  readonly restMs?: number;
  readonly longestRestMs?: number;
};

export type Breaker = {
  /** Calls, or throws `resting` at once while the registry is known to be away. */
  readonly run: <T>(call: () => Promise<T>) => Promise<T>;
  readonly state: () => 'closed' | 'open' | 'halfOpen';
};

/**
 * Spares a registry that is away, and the processes that would wait for it: after some failures in a
 * row calls rest; then one probe at a time is let through, and its success opens the way for all. Lives
 * in one process and holds nothing that matters: a fresh one only asks a little more often.
 */
export function createBreaker(options: BreakerOptions): Breaker {
  const { now, failures = 5, restMs = 10_000, longestRestMs = 300_000 } = options;
  let inARow = 0;
  let restUntil = 0;
  let probing = false;

  const state = (): ReturnType<Breaker['state']> => {
    if (inARow < failures) return 'closed';
    return now() < restUntil || probing ? 'open' : 'halfOpen';
  };
  const fail = (): void => {
    inARow++;
    if (inARow < failures) return;
    restUntil = now() + Math.min(longestRestMs, restMs * 2 ** (inARow - failures));
  };
  return {
    state,
    run: async (call) => {
      const before = state();
      if (before === 'open') throw new RegistryFault('resting');
      if (before === 'halfOpen') probing = true;
      try {
        const answer = await call();
        inARow = 0;
        return answer;
      } catch (error) {
        fail();
        throw error;
      } finally {
        if (before === 'halfOpen') probing = false;
      }
    },
  };
}
