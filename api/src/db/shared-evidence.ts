import { sql } from 'kysely';
import type { Db } from './connect.ts';

type EpochKey = { readonly enrolmentId: string; readonly epoch: number };

/**
 * Snapshots of an epoch whose picture is all but the same as another learner's: equal perceptual
 * hashes. A calm sitter repeats only themself, so this is looked for between learners alone.
 */
const picturesShared = (db: Db, key: EpochKey) =>
  db
    .selectFrom('snapshots as s')
    .select(['s.id as checkId', 's.sessionId'])
    .where('s.enrolmentId', '=', key.enrolmentId)
    .where('s.epoch', '=', key.epoch)
    .where('s.perceptualHash', 'is not', null)
    .where('s.perceptualHash', '<>', 0)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('snapshots as o')
          .select('o.id')
          .whereRef('o.perceptualHash', '=', 's.perceptualHash')
          .whereRef('o.learnerId', '<>', 's.learnerId'),
      ),
    )
    .execute();

const flagged = (db: Db, key: EpochKey, flag: string) =>
  db
    .selectFrom('snapshots')
    .select(['id as checkId', 'sessionId'])
    .where('enrolmentId', '=', key.enrolmentId)
    .where('epoch', '=', key.epoch)
    .where(sql<boolean>`${flag} = ANY(flags)`)
    .execute();

/** Snapshots of an epoch also seen with another learner: the same picture, or a colleague's face. */
export async function facesSharedWith(
  db: Db,
  key: EpochKey,
  colleagueFlag: string,
): Promise<{ checkId: string; sessionId: string; by: 'picture' | 'portrait' }[]> {
  const [pictures, colleagues] = await Promise.all([
    picturesShared(db, key),
    flagged(db, key, colleagueFlag),
  ]);
  return [
    ...pictures.map((row) => ({ ...row, by: 'picture' as const })),
    ...colleagues.map((row) => ({ ...row, by: 'portrait' as const })),
  ];
}

/** Sessions this close to each other in one browser are worth a note. */
const NEARBY_MINUTES = 30;

/** Sessions of an epoch in whose browser other learners studied at the same time, or just before or after. */
export async function devicesSharedWith(
  db: Db,
  key: EpochKey,
): Promise<{ sessionId: string; learners: number; overlapping: boolean }[]> {
  const nearby = sql.lit(`${NEARBY_MINUTES} minutes`);
  const { rows } = await sql<{ sessionId: string; learners: number; overlapping: boolean }>`
    SELECT s.id AS session_id,
           count(DISTINCT o.learner_id)::int AS learners,
           bool_or(o.started_at < coalesce(s.ended_at, s.last_beat_at)
               AND coalesce(o.ended_at, o.last_beat_at) > s.started_at) AS overlapping
    FROM study_sessions s
    JOIN study_sessions o ON o.device_mark = s.device_mark AND o.learner_id <> s.learner_id
      AND NOT o.replay
      AND o.started_at <= coalesce(s.ended_at, s.last_beat_at) + interval ${nearby}
      AND coalesce(o.ended_at, o.last_beat_at) >= s.started_at - interval ${nearby}
    WHERE s.enrolment_id = ${key.enrolmentId} AND s.epoch = ${key.epoch} AND NOT s.replay
      AND s.device_mark IS NOT NULL
    GROUP BY s.id
    ORDER BY s.id`.execute(db);
  return rows;
}

/**
 * Sealed portraits of the people around a session: of the same employer in the same study year, or who
 * studied in the same browser. The newest first, at most `limit`.
 */
export const templatesNearby = (
  db: Db,
  session: {
    readonly learnerId: string;
    readonly enrolmentId: string;
    readonly deviceMark: Buffer | null;
  },
  limit: number,
) =>
  db
    .selectFrom('faceTemplates as t')
    .innerJoin('learners as l', 'l.id', 't.learnerId')
    .select(['t.descriptorSealed', 't.modelId', 't.weightsHash', 'l.wrappedDataKey'])
    .where('t.learnerId', '<>', session.learnerId)
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('enrolments as e')
            .innerJoin('enrolments as own', (join) =>
              join
                .onRef('own.employer', '=', 'e.employer')
                .onRef('own.studyYear', '=', 'e.studyYear')
                .on('own.id', '=', session.enrolmentId),
            )
            .select('e.id')
            .whereRef('e.learnerId', '=', 't.learnerId'),
        ),
        eb.exists(
          eb
            .selectFrom('studySessions as o')
            .select('o.id')
            .whereRef('o.learnerId', '=', 't.learnerId')
            .where('o.deviceMark', '=', session.deviceMark),
        ),
      ]),
    )
    .orderBy('t.createdAt', 'desc')
    .limit(limit)
    .execute();
