import { missingOfProfile } from '@xuzheng/engine';
import type { Vault } from '../crypto/vault.ts';
import type { Trx } from '../db/connect.ts';
import { writeJournal } from '../db/journal.ts';
import { filesInForce } from '../db/learner-files.ts';
import { openLearner, setProfileCompleted } from '../db/learners.ts';
import { announceLearner } from './announce-learner.ts';
import { profileFactsOf } from './read-profile.ts';

/** After each change of the profile: once nothing is missing, every lifecycle hears of it. */
export async function completeProfile(
  trx: Trx,
  vault: Vault,
  learnerId: string,
  now: Date,
): Promise<void> {
  const learner = await openLearner(trx, vault, learnerId);
  if (!learner || learner.profileCompletedAt) return;
  const files = await filesInForce(trx, learnerId);
  if (missingOfProfile(profileFactsOf(learner, files)).length > 0) return;
  if (!(await setProfileCompleted(trx, learnerId, now))) return;
  await writeJournal(trx, {
    at: now,
    actor: { kind: 'learner', id: learnerId },
    action: 'profile.completed',
    learnerId,
  });
  await announceLearner(trx, learnerId);
}
