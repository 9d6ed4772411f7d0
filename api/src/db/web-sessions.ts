import type { Db } from './connect.ts';

export type SubjectKind = 'learner' | 'staff';

export type NewWebSession = {
  readonly idHash: Buffer;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly userAgent: string | null;
  readonly now: Date;
  readonly expiresAt: Date;
};

export async function insertWebSession(db: Db, session: NewWebSession): Promise<void> {
  await db
    .insertInto('webSessions')
    .values({
      idHash: session.idHash,
      subjectKind: session.subjectKind,
      subjectId: session.subjectId,
      content: JSON.stringify({}),
      userAgent: session.userAgent,
      createdAt: session.now,
      lastSeenAt: session.now,
      expiresAt: session.expiresAt,
    })
    .execute();
}

/** The live session with this hash and, for staff, the roles as they are now. */
export function findWebSession(db: Db, idHash: Buffer, now: Date) {
  return db
    .selectFrom('webSessions')
    .leftJoin('staff', (join) =>
      join
        .onRef('staff.id', '=', 'webSessions.subjectId')
        .on('webSessions.subjectKind', '=', 'staff'),
    )
    .select([
      'webSessions.idHash',
      'webSessions.subjectKind',
      'webSessions.subjectId',
      'webSessions.lastSeenAt',
      'webSessions.expiresAt',
      'staff.roles',
      'staff.disabledAt',
    ])
    .where('webSessions.idHash', '=', idHash)
    .where('webSessions.expiresAt', '>', now)
    .executeTakeFirst();
}

/** Moves the end of a session that is in use. */
export async function touchWebSession(
  db: Db,
  idHash: Buffer,
  now: Date,
  expiresAt: Date,
): Promise<void> {
  await db
    .updateTable('webSessions')
    .set({ lastSeenAt: now, expiresAt })
    .where('idHash', '=', idHash)
    .execute();
}

export async function deleteWebSession(db: Db, idHash: Buffer): Promise<void> {
  await db.deleteFrom('webSessions').where('idHash', '=', idHash).execute();
}

/** Ends all sessions of someone, `except` one; the next request of each is signed out. */
export async function endWebSessions(
  db: Db,
  subjectKind: SubjectKind,
  subjectId: string,
  except?: Buffer,
): Promise<void> {
  await db
    .deleteFrom('webSessions')
    .where('subjectKind', '=', subjectKind)
    .where('subjectId', '=', subjectId)
    .$if(except !== undefined, (query) => query.where('idHash', '<>', except ?? Buffer.alloc(0)))
    .execute();
}

/** The live sessions of someone, most recently used first. */
export function webSessionsOf(db: Db, subjectKind: SubjectKind, subjectId: string, now: Date) {
  return db
    .selectFrom('webSessions')
    .select(['idHash', 'userAgent', 'createdAt', 'lastSeenAt'])
    .where('subjectKind', '=', subjectKind)
    .where('subjectId', '=', subjectId)
    .where('expiresAt', '>', now)
    .orderBy('lastSeenAt', 'desc')
    .limit(50)
    .execute();
}

/** Forgets sessions that are over; says how many. */
export async function deleteExpiredWebSessions(db: Db, now: Date): Promise<number> {
  const done = await db.deleteFrom('webSessions').where('expiresAt', '<=', now).executeTakeFirst();
  return Number(done.numDeletedRows);
}
