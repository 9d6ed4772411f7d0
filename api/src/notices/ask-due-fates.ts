import { findDataKey } from '../db/learner-keys.ts';
import { claimFates, setNotice } from '../db/notices.ts';
import { giveUp, type NoticeSender } from './send-due-notices.ts';
import type { SmsFate } from './sms-port.ts';
import { askAfter, ASKED_FOR_MS, LEASE_MS, worthUntil } from './waits.ts';

type Asked = Awaited<ReturnType<typeof claimFates>>[number];

const KNOWS_AFTER_MS = 5 * 60_000;

/**
 * Asks the gateway what became of messages it took, or may have taken. Polling, and no callback: the
 * gateways' callbacks are signed by nobody, so their address would let anyone report deliveries.
 * Returns how many were asked about.
 */
export async function askDueFates(sender: NoticeSender, limit = 20): Promise<number> {
  if (sender.sms.fateOf === undefined) return 0;
  const now = sender.clock.now();
  const due = await claimFates(sender.db, new Date(now), new Date(now + LEASE_MS), limit);
  for (const notice of due) await settle(sender, notice, await fateOf(sender, notice));
  return due.length;
}

async function fateOf(sender: NoticeSender, notice: Asked): Promise<Fate> {
  const { db, vault, sms } = sender;
  const key = await findDataKey(db, vault, notice.learnerId);
  if (!key || !notice.smsPhoneSealed) return { fate: 'failed', code: 'deleted', failure: 'number' };
  const sentAt = notice.sentAt?.getTime() ?? notice.createdAt.getTime();
  const phone = vault.openText(key, notice.smsPhoneSealed);
  const asked = { key: notice.key, phone, messageId: notice.providerMessageId, sentAt };
  // Away, or an answer that is none: asked again.
  return (await sms.fateOf?.(asked).catch(() => null)) ?? { fate: 'away' };
}

type Fate = SmsFate | { readonly fate: 'away' };

async function settle(sender: NoticeSender, notice: Asked, its: Fate): Promise<void> {
  const { db, clock } = sender;
  const now = new Date(clock.now());
  switch (its.fate) {
    case 'failed':
      return giveUp(sender, notice, its.code, its.failure);
    case 'delivered':
      return setNotice(db, notice.id, {
        ...{ smsState: 'delivered', settledAt: now, nextAttemptAt: null, lastError: null },
      });
    case 'waiting':
      return askAgain(sender, notice, 'sent');
    case 'absent':
    case 'away':
      return notice.smsState === 'unknown'
        ? lookAgain(sender, notice, its.fate === 'absent')
        : askAgain(sender, notice, 'sent');
  }
}

const ageOf = ({ sentAt, createdAt }: Asked, now: number): number =>
  now - (sentAt ?? createdAt).getTime();

/** The gateway has it. Without a carrier's report in days it stays sent, and nobody asks any more. */
async function askAgain(sender: NoticeSender, notice: Asked, smsState: string): Promise<void> {
  const now = sender.clock.now();
  const isOver = smsState === 'sent' && ageOf(notice, now) >= ASKED_FOR_MS;
  const nextAttemptAt = isOver ? null : new Date(now + askAfter(notice.asks));
  await setNotice(sender.db, notice.id, { smsState, nextAttemptAt });
}

/** Whether the gateway has it is unknown: only when it surely has not may it hear it again. */
async function lookAgain(sender: NoticeSender, notice: Asked, isAbsent: boolean): Promise<void> {
  const { db, clock, sms } = sender;
  const now = clock.now();
  if (isAbsent && ageOf(notice, now) >= (sms.knowsAfterMs ?? KNOWS_AFTER_MS))
    return setNotice(db, notice.id, {
      ...{ smsState: 'queued', sentAt: null, nextAttemptAt: new Date(now) },
    });
  if (now >= worthUntil(notice)) return giveUp(sender, notice, 'never confirmed', 'gateway');
  await askAgain(sender, notice, 'unknown');
}
