import type { NoticeText } from '@xuzheng/engine';
import type { DataKey, Vault } from '../crypto/vault.ts';
import type { Db } from '../db/connect.ts';
import { writeJournal } from '../db/journal.ts';
import { openLearner } from '../db/learners.ts';
import { claimDueNotices, markNoticeSent, markNoticeUnsent } from '../db/notices.ts';
import type { SmsPort } from './sms-port.ts';

export type NoticeSender = {
  readonly db: Db;
  readonly vault: Vault;
  readonly sms: SmsPort;
  readonly clock: { readonly now: () => number };
};

const LEASE_MS = 60_000;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 30 * 60_000;
/** A gateway may be away for days; a message a week late only confuses. */
const GIVE_UP_MS = 7 * 86_400_000;
/** A code that can no longer be entered is not worth sending. */
const CODE_GIVE_UP_MS = 5 * 60_000;

type Claimed = Awaited<ReturnType<typeof claimDueNotices>>[number];

const isCode = (template: string): boolean => template.endsWith('Code');

async function deliver(sender: NoticeSender, notice: Claimed): Promise<void> {
  const { db, vault, sms, clock } = sender;
  const learner = await openLearner(db, vault, notice.learnerId);
  if (!learner) return markNoticeUnsent(db, notice.id, 'learner deleted', null);
  if (isCode(notice.template) && notice.createdAt.getTime() + CODE_GIVE_UP_MS <= clock.now())
    return markNoticeUnsent(db, notice.id, 'code expired', null);
  const key: DataKey = learner.dataKey;
  const phone = notice.smsPhoneSealed ? vault.openText(key, notice.smsPhoneSealed) : learner.phone;
  const text = JSON.parse(vault.openText(key, notice.bodySealed)) as NoticeText;
  const receipt = await sms.send({ key: notice.key, phone, body: text.sms ?? '' });
  await markNoticeSent(db, notice.id, {
    state: receipt.state,
    smsPhoneSealed: vault.seal(key, phone),
    sentAt: new Date(clock.now()),
  });
}

/** A gateway's words may quote the number or the text: only the kind of fault is kept. */
const faultName = (error: unknown): string => {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(code ?? name ?? 'fault').slice(0, 80);
};

async function postpone(sender: NoticeSender, notice: Claimed, error: unknown): Promise<void> {
  const now = sender.clock.now();
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(notice.attempts - 1, 12));
  const giveUpMs = isCode(notice.template) ? CODE_GIVE_UP_MS : GIVE_UP_MS;
  const next = now + wait < notice.createdAt.getTime() + giveUpMs ? new Date(now + wait) : null;
  await markNoticeUnsent(sender.db, notice.id, faultName(error), next);
  if (next) return;
  await writeJournal(sender.db, {
    at: new Date(now),
    actor: { kind: 'system' },
    action: 'notice.failed',
    learnerId: notice.learnerId,
    details: { noticeId: notice.id, template: notice.template, attempts: notice.attempts },
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
      await postpone(sender, notice, error);
    }
  }
  return due.length;
}
