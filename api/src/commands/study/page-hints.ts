import type { SessionHints } from '@xuzheng/engine';
import type { BeatsAsked } from '../../schemas/study.ts';
import type { StudyState } from './study-state.ts';

/** What the page of a session has said of itself so far. */
export function hintsOf(row: { readonly hints: unknown }): SessionHints {
  const { untrusted = 0, inputs = 0 } = (row.hints ?? {}) as Partial<SessionHints>;
  return { untrusted, inputs };
}

/**
 * Keeps what these beats say of the events in the page: counts since the session began, so the largest
 * holds and a beat that comes twice changes nothing. They decide nothing; see `untrustedEvents`.
 */
export function withHints(state: StudyState, beats: BeatsAsked['beats']): StudyState {
  const known = hintsOf(state.row);
  const hints: SessionHints = {
    untrusted: Math.max(known.untrusted, ...beats.map((beat) => beat.untrustedEvents ?? 0)),
    inputs: Math.max(known.inputs, ...beats.map((beat) => beat.inputs ?? 0)),
  };
  return { ...state, row: { ...state.row, hints: { ...hints } } };
}
