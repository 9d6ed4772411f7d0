import { sql } from 'kysely';
import type { Insertable } from 'kysely';
import type { Db } from './connect.ts';
import type { Notices } from './schema.gen.ts';

/** Silent when the key is already there. */
export async function insertNotice(db: Db, notice: Insertable<Notices>): Promise<void> {
  await db
    .insertInto('notices')
    .values(notice)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/** Takes due messages for one sender: until `leaseUntil` nobody else sees them. */
export function claimDueNotices(db: Db, now: Date, leaseUntil: Date, limit: number) {
  return db
    .updateTable('notices')
    .set({ nextAttemptAt: leaseUntil, attempts: sql<number>`attempts + 1` })
    .where('id', 'in', (query) =>
      query
        .selectFrom('notices')
        .select('id')
        .where('smsState', '=', 'queued')
        .where('nextAttemptAt', '<=', now)
        .orderBy('nextAttemptAt')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning([
      'id',
      'key',
      'learnerId',
      'template',
      'bodySealed',
      'smsPhoneSealed',
      'attempts',
      'createdAt',
    ])
    .execute();
}

export type SentNotice = {
  readonly state: 'sent' | 'delivered';
  readonly smsPhoneSealed: Buffer;
  readonly sentAt: Date;
};

export async function markNoticeSent(db: Db, id: string, sent: SentNotice): Promise<void> {
  await db
    .updateTable('notices')
    .set({
      smsState: sent.state,
      smsPhoneSealed: sent.smsPhoneSealed,
      sentAt: sent.sentAt,
      nextAttemptAt: null,
      lastError: null,
    })
    .where('id', '=', id)
    .execute();
}

/** Another try at `nextAttemptAt`, or none any more when null. */
export async function markNoticeUnsent(
  db: Db,
  id: string,
  lastError: string,
  nextAttemptAt: Date | null,
): Promise<void> {
  await db
    .updateTable('notices')
    .set({ lastError, nextAttemptAt, smsState: nextAttemptAt ? 'queued' : 'failed' })
    .where('id', '=', id)
    .execute();
}

/** Says whether there was an unsent message to try again. */
export async function requeueNotice(db: Db, id: string, now: Date): Promise<boolean> {
  const done = await db
    .updateTable('notices')
    .set({ smsState: 'queued', nextAttemptAt: now })
    .where('id', '=', id)
    .where('smsState', 'in', ['queued', 'failed'])
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** The learner's inbox, newest first. */
export function inboxOf(db: Db, learnerId: string, limit: number, before?: string) {
  return db
    .selectFrom('notices')
    .select(['id', 'enrolmentId', 'template', 'bodySealed', 'readAt', 'createdAt'])
    .where('learnerId', '=', learnerId)
    .where('inApp', '=', true)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Says whether the notice is in this learner's inbox. */
export async function markNoticeRead(
  db: Db,
  learnerId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const done = await db
    .updateTable('notices')
    .set({ readAt: sql<Date>`coalesce(read_at, ${now})` })
    .where('id', '=', id)
    .where('learnerId', '=', learnerId)
    .where('inApp', '=', true)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export type OutboxFilter = { readonly state?: string; readonly learnerId?: string };

/** The SMS outbox with what opens each message, newest first. */
export function smsOutbox(db: Db, filter: OutboxFilter, limit: number, before?: string) {
  const { state, learnerId } = filter;
  return db
    .selectFrom('notices')
    .innerJoin('learners', 'learners.id', 'notices.learnerId')
    .select([
      'notices.id',
      'notices.learnerId',
      'notices.template',
      'notices.bodySealed',
      'notices.smsPhoneSealed',
      'notices.smsState',
      'notices.attempts',
      'notices.nextAttemptAt',
      'notices.lastError',
      'notices.sentAt',
      'notices.createdAt',
      'learners.wrappedDataKey',
      'learners.phoneSealed',
    ])
    .where('notices.smsState', '<>', 'none')
    .$if(state !== undefined, (query) => query.where('notices.smsState', '=', state ?? ''))
    .$if(learnerId !== undefined, (query) => query.where('notices.learnerId', '=', learnerId ?? ''))
    .$if(before !== undefined, (query) => query.where('notices.id', '<', before ?? ''))
    .orderBy('notices.id', 'desc')
    .limit(limit)
    .execute();
}
