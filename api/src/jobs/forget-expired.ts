import { deleteOldCodes } from '../db/codes.ts';
import { deleteOldHandOvers } from '../db/hand-overs.ts';
import { deleteExpiredLimits } from '../db/rate-limits.ts';
import { deleteExpiredWebSessions } from '../db/web-sessions.ts';
import type { Deps } from '../deps.ts';

/** Longer than any limit looks back. */
const CODES_KEPT_MS = 7 * 86_400_000;

/** Forgets sessions, limits, codes and links that are over; nothing asks for them any more. */
export async function forgetExpired({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  const now = clock.now();
  const counts = [
    await deleteExpiredWebSessions(db, new Date(now)),
    await deleteExpiredLimits(db, new Date(now)),
    await deleteOldCodes(db, new Date(now - CODES_KEPT_MS)),
    await deleteOldHandOvers(db, new Date(now - CODES_KEPT_MS)),
  ];
  return counts.reduce((sum, n) => sum + n, 0);
}
