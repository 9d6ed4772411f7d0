import { ok, refuse } from '@xuzheng/engine';
import type { Result } from '@xuzheng/engine';
import { hashOf, sameBytes } from '../crypto/tokens.ts';
import { countWrongTry, lockTicket } from '../db/codes.ts';
import type { CodePurpose } from '../db/codes.ts';
import type { Trx } from '../db/connect.ts';
import { lockLearner } from '../db/learners.ts';
import type { OpenedLearner } from '../db/learners.ts';
import type { Deps } from '../deps.ts';
import { codeHashOf } from './send-code.ts';

/**
 * Whose code it is, the row held by the transaction; the caller uses it up when the rest holds too.
 * A wrong one costs a try, also when the caller's transaction changes nothing else.
 * Refuses `account/ticketInvalid`, `account/codeExpired`, `account/codeWrong`, `account/codeUsed`.
 */
export async function checkCode(
  deps: Deps,
  trx: Trx,
  purpose: CodePurpose,
  ticket: string,
  code: string,
): Promise<Result<OpenedLearner>> {
  const row = await lockTicket(trx, purpose, hashOf(ticket));
  if (!row) return refuse('account/ticketInvalid');
  if (row.usedAt) return refuse('account/codeUsed');
  if (!row.codeHash || row.triesLeft <= 0 || row.expiresAt.getTime() <= deps.clock.now())
    return refuse('account/codeExpired');
  const right = sameBytes(row.codeHash, codeHashOf(deps.vault, row.id, code));
  const learner =
    right && row.learnerId ? await lockLearner(trx, deps.vault, row.learnerId) : undefined;
  if (!learner) {
    await countWrongTry(trx, row.id);
    return refuse('account/codeWrong', { triesLeft: row.triesLeft - 1 });
  }
  return ok(learner);
}
