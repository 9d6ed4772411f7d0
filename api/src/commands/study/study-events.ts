import {
  credit,
  doubt,
  endCredit,
  notePresence,
  sessionEnded,
  stepSession,
  type Beat,
  type CreditState,
  type PresenceMark,
  type SessionEvent,
  type UncountedReason,
} from '@xuzheng/engine';
import { closePlan } from './check-log.ts';
import type { EndReason, StudyState } from './study-state.ts';

/**
 * The state after an event of the session machine. An event that may not happen now changes nothing:
 * a page that lags behind may say what is no longer so.
 */
export function step(state: StudyState, event: SessionEvent): StudyState {
  const next = stepSession(state.session, event);
  return next.ok ? { ...state, session: next.value } : state;
}

/** Tells the books what a check says from an instant on; of two in one instant the later one holds. */
export function mark(state: StudyState, said: PresenceMark): StudyState {
  if (state.credit === null) return state;
  let { at } = said;
  while (state.credit.marks.some((known) => known.at === at)) at += 1;
  return { ...state, credit: notePresence(state.credit, { ...said, at }) };
}

const lastMatchedAt = (books: CreditState, before: number): number =>
  books.marks.findLast((one) => one.outcome === 'matched' && one.at <= before)?.at ??
  books.base.startedAt;

/**
 * Another face was seen: what was credited since the learner's own was last seen becomes pending.
 * A person decides; nothing is taken away by a rule.
 */
export function doubtSinceOwnFace(state: StudyState, until: number): StudyState {
  if (state.credit === null) return state;
  const from = lastMatchedAt(state.credit, until);
  return { ...state, credit: doubt(state.credit, from, until) };
}

/**
 * Lets the time of a recheck's answer run out, as often as it has by now. Only a try during which the
 * page was heard counts as missed: whoever could not be reached, by their network or by our own
 * fault, is asked again and has lost nothing but time (invariant 14).
 */
export function lapseAnswers(start: StudyState, now: number): StudyState {
  let state = start;
  while (state.session.value === 'rechecking') {
    const { answerBy, rule, triesLeft } = state.session.context;
    if (answerBy === null || now < answerBy) return state;
    const askedAt = answerBy - rule.recheckAnswerSeconds * 1000;
    const heard = state.row.lastBeatAt.getTime() > askedAt;
    if (!heard || state.excused) return step(state, { type: 'FACE_FAULT', at: now });
    const next = step(state, { type: 'ANSWER_LATE', at: answerBy });
    if (next === state) return state;
    const evidenceId = `unanswered:${state.plan.done.length}:${triesLeft}`;
    state = mark(next, { at: answerBy, outcome: 'missed', evidenceId });
  }
  return state;
}

const stateOfBeat = (beat: Beat): 'hidden' | 'paused' | 'playing' =>
  !beat.visible ? 'hidden' : beat.playing ? 'playing' : 'paused';

/** Takes one beat: the books first, then what it says of the player. */
export function takeBeat(start: StudyState, beat: Beat): StudyState {
  if (start.credit === null) return start;
  const books = credit(start.credit, beat);
  if (books === start.credit) return start;
  const state = { ...start, credit: books };
  const says = stateOfBeat(beat);
  if (state.session.value === 'playing' && says !== 'playing') {
    const reason = says === 'hidden' ? ('hidden' as const) : ('learner' as const);
    return step(state, { type: 'PAUSE', at: beat.at, reason });
  }
  if (state.session.value === 'paused' && says === 'playing') {
    return step(state, { type: 'RESUME', at: beat.at });
  }
  return state;
}

const BOOKED_AS: Readonly<Record<EndReason, UncountedReason>> = {
  completed: 'beyondLesson',
  left: 'paused',
  superseded: 'leaseLost',
  expired: 'networkLost',
};

const endEvent = (reason: EndReason, at: number): SessionEvent => {
  if (reason === 'completed') return { type: 'LESSON_COMPLETED', at };
  if (reason === 'superseded') return { type: 'SUPERSEDED', at };
  return { type: 'END', at, reason };
};

/** Ends a session: its books close, every second up to `at` has its place. */
export function end(start: StudyState, at: number, reason: EndReason): StudyState {
  if (start.endedAt !== null) return start;
  const asked = step(start, endEvent(reason, at));
  // A late beat may complete a lesson while a new check is being asked for: then it is simply left.
  const state = sessionEnded(asked.session) ? asked : step(start, endEvent('left', at));
  const credit = state.credit === null ? null : endCredit(state.credit, at, BOOKED_AS[reason]);
  return {
    ...closePlan({ ...state, credit }, at, reason),
    endedAt: at,
    endReason: reason,
  };
}
