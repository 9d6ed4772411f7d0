import { ok, type Result, type SessionEvent } from '@xuzheng/engine';
import type { BeatsAsked, SessionView } from '../../schemas/study.ts';
import { end, step } from './study-events.ts';
import type { StudyState } from './study-state.ts';
import {
  beginWork,
  finishWork,
  stillOpen,
  viewOf,
  withTime,
  type StudyDeps,
  type StudyWork,
} from './study-work.ts';
import { applyBeats, mayBeat } from './take-beats.ts';

export type StudyMove = 'pause' | 'resume' | 'end' | 'look';

function moved(work: StudyWork, state: StudyState, move: StudyMove): StudyState {
  const at = work.now;
  // The last beat of the move may have completed the lesson: then there is nothing left to move.
  if (state.endedAt !== null || move === 'look') return state;
  if (move === 'end') return end(state, at, 'left');
  const event: SessionEvent =
    move === 'pause' ? { type: 'PAUSE', at, reason: 'learner' } : { type: 'RESUME', at };
  return step(state, event);
}

/**
 * Pauses, resumes, leaves or just shows a session; beats that were not sent yet come first, so that
 * no second before the click is lost. Refuses `study/sessionNotFound`, and for a session that is over
 * `study/sessionEnded` or `study/superseded` (leaving and looking are welcome then, too).
 */
export function moveStudy(
  deps: StudyDeps,
  learnerId: string,
  sessionId: string,
  move: StudyMove,
  beats?: BeatsAsked,
): Promise<Result<SessionView>> {
  return deps.db.transaction().execute(async (trx) => {
    const begun = await beginWork(trx, deps, learnerId, sessionId);
    if (!begun.ok) return begun;
    const work = begun.value;
    const open = stillOpen(work);
    if (!open.ok) {
      if (move !== 'look' && move !== 'end') return open;
      const { replay } = work.before.row;
      return ok(await viewOf({ ...work, state: work.before, hoursComplete: replay }));
    }
    let state = work.before;
    if (beats !== undefined) {
      const may = mayBeat(work, beats);
      if (!may.ok) return may;
      state = applyBeats(work, beats.beats);
    }
    const after = withTime(work, moved(work, state, move));
    return ok(await viewOf(await finishWork(work, after)));
  });
}
