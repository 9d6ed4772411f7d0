import { isOutage } from './beat-queue.ts';
import { changeStudy, readStudy, sendBeats, type SessionView } from './api.ts';
import { forgetStudy, holdStudy, keptStudy, type KeptStudy } from './study-memory.ts';

export type Resumed = { readonly view: SessionView; readonly release: () => void };

/** As many as one call may carry. */
const BATCH = 64;

/**
 * Beats a page could not send before it went: they count as far as the server's grace reaches. A
 * refusal means the session is over, which looking at it says better; an outage is thrown, so that
 * they are tried again.
 */
const sendKept = async ({ sessionId, leaseToken, beats }: KeptStudy): Promise<void> => {
  for (let at = 0; at < beats.length; at += BATCH) {
    try {
      await sendBeats(sessionId, leaseToken, beats.slice(at, at + BATCH));
    } catch (error) {
      if (isOutage(error)) throw error;
      return;
    }
  }
};

/** What stopped by itself when the page went (hidden, no network) goes on when it is back. */
const goneOn = (view: SessionView): Promise<SessionView> | SessionView =>
  view.state === 'paused' && view.pausedBecause !== 'learner'
    ? changeStudy(view.id, 'resume')
    : view;

/**
 * The session this browser had of the lesson, if it still runs and no other page holds it: after a
 * reload, or in a new tab when the first was killed, it goes on at the second that is saved.
 */
export const resumeStudy = async (lessonId: string): Promise<Resumed | null> => {
  const kept = keptStudy(lessonId);
  if (kept === null) return null;
  const release = await holdStudy(kept.sessionId);
  if (release === null) return null;
  try {
    await sendKept(kept);
    const view = await readStudy(kept.sessionId);
    if (!view.ended && view.lesson.id === lessonId) return { view: await goneOn(view), release };
  } catch (error) {
    release();
    if (isOutage(error)) throw error;
    return null;
  }
  release();
  forgetStudy();
  return null;
};
