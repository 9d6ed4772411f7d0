import { setTimeout as pause } from 'node:timers/promises';

/** A task done again and again by one process. */
export type Repeated = {
  readonly name: string;
  /** Gives how much was done; something done means: come back at once. */
  readonly once: () => Promise<number>;
  /** How long to wait when there was nothing to do, in milliseconds. */
  readonly everyMs: number;
};

export type Loop = { readonly stop: () => Promise<void> };

const AFTER_FAULT_MS = 2_000;

/** Starts repeating. A fault is told and tried again: an absent database comes back. */
export function repeat(task: Repeated, onFault: (name: string, error: unknown) => void): Loop {
  const stopping = new AbortController();
  const done = run(task, stopping.signal, onFault);
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

async function run(
  task: Repeated,
  stopped: AbortSignal,
  onFault: (name: string, error: unknown) => void,
): Promise<void> {
  while (!stopped.aborted) {
    const waitMs = await task.once().then(
      (did) => (did > 0 ? 0 : task.everyMs),
      (error: unknown) => {
        onFault(task.name, error);
        return AFTER_FAULT_MS;
      },
    );
    if (waitMs === 0) continue;
    await pause(waitMs, undefined, { signal: stopped }).catch(() => undefined);
  }
}
