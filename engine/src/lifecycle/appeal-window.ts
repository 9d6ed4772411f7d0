import type { Instant } from '../calendar/day.ts';
import type { ClearInContext } from './lifecycle-types.ts';

/**
 * May a clear still be appealed against at an instant? A window that rests on an unpublished year is a
 * guess, and a guess closes it for nobody (invariant 10).
 */
export const isWindowOpen = (
  clear: Pick<ClearInContext, 'appealUntil' | 'appealProvisional'>,
  at: Instant,
): boolean => at <= clear.appealUntil || clear.appealProvisional === true;
