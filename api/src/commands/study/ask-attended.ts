import { ok, refuse, type Result } from '@xuzheng/engine';
import { openAttendedCheckOf, updateAttendedCheck } from '../../db/attended-checks.ts';
import type { AttendedStateView } from '../../schemas/study.ts';
import { codeWaitOf, sendAttendedCode } from './attended-code.ts';
import { attendedView } from './attended-view.ts';
import { step } from './study-events.ts';
import {
  beginWork,
  finishWork,
  shortOf,
  stillOpen,
  withTime,
  type StudyDeps,
} from './study-work.ts';

/**
 * The check a session without a face waits for; after a stop for missed checks this asks at the door
 * again. Refuses `study/sessionNotFound`, `study/sessionEnded`, `study/superseded`.
 */
export function showAttended(
  deps: StudyDeps,
  learnerId: string,
  sessionId: string,
): Promise<Result<AttendedStateView>> {
  return deps.db.transaction().execute(async (trx) => {
    const begun = await beginWork(trx, deps, learnerId, sessionId);
    if (!begun.ok) return begun;
    const work = begun.value;
    const open = stillOpen(work);
    if (!open.ok) return open;
    const done = await finishWork(work, withTime(work, work.before));
    return ok({ check: await attendedView(done), session: shortOf(done) });
  });
}

/**
 * Another code for the check that stands, or a new check at the door of a session that was stopped.
 * Refuses `study/notAllowed` when no code is asked for, `request/rateLimited` with
 * `retryAfterSeconds`, and what `showAttended` refuses.
 */
export function askAttendedCode(
  deps: StudyDeps,
  learnerId: string,
  sessionId: string,
): Promise<Result<AttendedStateView>> {
  return deps.db.transaction().execute(async (trx) => {
    const begun = await beginWork(trx, deps, learnerId, sessionId);
    if (!begun.ok) return begun;
    const work = begun.value;
    const open = stillOpen(work);
    if (!open.ok) return open;
    const known = await openAttendedCheckOf(trx, sessionId);
    const tried = step(withTime(work, work.before), { type: 'RETRY', at: work.now });
    const done = await finishWork(work, tried);
    const check = await openAttendedCheckOf(trx, sessionId);
    const { state } = done;
    if (check === undefined || check.kind === 'question') {
      return refuse('study/notAllowed', { state: state.session.value, event: 'CODE' });
    }
    // A check that has just been issued has its code on the way already.
    if (check.id === known?.id) {
      const retryAfterSeconds = await codeWaitOf(work, learnerId);
      if (retryAfterSeconds > 0) return refuse('request/rateLimited', { retryAfterSeconds });
      const { enrolmentId } = state.row;
      const code = await sendAttendedCode(work, { id: check.id, learnerId, enrolmentId });
      if (code.sent) {
        const { sentAt: codeSentAt, noticeKey: codeNoticeKey } = code;
        await updateAttendedCheck(trx, check.id, { codeSentAt, codeNoticeKey });
      }
    }
    return ok({ check: await attendedView(done), session: shortOf(done) });
  });
}
