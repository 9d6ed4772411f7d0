import { sql } from 'kysely';
import type { Insertable, Updateable } from 'kysely';
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
      'sentAt',
    ])
    .execute();
}

/** Notes that the message is on its way, before the gateway hears of it. */
export async function markNoticeSending(db: Db, id: string, now: Date): Promise<void> {
  await db.updateTable('notices').set({ sentAt: now }).where('id', '=', id).execute();
}

/** Writes what became of a message. */
export async function setNotice(
  db: Db,
  id: string,
  values: Pick<
    Updateable<Notices>,
    | 'smsState'
    | 'smsPhoneSealed'
    | 'sentAt'
    | 'nextAttemptAt'
    | 'lastError'
    | 'failure'
    | 'provider'
    | 'providerMessageId'
    | 'asks'
    | 'settledAt'
  >,
): Promise<void> {
  await db.updateTable('notices').set(values).where('id', '=', id).execute();
}

/** Takes messages whose fate is to be asked, for one asker until `leaseUntil`. */
export function claimFates(db: Db, now: Date, leaseUntil: Date, limit: number) {
  return db
    .updateTable('notices')
    .set({ nextAttemptAt: leaseUntil, asks: sql<number>`asks + 1` })
    .where('id', 'in', (query) =>
      query
        .selectFrom('notices')
        .select('id')
        .where('smsState', 'in', ['sent', 'unknown'])
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
      'smsState',
      'smsPhoneSealed',
      'providerMessageId',
      'asks',
      'sentAt',
      'createdAt',
    ])
    .execute();
}

/** How far the SMS of a key has come. */
export const smsOf = (db: Db, key: string) =>
  db
    .selectFrom('notices')
    .select(['smsState', 'lastError'])
    .where('key', '=', key)
    .executeTakeFirst();

/**
 * Says whether there was an unsent message to try again. It goes to the number registered now: the old
 * one may have been the trouble. The notices of a correction keep the numbers they are about.
 */
export async function requeueNotice(db: Db, id: string, now: Date): Promise<boolean> {
  const done = await db
    .updateTable('notices')
    .set({
      smsState: 'queued',
      nextAttemptAt: now,
      sentAt: null,
      failure: null,
      settledAt: null,
      providerMessageId: null,
      asks: 0,
      smsPhoneSealed: sql<Buffer | null>`CASE WHEN template LIKE 'phoneCorrected%'
        THEN sms_phone_sealed END`,
    })
    .where('id', '=', id)
    .where('smsState', 'in', ['queued', 'failed'])
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Messages that failed for their number go out again, to the number that has just been corrected. */
export async function requeueForNewNumber(db: Db, learnerId: string, now: Date): Promise<void> {
  await db
    .updateTable('notices')
    .set({
      ...{ smsState: 'queued', nextAttemptAt: now, smsPhoneSealed: null, sentAt: null },
      ...{ failure: null, settledAt: null, providerMessageId: null, asks: 0 },
    })
    .where('learnerId', '=', learnerId)
    .where('smsState', '=', 'failed')
    .where('failure', '=', 'number')
    .where('template', 'not like', 'phoneCorrected%')
    .where('template', 'not like', '%Code')
    .execute();
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
      'notices.failure',
      'notices.provider',
      'notices.providerMessageId',
      'notices.settledAt',
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
