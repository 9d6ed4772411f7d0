import { lessonComplete, ok, refuse, viewCredit, type Beat, type Result } from '@xuzheng/engine';
import type { BeatsAsked, ReceiptView } from '../../schemas/study.ts';
import { end, lapseAnswers, takeBeat } from './study-events.ts';
import type { StudyState } from './study-state.ts';
import { withHints } from './page-hints.ts';
import {
  beginWork,
  finishWork,
  shortOf,
  withTime,
  type DoneWork,
  type StudyDeps,
  type StudyWork,
} from './study-work.ts';

/** Is every one of these beats stored already? Then saying so again is all there is to do. */
function allKnown(state: StudyState, beats: BeatsAsked['beats']): boolean {
  const { credit } = state;
  if (credit === null) return false;
  const waiting = new Set(credit.tail.map((beat) => beat.seq));
  return beats.every((beat) => beat.seq <= credit.baseSeq || waiting.has(beat.seq));
}

const isOver = (state: StudyState): boolean =>
  !state.row.replay &&
  state.credit !== null &&
  lessonComplete(viewCredit(state.credit).watched, state.credit.durationSeconds);

/**
 * Every beat in its order, heard at the server's instant; then what time and position ask for. A beat
 * that comes after the study year closes the books at the year's end: what was studied before it counts,
 * and no second of the next year does.
 */
export function applyBeats(work: StudyWork, beats: BeatsAsked['beats']): StudyState {
  const { yearEndsAt } = work;
  const now = Math.min(work.now, yearEndsAt ?? work.now);
  const secondsPast = (work.now - now) / 1000;
  let state = lapseAnswers(work.before, now);
  for (const claim of [...beats].sort((a, b) => a.seq - b.seq)) {
    const { seq, playing, visible } = claim;
    const positionSeconds = Math.max(0, claim.positionSeconds - secondsPast);
    const beat: Beat = { seq, at: now, positionSeconds, playing, visible };
    state = takeBeat(state, beat);
  }
  if (state.credit !== work.before.credit) {
    state = { ...state, row: { ...state.row, lastBeatAt: new Date(now) } };
  }
  state = withHints(state, beats);
  if (isOver(state)) return end(state, now, 'completed');
  const isPast = yearEndsAt !== null && work.now >= yearEndsAt;
  return isPast ? end(state, now, 'left') : withTime(work, state);
}

/** May these beats be taken? An old token earns nothing; before the face check nothing runs. */
export function mayBeat(work: StudyWork, asked: BeatsAsked): Result<void> {
  const { before } = work;
  if (before.row.leaseToken !== asked.leaseToken || before.endReason === 'superseded') {
    return refuse('study/superseded');
  }
  if (before.endedAt !== null && !allKnown(before, asked.beats)) {
    return refuse('study/sessionEnded', { reason: before.endReason ?? '' });
  }
  if (before.credit === null) {
    return refuse('study/notAllowed', { state: before.session.value, event: 'BEAT' });
  }
  return ok(undefined);
}

const receiptOf = (done: DoneWork): ReceiptView => {
  const session = shortOf(done);
  return { ackSeq: session.ackSeq, session };
};

/**
 * Heartbeats: stored, then acknowledged. The same beat again, late, or in another order changes no
 * total. Refuses `study/sessionNotFound`, `study/superseded`, `study/sessionEnded`,
 * `study/notAllowed` (no face has been matched yet).
 */
export function takeBeats(
  deps: StudyDeps,
  learnerId: string,
  sessionId: string,
  asked: BeatsAsked,
): Promise<Result<ReceiptView>> {
  return deps.db.transaction().execute(async (trx) => {
    const begun = await beginWork(trx, deps, learnerId, sessionId);
    if (!begun.ok) return begun;
    const work = begun.value;
    const may = mayBeat(work, asked);
    if (!may.ok) return may;
    if (work.before.endedAt !== null) {
      return ok(receiptOf({ ...work, state: work.before, hoursComplete: work.before.row.replay }));
    }
    return ok(receiptOf(await finishWork(work, applyBeats(work, asked.beats))));
  });
}
