import type { Claim } from './api.ts';

/**
 * What this browser keeps of the session that runs: enough to go on after a reload or in a new tab
 * when the first one was killed, and the beats that were not acknowledged yet.
 */
export type KeptStudy = {
  readonly lessonId: string;
  readonly sessionId: string;
  readonly leaseToken: number;
  readonly beats: readonly Claim[];
};

const KEY = 'xz.study';

const isKept = (value: unknown): value is KeptStudy => {
  const kept = value as Partial<KeptStudy> | null;
  return typeof kept?.sessionId === 'string' && Array.isArray(kept.beats);
};

export const keepStudy = (kept: KeptStudy): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing resumes from what the server has: a few seconds less.
  }
};

/** What was kept of a lesson; null when another one, or nothing, was studied last. */
export const keptStudy = (lessonId: string): KeptStudy | null => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return isKept(kept) && kept.lessonId === lessonId ? kept : null;
  } catch {
    return null;
  }
};

export const forgetStudy = (): void => {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept either.
  }
};

/**
 * Makes a session this page's own; null when another page of this browser has it. A page that was
 * killed has nothing any more: the browser gives its lock back, however it died.
 */
export const holdStudy = (sessionId: string): Promise<(() => void) | null> => {
  const locks: LockManager | undefined = navigator.locks;
  // Only an insecure page has none, and there no camera either: the server's lease decides alone.
  if (locks === undefined) return Promise.resolve(() => undefined);
  return new Promise((held) => {
    const options = { ifAvailable: true };
    void locks.request(`${KEY}.${sessionId}`, options, (lock) => {
      if (lock === null) return held(null);
      return new Promise<void>((release) => held(() => release()));
    });
  });
};
