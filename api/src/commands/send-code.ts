import { HANDBOOK_POLICY, ok, refuse } from '@xuzheng/engine';
import type { Result } from '@xuzheng/engine';
import { evenTime } from '../crypto/even-time.ts';
import { hashOf, newCode } from '../crypto/tokens.ts';
import type { Vault } from '../crypto/vault.ts';
import { lockCodeSends, lockTicket, recordCodeSend, setCode } from '../db/codes.ts';
import type { AccountPurpose } from '../db/codes.ts';
import type { Trx } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { queueNotice } from '../notices/queue-notice.ts';
import { CODE_LIMITS_LOOK_BACK_MS, waitSeconds } from './code-limits.ts';

export type CodeSent = { readonly resendInSeconds: number; readonly expiresInSeconds: number };

const LEAST_MS = 120;
/** A ticket whose page lay open longer than this asks for nothing any more. */
const TICKET_LIFE_MS = 30 * 60_000;
const LIMITS = HANDBOOK_POLICY.code;

/** What is kept of a code: bound to its ticket, under a key the database does not have. */
export const codeHashOf = (vault: Vault, ticketId: string, code: string): Buffer =>
  vault.blindIndex('code', `${ticketId}:${code}`);

async function send(deps: Deps, trx: Trx, purpose: AccountPurpose, ticket: string) {
  const now = deps.clock.now();
  const row = await lockTicket(trx, purpose, hashOf(ticket));
  if (!row || row.usedAt || row.createdAt.getTime() + TICKET_LIFE_MS < now)
    return refuse('account/ticketInvalid');
  const since = new Date(now - CODE_LIMITS_LOOK_BACK_MS);
  const sends = await lockCodeSends(trx, row.subjectIndex, since);
  const retryAfterSeconds = waitSeconds(LIMITS, sends, now);
  if (retryAfterSeconds > 0) return refuse('request/rateLimited', { retryAfterSeconds });
  await recordCodeSend(trx, row.subjectIndex, new Date(now));
  const code = newCode();
  await setCode(trx, row.id, {
    codeHash: codeHashOf(deps.vault, row.id, code),
    tries: LIMITS.tries,
    sentAt: new Date(now),
    expiresAt: new Date(now + LIMITS.ttlSeconds * 1000),
  });
  if (row.learnerId)
    await queueNotice(trx, deps.vault, {
      learnerId: row.learnerId,
      key: `code:${row.id}:${now}`,
      template: purpose === 'activation' ? 'activationCode' : 'recoveryCode',
      params: { code, minutes: LIMITS.ttlSeconds / 60 },
      sms: true,
      inApp: false,
      at: now,
    });
  return ok({ resendInSeconds: 60 / LIMITS.perMinute, expiresInSeconds: LIMITS.ttlSeconds });
}

/**
 * Sends a code for a ticket, or does everything but the sending for a decoy (F1).
 * Refuses `account/ticketInvalid`, `request/rateLimited` with `retryAfterSeconds`.
 */
export const sendCode = (
  deps: Deps,
  purpose: AccountPurpose,
  ticket: string,
): Promise<Result<CodeSent>> =>
  evenTime(LEAST_MS, () =>
    deps.db.transaction().execute((trx) => send(deps, trx, purpose, ticket)),
  );
