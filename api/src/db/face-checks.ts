import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { DB, FaceChecks } from './schema.gen.ts';

export type FaceCheckRow = Selectable<FaceChecks>;

export const insertFaceCheck = (
  db: Kysely<DB>,
  check: Insertable<FaceChecks>,
): Promise<FaceCheckRow> =>
  db.insertInto('faceChecks').values(check).returningAll().executeTakeFirstOrThrow();

export const findFaceCheck = (db: Kysely<DB>, id: string): Promise<FaceCheckRow | undefined> =>
  db.selectFrom('faceChecks').selectAll().where('id', '=', id).executeTakeFirst();

/** A check by the hash of its nonce, for the learner it was issued to. */
export const findFaceCheckByNonce = (
  db: Kysely<DB>,
  nonceHash: Buffer,
  learnerId: string,
): Promise<FaceCheckRow | undefined> =>
  db
    .selectFrom('faceChecks')
    .selectAll()
    .where('nonceHash', '=', nonceHash)
    .where('learnerId', '=', learnerId)
    .executeTakeFirst();

/** Uses a challenge up. False when somebody was quicker: a challenge is good for one answer. */
export async function useFaceCheck(db: Kysely<DB>, id: string, at: Date): Promise<boolean> {
  const row = await db
    .updateTable('faceChecks')
    .set({ usedAt: at })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export const updateFaceCheck = (
  db: Kysely<DB>,
  id: string,
  changes: Updateable<FaceChecks>,
): Promise<FaceCheckRow | undefined> =>
  db.updateTable('faceChecks').set(changes).where('id', '=', id).returningAll().executeTakeFirst();

/** Checks of one session in the order they were issued. */
export const faceChecksOfSession = (db: Kysely<DB>, sessionId: string): Promise<FaceCheckRow[]> =>
  db
    .selectFrom('faceChecks')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('issuedAt')
    .orderBy('id')
    .execute();

/** Answered checks of all sessions of one epoch, in the order they were issued. */
export const faceChecksOfEpoch = (
  db: Kysely<DB>,
  key: { enrolmentId: string; epoch: number },
): Promise<FaceCheckRow[]> =>
  db
    .selectFrom('faceChecks')
    .innerJoin('studySessions', 'studySessions.id', 'faceChecks.sessionId')
    .selectAll('faceChecks')
    .where('studySessions.enrolmentId', '=', key.enrolmentId)
    .where('studySessions.epoch', '=', key.epoch)
    .orderBy('faceChecks.issuedAt')
    .orderBy('faceChecks.id')
    .execute();

/** Remembers frames by hash; gives how many of them had been seen before, by anyone. */
export async function rememberFrames(
  db: Kysely<DB>,
  frames: readonly Buffer[],
  learnerId: string,
): Promise<number> {
  const fresh = await db
    .insertInto('seenFrames')
    .values(frames.map((sha256) => ({ sha256, learnerId })))
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .returning('sha256')
    .execute();
  return frames.length - fresh.length;
}

/** The session's newest check that can still be answered. */
export const openFaceCheckOf = (
  db: Kysely<DB>,
  sessionId: string,
  now: Date,
): Promise<FaceCheckRow | undefined> =>
  db
    .selectFrom('faceChecks')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The newest entry check of a session, answered or not. */
export const lastEntryCheckOf = (
  db: Kysely<DB>,
  sessionId: string,
): Promise<FaceCheckRow | undefined> =>
  db
    .selectFrom('faceChecks')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .where('kind', '=', 'entry')
    // The one that stands, if one does; within one millisecond ids tell no order.
    .orderBy((eb) => eb('usedAt', 'is', null), 'desc')
    .orderBy('issuedAt', 'desc')
    .orderBy('redraw', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Takes back a session's unanswered checks: a new draw leaves no old one to choose from. */
export async function withdrawFaceChecks(
  db: Kysely<DB>,
  sessionId: string,
  at: Date,
): Promise<void> {
  await db
    .updateTable('faceChecks')
    .set({ usedAt: at, reason: 'withdrawn' })
    .where('sessionId', '=', sessionId)
    .where('usedAt', 'is', null)
    .execute();
}
