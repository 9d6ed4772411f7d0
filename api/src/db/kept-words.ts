import { maskPersonalWords } from '@xuzheng/engine';
import type { Vault } from '../crypto/vault.ts';
import type { Db } from './connect.ts';
import { openLearner } from './learners.ts';

/** Words about a learner that are kept unsealed, because lists show them: without name and numbers. */
export async function keptWords(
  db: Db,
  vault: Vault,
  learnerId: string,
  words: string,
): Promise<string> {
  const learner = await openLearner(db, vault, learnerId);
  return learner ? maskPersonalWords(words, learner) : words;
}
