import type { Instant } from '../calendar/day.ts';
import { missedPartsOf, type MakeUpRule, type MissedPart } from '../study/make-up.ts';
import { duringStudy, UNANSWERED } from './during-study.ts';
import type { CheckEvidence, Evidence, SessionEvidence } from './evidence.ts';

type Studied = Pick<Evidence, 'sessions' | 'checks' | 'lessons'>;

/** Another face is a miss as well: a part is not made up by whoever was not seen after it. */
const judgedIn = (session: SessionEvidence, checks: readonly CheckEvidence[]) => [
  ...duringStudy(session, checks),
  ...checks.filter((check) => check.kind !== 'entry' && check.reason === 'otherFace'),
];

/** The missed parts of an epoch, with what has become of each by `now`. None in older evidence. */
export const missedPartsIn = (evidence: Studied, rule: MakeUpRule, now: Instant): MissedPart[] =>
  missedPartsOf(
    evidence.sessions.flatMap(({ id, lessonId, ended, segments, ...session }) => {
      if (lessonId === undefined) return [];
      const own = evidence.checks.filter((check) => check.sessionId === id);
      const checks = judgedIn({ id, segments, ...session }, own)
        .filter(({ outcome }) => outcome === 'matched' || outcome === 'missed')
        .map(({ at, outcome }) => ({ at, missed: outcome === 'missed' }));
      return [{ id, lessonId, ended: ended === true, segments, checks }];
    }),
    evidence.lessons ?? [],
    rule,
    now,
  );

/** When a miss was made up; null when it was not, or cost no part of a lesson. */
export type MadeUp = (miss: CheckEvidence) => Instant | null;

/** A mark that fell on another's instant was moved behind it by as little. */
const MARK_SHIFT_MS = 10;

function restsOn(part: MissedPart, miss: CheckEvidence): boolean {
  if (part.sessionId !== miss.sessionId) return false;
  if (miss.id !== '') return part.evidence.includes(miss.id);
  const near = (at: Instant): boolean => at >= miss.at && at <= miss.at + MARK_SHIFT_MS;
  return miss.reason === UNANSWERED && part.marksAt.some(near);
}

/** Which misses of an epoch have been made up in time: those whose every part was. */
export function madeUpIn(evidence: Studied, rule: MakeUpRule): MadeUp {
  const parts = missedPartsIn(evidence, rule, 0);
  return (miss) => {
    const own = parts.filter((part) => restsOn(part, miss));
    const at = own.map((part) => part.madeUpAt).filter((one) => one !== null);
    return own.length > 0 && at.length === own.length ? Math.max(...at) : null;
  };
}
