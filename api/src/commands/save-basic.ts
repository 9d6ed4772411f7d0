import { ok, parseBasic } from '@xuzheng/engine';
import type { BasicDraft, Result } from '@xuzheng/engine';
import { writeJournal } from '../db/journal.ts';
import { lockLearner, setBasic } from '../db/learners.ts';
import type { Deps } from '../deps.ts';
import { completeProfile } from './complete-profile.ts';

/** Saves the basic information (F5). Refuses what `parseBasic` refuses. */
export async function saveBasic(
  deps: Deps,
  learnerId: string,
  draft: BasicDraft,
): Promise<Result<void>> {
  const basic = parseBasic(draft);
  if (!basic.ok) return basic;
  const now = new Date(deps.clock.now());
  await deps.db.transaction().execute(async (trx) => {
    const learner = await lockLearner(trx, deps.vault, learnerId);
    if (!learner) throw new Error('a signed-in learner without a row');
    await setBasic(trx, deps.vault, learner, basic.value);
    await writeJournal(trx, {
      at: now,
      actor: { kind: 'learner', id: learnerId },
      action: 'profile.basicSaved',
      learnerId,
    });
    await completeProfile(trx, deps.vault, learnerId, now);
  });
  return ok(undefined);
}
