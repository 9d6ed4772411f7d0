/** Callers remembered at once; beyond it the oldest are forgotten, which only ever allows more. */
const REMEMBERED = 50_000;

/**
 * Counts calls of this process alone, minute by minute. Against floods of what comes often (beats), where
 * a shared count would cost as much as the call; nothing that must be exact rests on it.
 */
export function floodGuard() {
  const counts = new Map<string, { minute: number; hits: number }>();
  return (key: string, perMinute: number, nowMs: number): number | null => {
    const minute = Math.floor(nowMs / 60_000);
    const known = counts.get(key);
    const hits = known?.minute === minute ? known.hits + 1 : 1;
    counts.delete(key);
    counts.set(key, { minute, hits });
    if (counts.size > REMEMBERED) counts.delete(counts.keys().next().value ?? '');
    return hits <= perMinute
      ? null
      : Math.max(1, Math.ceil(((minute + 1) * 60_000 - nowMs) / 1000));
  };
}
