import type { Instant } from '../calendar/day.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { checkConflicts, samePerson, type CaseFacts, type Signer } from './verdict.ts';

const TEXT_AT_MOST = 2000;

/** Reads what a learner writes in an appeal. Refuses `appeal/textMissing`. */
export function parseAppealText(text: string): Result<string> {
  const tidy = text.trim();
  const length = [...tidy].length;
  return length >= 4 && length <= TEXT_AT_MOST ? ok(tidy) : refuse('appeal/textMissing');
}

/** May the learner still appeal? Refuses `appeal/windowClosed`. */
export const checkAppealWindow = (at: Instant, windowEndsAt: Instant): Result<void> =>
  at < windowEndsAt ? ok(undefined) : refuse('appeal/windowClosed');

/** May this person decide the appeal? Only someone who had no part in the case before. */
export function checkAppealDecision(signer: Signer, facts: CaseFacts): Result<void> {
  const conflicts = checkConflicts(signer, facts);
  if (!conflicts.ok) return conflicts;
  return facts.involved.some((other) => samePerson(signer, other))
    ? refuse('audit/involved')
    : ok(undefined);
}
