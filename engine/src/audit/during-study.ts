import type { CheckEvidence, SessionEvidence } from './evidence.ts';

/** Reasons of a miss without a check: nobody answered, the learner left with it, the page fell silent. */
export const UNANSWERED = 'unanswered';
export const ESCAPED = 'escaped';
export const SILENT = 'silent';

/** A check that nobody answered, or that was open when the session ended: missed, with no picture to show. */
function unanswered(session: SessionEvidence): CheckEvidence[] {
  const missed = { id: '', sessionId: session.id, outcome: 'missed' } as const;
  // Where our own service was away nobody can tell why a check stayed open (invariant 14).
  const escaped = session.systemFault ? [] : session.escaped;
  return [
    ...session.unansweredAt.map((at) => ({
      ...missed,
      ...{ kind: 'recheck' as const, at, reason: UNANSWERED },
    })),
    ...escaped.map(({ kind, at, how }) => ({
      ...missed,
      ...{ kind, at, reason: how === 'silent' ? SILENT : ESCAPED },
    })),
  ];
}

/** Checks during study, oldest first: a miss at the door has no consequence. */
export const duringStudy = (
  session: SessionEvidence,
  checks: readonly CheckEvidence[],
): CheckEvidence[] =>
  [...checks, ...unanswered(session)]
    .filter((check) => check.kind !== 'entry' && check.reason !== 'otherFace')
    .sort((a, b) => a.at - b.at);
