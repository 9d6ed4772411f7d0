import { setTimeout as sleep } from 'node:timers/promises';

/** How time passes for the people of a scenario. */
export interface Pace {
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

/** The wall clock: people wait as long as people do. */
export const REAL_TIME: Pace = {
  now: () => Date.now(),
  wait: async (ms) => void (await sleep(ms)),
};

/**
 * A clock that stands still until somebody waits. The API under it sees the time pass all the same;
 * `meanwhile` does what its jobs would have done in that time.
 */
export function movedTime(from: number, meanwhile: () => Promise<void>): Pace {
  let at = from;
  return {
    now: () => at,
    wait: async (ms) => {
      at += ms;
      await meanwhile();
    },
  };
}
