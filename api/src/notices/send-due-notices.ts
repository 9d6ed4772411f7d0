import type { NoticeText, SmsMessage } from '@xuzheng/engine';
import type { DataKey, Vault } from '../crypto/vault.ts';
import type { Db } from '../db/connect.ts';
import { writeJournal } from '../db/journal.ts';
import { openLearner } from '../db/learners.ts';
import { claimDueNotices, markNoticeSending, setNotice } from '../db/notices.ts';
import type { SmsFailure, SmsPort, SmsReceipt } from './sms-port.ts';
import { askAfter, isTooLate, LEASE_MS, waitAfter, worthUntil } from './waits.ts';

export type NoticeSender = {
  readonly db: Db;
  readonly vault: Vault;
  readonly sms: SmsPort;
  readonly clock: { readonly now: () => number };
};

type Claimed = Awaited<ReturnType<typeof claimDueNotices>>[number];
type Failed = Pick<Claimed, 'id' | 'learnerId' | 'template'> & { readonly attempts?: number };

/** Gives a message up, on record: people see it with the one action that helps. */
export async function giveUp(
  { db, clock }: NoticeSender,
  notice: Failed,
  code: string,
  failure: SmsFailure | 'expired' | 'deleted',
): Promise<void> {
  const at = new Date(clock.now());
  const lastError = code.slice(0, 80);
  const values = { lastError, failure, nextAttemptAt: null, settledAt: at };
  await setNotice(db, notice.id, { smsState: 'failed', ...values });
  const { id: noticeId, template, attempts, learnerId } = notice;
  await writeJournal(db, {
    ...{ at, actor: { kind: 'system' }, action: 'notice.failed', learnerId },
    details: { noticeId, template, failure, ...(attempts === undefined ? {} : { attempts }) },
  });
}

async function deliver(sender: NoticeSender, notice: Claimed): Promise<void> {
  const { db, vault, sms, clock } = sender;
  const learner = await openLearner(db, vault, notice.learnerId);
  if (!learner) return giveUp(sender, notice, 'learner deleted', 'deleted');
  if (isTooLate(notice, clock.now())) return giveUp(sender, notice, 'too late', 'expired');
  const key: DataKey = learner.dataKey;
  const phone = notice.smsPhoneSealed ? vault.openText(key, notice.smsPhoneSealed) : learner.phone;
  const smsPhoneSealed = vault.seal(key, phone);
  // A sender died inside the call: the gateway is asked before it hears the message again.
  if (notice.sentAt !== null && sms.fateOf !== undefined)
    return receive(sender, notice, { state: 'unknown', code: 'interrupted' }, smsPhoneSealed);
  const text = JSON.parse(vault.openText(key, notice.bodySealed)) as NoticeText & {
    message?: SmsMessage | null;
  };
  if (sms.fateOf !== undefined) await markNoticeSending(db, notice.id, new Date(clock.now()));
  const { message = null } = text;
  const receipt = await sms.send({ key: notice.key, phone, body: text.sms ?? '', message });
  await receive(sender, notice, receipt, smsPhoneSealed);
}

async function receive(
  sender: NoticeSender,
  notice: Claimed,
  receipt: SmsReceipt,
  smsPhoneSealed: Buffer,
): Promise<void> {
  const { db, sms, clock } = sender;
  const now = clock.now();
  switch (receipt.state) {
    case 'later':
      return postpone(sender, notice, receipt.code);
    case 'rejected':
      return giveUp(sender, notice, receipt.code, receipt.failure);
    case 'unknown':
      if (sms.fateOf === undefined) return postpone(sender, notice, receipt.code);
      return setNotice(db, notice.id, {
        ...{ smsState: 'unknown', provider: sms.name, smsPhoneSealed, asks: 0 },
        ...{ lastError: receipt.code.slice(0, 80), sentAt: notice.sentAt ?? new Date(now) },
        nextAttemptAt: new Date(now + askAfter(0)),
      });
    case 'sent':
    case 'delivered': {
      const isOpen = receipt.state === 'sent' && sms.fateOf !== undefined;
      return setNotice(db, notice.id, {
        ...{ smsState: receipt.state, provider: sms.name, smsPhoneSealed, asks: 0 },
        ...{ sentAt: new Date(now), lastError: null, failure: null },
        providerMessageId: receipt.messageId ?? null,
        settledAt: receipt.state === 'delivered' ? new Date(now) : null,
        nextAttemptAt: isOpen ? new Date(now + askAfter(0)) : null,
      });
    }
  }
}

/** A gateway's words may quote the number or the text: only the kind of fault is kept. */
const faultName = (error: unknown): string => {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(code ?? name ?? 'fault').slice(0, 80);
};

async function postpone(sender: NoticeSender, notice: Claimed, code: string): Promise<void> {
  const next = sender.clock.now() + waitAfter(notice.attempts);
  if (next >= worthUntil(notice)) return giveUp(sender, notice, code, 'gateway');
  await setNotice(sender.db, notice.id, {
    ...{ smsState: 'queued', sentAt: null, lastError: code.slice(0, 80) },
    nextAttemptAt: new Date(next),
  });
}

/**
 * Sends what is due, each message by one sender at a time; a failed one waits longer each time.
 * Returns how many were taken, so that the caller knows whether to come back at once.
 */
export async function sendDueNotices(sender: NoticeSender, limit = 20): Promise<number> {
  const now = sender.clock.now();
  const due = await claimDueNotices(sender.db, new Date(now), new Date(now + LEASE_MS), limit);
  // Ids follow the order in which the notices were made; the claim returns them in any order.
  for (const notice of due.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    try {
      await deliver(sender, notice);
    } catch (error) {
      await postpone(sender, notice, faultName(error));
    }
  }
  return due.length;
}
