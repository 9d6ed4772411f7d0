import type { CodeLimits } from '@xuzheng/engine';

const HOUR_MS = 3_600_000;

/** No limit looks back further. */
export const CODE_LIMITS_LOOK_BACK_MS = 24 * HOUR_MS;

/** Seconds to wait before another code may be asked for; 0 when now. `sends`: newest first. */
export function waitSeconds(limits: CodeLimits, sends: readonly Date[], nowMs: number): number {
  const windows = [
    [limits.perMinute, 60_000],
    [limits.perHour, HOUR_MS],
    [limits.perDay, CODE_LIMITS_LOOK_BACK_MS],
  ] as const;
  const waits = windows.map(([limit, windowMs]) => {
    // The send that has to grow old before one more fits into the window.
    const blocking = sends[limit - 1];
    return blocking ? blocking.getTime() + windowMs - nowMs : 0;
  });
  return Math.max(0, Math.ceil(Math.max(...waits) / 1000));
}
