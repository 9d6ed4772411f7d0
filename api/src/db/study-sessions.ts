import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { DB, StudySessions } from './schema.gen.ts';

export type StudySessionRow = Selectable<StudySessions>;

export const insertSession = (
  db: Kysely<DB>,
  session: Insertable<StudySessions>,
): Promise<StudySessionRow> =>
  db.insertInto('studySessions').values(session).returningAll().executeTakeFirstOrThrow();

/** A session of this learner; somebody else's is not found. */
export const findSessionOf = (
  db: Kysely<DB>,
  id: string,
  learnerId: string,
): Promise<StudySessionRow | undefined> =>
  db
    .selectFrom('studySessions')
    .selectAll()
    .where('id', '=', id)
    .where('learnerId', '=', learnerId)
    .executeTakeFirst();

/** Locks the row until the transaction ends; the day on which its study year is over comes with it. */
export const lockSession = (
  db: Kysely<DB>,
  id: string,
): Promise<(StudySessionRow & { yearEndsOn: string | null }) | undefined> =>
  db
    .selectFrom('studySessions')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('enrolments')
        .select('enrolments.yearEndsOn')
        .whereRef('enrolments.id', '=', 'studySessions.enrolmentId')
        .as('yearEndsOn'),
    )
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

/** Writes changes of a session that the transaction holds locked; its revision grows. */
export const updateSession = (
  db: Kysely<DB>,
  id: string,
  changes: Omit<Updateable<StudySessions>, 'revision'>,
): Promise<StudySessionRow> =>
  db
    .updateTable('studySessions')
    .set((eb) => ({ ...changes, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

/**
 * The learner's sessions that have not ended, locked: a beat that is being stored is waited for. At
 * most one, but a crash may leave more.
 */
export const openSessionsOf = (db: Kysely<DB>, learnerId: string): Promise<StudySessionRow[]> =>
  db
    .selectFrom('studySessions')
    .selectAll()
    .where('learnerId', '=', learnerId)
    .where('endedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();

/** Open sessions without a beat since the instant, the longest silent first. */
export const silentSessions = (
  db: Kysely<DB>,
  since: Date,
  limit: number,
): Promise<StudySessionRow[]> =>
  db
    .selectFrom('studySessions')
    .selectAll()
    .where('endedAt', 'is', null)
    .where('lastBeatAt', '<', since)
    .orderBy('lastBeatAt')
    .limit(limit)
    .execute();

/** Open sessions with a camera whose learner's two consents are not both live in this version. */
export const faceSessionsWithoutConsent = (db: Kysely<DB>, version: string, learnerId?: string) =>
  db
    .selectFrom('studySessions as s')
    .select(['s.id', 's.learnerId'])
    .where('s.endedAt', 'is', null)
    .where('s.attended', '=', false)
    .where('s.replay', '=', false)
    .$if(learnerId !== undefined, (query) => query.where('s.learnerId', '=', learnerId ?? ''))
    .where(
      (eb) =>
        eb
          .selectFrom('consents as c')
          .whereRef('c.learnerId', '=', 's.learnerId')
          .where('c.version', '=', version)
          .where('c.withdrawnAt', 'is', null)
          .select((c) => c.fn.countAll<number>().as('live')),
      '<',
      2,
    )
    .limit(100)
    .execute();

/** All sessions of one enrolment and epoch, free replay left out. */
export const sessionsOfEpoch = (
  db: Kysely<DB>,
  key: { enrolmentId: string; epoch: number },
): Promise<StudySessionRow[]> =>
  db
    .selectFrom('studySessions')
    .selectAll()
    .where('enrolmentId', '=', key.enrolmentId)
    .where('epoch', '=', key.epoch)
    .where('replay', '=', false)
    .orderBy('id')
    .execute();

/** What the last session of each lesson in an epoch came to; of those before `before` when given. */
export const lastSessionsOfLessons = (
  db: Kysely<DB>,
  key: { enrolmentId: string; epoch: number },
  before?: string,
) =>
  db
    .selectFrom('studySessions')
    .distinctOn('lessonId')
    .select(['id', 'lessonId', 'pendingSeconds'])
    .where('enrolmentId', '=', key.enrolmentId)
    .where('epoch', '=', key.epoch)
    .where('replay', '=', false)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('lessonId')
    .orderBy('id', 'desc')
    .execute();

/** The learner's newest session under checks: no free replay, no attended study. */
export const lastStudiedSession = (
  db: Kysely<DB>,
  learnerId: string,
): Promise<StudySessionRow | undefined> =>
  db
    .selectFrom('studySessions')
    .selectAll()
    .where('learnerId', '=', learnerId)
    .where('replay', '=', false)
    .where('attended', '=', false)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
