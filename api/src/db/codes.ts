import { sql } from 'kysely';
import type { Db } from './connect.ts';

/** A code is good for its own purpose only. */
export type AccountPurpose = 'activation' | 'recovery';
export type CodePurpose = AccountPurpose | 'attended';

export type NewTicket = {
  readonly purpose: CodePurpose;
  readonly ticketHash: Buffer;
  readonly subjectIndex: Buffer;
  /** Null for a decoy: an ID number nobody has, or whose owner has no business with this step. */
  readonly learnerId: string | null;
  readonly tries: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export async function insertTicket(db: Db, ticket: NewTicket): Promise<void> {
  await db
    .insertInto('oneTimeCodes')
    .values({
      purpose: ticket.purpose,
      ticketHash: ticket.ticketHash,
      subjectIndex: ticket.subjectIndex,
      learnerId: ticket.learnerId,
      triesLeft: ticket.tries,
      createdAt: ticket.createdAt,
      expiresAt: ticket.expiresAt,
    })
    .execute();
}

/** The ticket's row, held until the transaction ends: two guesses at once count as two. */
export function lockTicket(db: Db, purpose: CodePurpose, ticketHash: Buffer) {
  return db
    .selectFrom('oneTimeCodes')
    .select([
      'id',
      'learnerId',
      'subjectIndex',
      'codeHash',
      'triesLeft',
      'sentAt',
      'createdAt',
      'expiresAt',
      'usedAt',
    ])
    .where('ticketHash', '=', ticketHash)
    .where('purpose', '=', purpose)
    .forUpdate()
    .executeTakeFirst();
}

export type SentCode = {
  readonly codeHash: Buffer;
  readonly tries: number;
  readonly sentAt: Date;
  readonly expiresAt: Date;
};

/** A new code replaces the one before; only the last one counts. */
export async function setCode(db: Db, id: string, code: SentCode): Promise<void> {
  await db
    .updateTable('oneTimeCodes')
    .set({
      codeHash: code.codeHash,
      triesLeft: code.tries,
      sentAt: code.sentAt,
      expiresAt: code.expiresAt,
    })
    .where('id', '=', id)
    .execute();
}

export async function countWrongTry(db: Db, id: string): Promise<void> {
  await db
    .updateTable('oneTimeCodes')
    .set({ triesLeft: sql<number>`greatest(tries_left - 1, 0)` })
    .where('id', '=', id)
    .execute();
}

/** Uses up every open code of this person, of whatever purpose. */
export async function useUpCodes(db: Db, subjectIndex: Buffer, now: Date): Promise<void> {
  await db
    .updateTable('oneTimeCodes')
    .set({ usedAt: now })
    .where('subjectIndex', '=', subjectIndex)
    .where('usedAt', 'is', null)
    .execute();
}

/** When codes were asked for this ID number since `since`, newest first; others wait meanwhile. */
export async function lockCodeSends(db: Db, subjectIndex: Buffer, since: Date): Promise<Date[]> {
  const lock = subjectIndex.readBigInt64BE(0).toString();
  await sql`SELECT pg_advisory_xact_lock(${lock}::bigint)`.execute(db);
  const rows = await db
    .selectFrom('codeSends')
    .select('sentAt')
    .where('subjectIndex', '=', subjectIndex)
    .where('sentAt', '>', since)
    .orderBy('sentAt', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => row.sentAt);
}

export async function recordCodeSend(db: Db, subjectIndex: Buffer, sentAt: Date): Promise<void> {
  await db.insertInto('codeSends').values({ subjectIndex, sentAt }).execute();
}

/** Forgets how many codes were asked for: what support's unlocking does. */
export async function forgetCodeSends(db: Db, subjectIndex: Buffer): Promise<void> {
  await db.deleteFrom('codeSends').where('subjectIndex', '=', subjectIndex).execute();
}

/** Forgets tickets and counted sends from before `before`; says how many. */
export async function deleteOldCodes(db: Db, before: Date): Promise<number> {
  const tickets = await db
    .deleteFrom('oneTimeCodes')
    .where('createdAt', '<', before)
    .executeTakeFirst();
  const sends = await db.deleteFrom('codeSends').where('sentAt', '<', before).executeTakeFirst();
  return Number(tickets.numDeletedRows + sends.numDeletedRows);
}
