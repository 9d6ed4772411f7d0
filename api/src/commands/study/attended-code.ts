import { attendedRuleOf, ok, refuse, type Policy, type Result } from '@xuzheng/engine';
import { hashOf, newCode, sameBytes } from '../../crypto/tokens.ts';
import type { Vault } from '../../crypto/vault.ts';
import type { AttendedCheckRow } from '../../db/attended-checks.ts';
import {
  countWrongTry,
  insertTicket,
  lockCodeSends,
  lockTicket,
  recordCodeSend,
  setCode,
  useUpCodes,
} from '../../db/codes.ts';
import type { Db, Trx } from '../../db/connect.ts';
import { smsOf } from '../../db/notices.ts';
import { queueNotice } from '../../notices/queue-notice.ts';
import { CODE_LIMITS_LOOK_BACK_MS, waitSeconds } from '../code-limits.ts';
import { codeHashOf } from '../send-code.ts';

/** What sending and checking a code of a session needs. */
export interface CodeWork {
  readonly trx: Trx;
  readonly now: number;
  readonly policy: Policy;
  readonly vault: Vault;
}

/** These codes are counted apart: study never uses up what an activation may ask for. */
export const attendedSubjectOf = (vault: Vault, learnerId: string): Buffer =>
  vault.blindIndex('code', `attended:${learnerId}`);

/** The server holds the ticket itself: a code is good for its own check alone. */
const ticketHashOf = (checkId: string): Buffer => hashOf(`attended:${checkId}`);

/** What became of asking for a code. */
export type CodeAsked =
  | { readonly sent: true; readonly sentAt: Date; readonly noticeKey: string }
  | { readonly sent: false };

/** Seconds until another code may be asked for. */
export async function codeWaitOf(work: CodeWork, learnerId: string): Promise<number> {
  const { trx, now, vault, policy } = work;
  const since = new Date(now - CODE_LIMITS_LOOK_BACK_MS);
  const sends = await lockCodeSends(trx, attendedSubjectOf(vault, learnerId), since);
  return waitSeconds(attendedRuleOf(policy).code, sends, now);
}

/** Sends a fresh code for a check; the one before is worth nothing. Not within the limits: none goes. */
export async function sendAttendedCode(
  work: CodeWork,
  check: { readonly id: string; readonly learnerId: string; readonly enrolmentId: string },
): Promise<CodeAsked> {
  const { trx, now, vault, policy } = work;
  const { code: limits } = attendedRuleOf(policy);
  if ((await codeWaitOf(work, check.learnerId)) > 0) return { sent: false };
  const subjectIndex = attendedSubjectOf(vault, check.learnerId);
  const sentAt = new Date(now);
  await recordCodeSend(trx, subjectIndex, sentAt);
  const ticketHash = ticketHashOf(check.id);
  const expiresAt = new Date(now + limits.ttlSeconds * 1000);
  let ticket = await lockTicket(trx, 'attended', ticketHash);
  if (ticket === undefined) {
    const { learnerId } = check;
    const fresh = { ticketHash, subjectIndex, learnerId, tries: limits.tries };
    await insertTicket(trx, { purpose: 'attended', ...fresh, createdAt: sentAt, expiresAt });
    ticket = await lockTicket(trx, 'attended', ticketHash);
  }
  if (ticket === undefined) throw new Error(`check ${check.id} has no ticket`);
  const code = newCode();
  const codeHash = codeHashOf(vault, ticket.id, code);
  await setCode(trx, ticket.id, { codeHash, tries: limits.tries, sentAt, expiresAt });
  const noticeKey = `code:${ticket.id}:${now}`;
  await queueNotice(trx, vault, {
    ...{ learnerId: check.learnerId, enrolmentId: check.enrolmentId, key: noticeKey, at: now },
    template: 'attendedCode',
    params: { code, minutes: Math.round(limits.ttlSeconds / 60) },
    ...{ sms: true, inApp: false },
  });
  return { sent: true, sentAt, noticeKey };
}

/**
 * Is it the code of this check? A wrong one costs a try of the code. Refuses `account/codeUsed`,
 * `account/codeExpired`, `account/codeWrong` with `triesLeft`.
 */
export async function checkAttendedCode(
  { trx, now, vault }: CodeWork,
  check: AttendedCheckRow,
  code: string,
): Promise<Result<void>> {
  const ticket = await lockTicket(trx, 'attended', ticketHashOf(check.id));
  if (ticket?.usedAt) return refuse('account/codeUsed');
  if (!ticket?.codeHash || ticket.triesLeft <= 0 || ticket.expiresAt.getTime() <= now) {
    return refuse('account/codeExpired');
  }
  if (!sameBytes(ticket.codeHash, codeHashOf(vault, ticket.id, code))) {
    await countWrongTry(trx, ticket.id);
    return refuse('account/codeWrong', { triesLeft: ticket.triesLeft - 1 });
  }
  await useUpCodes(trx, attendedSubjectOf(vault, check.learnerId), new Date(now));
  return ok(undefined);
}

/**
 * How far a check's code has come. `away`: it has not left us in its time, or the limit of codes is
 * reached. That is never the learner's doing: a question alone suffices then (invariant 14).
 */
export type CodeState = 'sending' | 'sent' | 'away';

export async function codeStateOf(
  db: Db,
  check: Pick<AttendedCheckRow, 'codeSentAt' | 'codeNoticeKey'>,
  policy: Policy,
  now: number,
): Promise<CodeState> {
  const { codeSentAt, codeNoticeKey } = check;
  if (codeSentAt === null || codeNoticeKey === null) return 'away';
  const sms = await smsOf(db, codeNoticeKey);
  if (sms?.smsState === 'sent' || sms?.smsState === 'delivered') return 'sent';
  const waited = now - codeSentAt.getTime() >= attendedRuleOf(policy).codeWaitSeconds * 1000;
  return waited || sms?.smsState !== 'queued' || sms.lastError !== null ? 'away' : 'sending';
}
