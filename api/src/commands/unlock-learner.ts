import { maskPersonalWords, ok, refuse } from '@xuzheng/engine';
import type { Result } from '@xuzheng/engine';
import { forgetCodeSends } from '../db/codes.ts';
import { writeJournal } from '../db/journal.ts';
import { openLearner } from '../db/learners.ts';
import type { Deps } from '../deps.ts';
import { attendedSubjectOf } from './study/attended-code.ts';
import { forgetSignInTries } from './throttle-sign-in.ts';

/** Lets a learner try again at once: forgets wrong passwords and codes asked for. */
export async function unlockLearner(
  deps: Deps,
  input: { readonly learnerId: string; readonly staffId: string; readonly reason: string },
): Promise<Result<void>> {
  const learner = await openLearner(deps.db, deps.vault, input.learnerId);
  if (!learner) return refuse('learner/notFound');
  const subject = learner.idNumberIndex.toString('hex');
  await forgetSignInTries(deps, 'learner', subject);
  await forgetSignInTries(deps, 'code', subject);
  await forgetSignInTries(deps, 'learner', learner.id);
  await forgetCodeSends(deps.db, learner.idNumberIndex);
  await forgetCodeSends(deps.db, attendedSubjectOf(deps.vault, learner.id));
  await writeJournal(deps.db, {
    at: new Date(deps.clock.now()),
    actor: { kind: 'staff', id: input.staffId },
    action: 'learner.unlocked',
    learnerId: learner.id,
    details: { reason: maskPersonalWords(input.reason, learner) },
  });
  return ok(undefined);
}
