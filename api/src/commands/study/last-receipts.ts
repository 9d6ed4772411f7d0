import type { UncountedReason } from '@xuzheng/engine';
import type { Db } from '../../db/connect.ts';
import { uncountedOfSessions } from '../../db/study-segments.ts';
import { lastSessionsOfLessons } from '../../db/study-sessions.ts';
import { lastReceiptSentence } from './receipt.ts';

type Uncounted = Partial<Record<UncountedReason, number>>;

/** How the last session of a lesson left it, as a sentence; needs the seconds saved by now. */
export type LastReceipts = (
  lessonId: string,
  savedSeconds: number,
) => { readonly zh: string; readonly en: string } | null;

/**
 * What whoever comes back to a lesson is told: where it is saved, what did not count the time before
 * and why. Of sessions before `before`, when that one is running; null for a lesson never opened.
 */
export async function lastReceipts(
  db: Db,
  key: { readonly enrolmentId: string; readonly epoch: number },
  before?: string,
): Promise<LastReceipts> {
  const sessions = await lastSessionsOfLessons(db, key, before);
  const rows = await uncountedOfSessions(
    db,
    sessions.map((session) => session.id),
  );
  const uncounted = new Map<string, Uncounted>();
  for (const { sessionId, reason, seconds } of rows) {
    const known = uncounted.get(sessionId) ?? {};
    uncounted.set(sessionId, { ...known, [reason ?? 'networkLost']: seconds });
  }
  const byLesson = new Map(sessions.map((session) => [session.lessonId, session]));
  return (lessonId, savedSeconds) => {
    const session = byLesson.get(lessonId);
    if (session === undefined) return null;
    const uncountedByReason = uncounted.get(session.id) ?? {};
    if (savedSeconds === 0 && Object.keys(uncountedByReason).length === 0) return null;
    const { pendingSeconds } = session;
    return lastReceiptSentence(savedSeconds, { pendingSeconds, uncountedByReason });
  };
}
