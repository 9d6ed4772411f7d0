import { renderNotice, smsOf } from '@xuzheng/engine';
import type { NoticeParams, NoticeTemplate } from '@xuzheng/engine';
import type { Vault } from '../crypto/vault.ts';
import type { Trx } from '../db/connect.ts';
import { findDataKey } from '../db/learner-keys.ts';
import { insertNotice } from '../db/notices.ts';

export type QueuedNotice<T extends NoticeTemplate> = {
  readonly learnerId: string;
  readonly enrolmentId?: string | null;
  /** One effect per key: the same key again changes nothing. */
  readonly key: string;
  readonly template: T;
  readonly params: NoticeParams[T];
  readonly sms: boolean;
  readonly inApp: boolean;
  /** Instant in ms; the database's own clock when not said. */
  readonly at?: number;
  /** Another number than the learner's: the old one hears of a correction too. */
  readonly phone?: string;
};

/**
 * Queues a notice inside the caller's transaction: what was decided and its notice are one fact.
 * The SMS goes to the number registered when it is sent, unless `phone` says otherwise.
 */
export async function queueNotice<T extends NoticeTemplate>(
  trx: Trx,
  vault: Vault,
  notice: QueuedNotice<T>,
): Promise<void> {
  const dataKey = await findDataKey(trx, vault, notice.learnerId);
  // A deleted learner gets no notices any more.
  if (!dataKey) return;
  const text = renderNotice(notice.template, notice.params);
  const message = smsOf(notice.template, notice.params);
  const at = notice.at === undefined ? undefined : new Date(notice.at);
  const bySms = notice.sms && text.sms !== null;
  await insertNotice(trx, {
    key: notice.key,
    learnerId: notice.learnerId,
    enrolmentId: notice.enrolmentId ?? null,
    template: notice.template,
    bodySealed: vault.seal(dataKey, JSON.stringify({ ...text, message })),
    inApp: notice.inApp && text.inApp !== null,
    smsState: bySms ? 'queued' : 'none',
    smsPhoneSealed: notice.phone === undefined ? null : vault.seal(dataKey, notice.phone),
    ...(at ? { createdAt: at } : {}),
    ...(bySms ? { nextAttemptAt: at ?? new Date(0) } : {}),
  });
}
