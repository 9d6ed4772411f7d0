import { setTimeout as pause } from 'node:timers/promises';

/**
 * Answers no sooner than `leastMs`, so that the time of an answer does not tell whether there was
 * somebody to answer about. Uses the process's own stopwatch, never the business clock.
 */
export async function evenTime<T>(leastMs: number, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  try {
    return await work();
  } finally {
    const left = leastMs - (performance.now() - started);
    if (left > 0) await pause(left);
  }
}
