import { maskPersonalWords, ok, refuse } from '@xuzheng/engine';
import type { Result } from '@xuzheng/engine';
import { recordAccess } from '../db/access-log.ts';
import { openLearner } from '../db/learners.ts';
import type { Deps } from '../deps.ts';

export type UnmaskInput = {
  readonly learnerId: string;
  readonly staffId: string;
  readonly what: 'idNumber' | 'phone';
  readonly reason: string;
};

/**
 * Shows a full ID number or phone to staff who say why; the learner can read who and why. The record
 * is written before the value leaves. Refuses `learner/notFound`, `request/invalid` without a reason.
 */
export async function unmaskLearner(deps: Deps, input: UnmaskInput): Promise<Result<string>> {
  const reason = input.reason.trim();
  if (reason.length < 4) return refuse('request/invalid');
  const learner = await openLearner(deps.db, deps.vault, input.learnerId);
  if (!learner) return refuse('learner/notFound');
  const at = new Date(deps.clock.now());
  const { learnerId, staffId, what } = input;
  const kept = maskPersonalWords(reason, learner);
  await recordAccess(deps.db, { at, learnerId, staffId, what, reason: kept });
  return ok(what === 'idNumber' ? learner.idNumber : learner.phone);
}
