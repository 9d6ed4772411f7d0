import { dayOf, endOfDay, startOfDay } from '@xuzheng/engine';
import { sql } from 'kysely';
import type { Insertable, Kysely, Selectable } from 'kysely';
import type { DB, StudySegments } from './schema.gen.ts';

export type StudySegmentRow = Selectable<StudySegments>;

/** Segments of one session in order. */
export const segmentsOfSession = (db: Kysely<DB>, sessionId: string): Promise<StudySegmentRow[]> =>
  db
    .selectFrom('studySegments')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('n')
    .execute();

/** Segments of several sessions, in the order of time. */
export async function segmentsOfSessions(
  db: Kysely<DB>,
  sessionIds: readonly string[],
): Promise<StudySegmentRow[]> {
  if (sessionIds.length === 0) return [];
  return db
    .selectFrom('studySegments')
    .selectAll()
    .where('sessionId', 'in', sessionIds)
    .orderBy('startedAt')
    .orderBy('sessionId')
    .orderBy('n')
    .execute();
}

/** Writes segments; one that is already there, still growing, is replaced by its longer self. */
export async function saveSegments(
  db: Kysely<DB>,
  segments: readonly Insertable<StudySegments>[],
): Promise<void> {
  if (segments.length === 0) return;
  await db
    .insertInto('studySegments')
    .values([...segments])
    .onConflict((conflict) =>
      conflict.columns(['sessionId', 'n']).doUpdateSet((eb) => ({
        kind: eb.ref('excluded.kind'),
        reason: eb.ref('excluded.reason'),
        startedAt: eb.ref('excluded.startedAt'),
        endedAt: eb.ref('excluded.endedAt'),
        lessonFrom: eb.ref('excluded.lessonFrom'),
        lessonTo: eb.ref('excluded.lessonTo'),
        beats: eb.ref('excluded.beats'),
        intervalMeanMs: eb.ref('excluded.intervalMeanMs'),
        intervalM2: eb.ref('excluded.intervalM2'),
        presenceAt: eb.ref('excluded.presenceAt'),
        evidence: eb.ref('excluded.evidence'),
      })),
    )
    .execute();
}

/** Takes away the segments from number `n` on. */
export async function dropSegmentsFrom(
  db: Kysely<DB>,
  sessionId: string,
  n: number,
): Promise<void> {
  await db
    .deleteFrom('studySegments')
    .where('sessionId', '=', sessionId)
    .where('n', '>=', n)
    .execute();
}

/** Uncounted seconds of sessions by reason. */
export async function uncountedOfSessions(db: Kysely<DB>, sessionIds: readonly string[]) {
  if (sessionIds.length === 0) return [];
  return db
    .selectFrom('studySegments')
    .select(['sessionId', 'reason'])
    .select(sql<number>`sum(extract(epoch FROM ended_at - started_at))::numeric`.as('seconds'))
    .where('sessionId', 'in', sessionIds)
    .where('kind', '=', 'uncounted')
    .groupBy(['sessionId', 'reason'])
    .execute();
}

/** Seconds a learner has been credited, or has pending, on the Shanghai day of an instant. */
export async function secondsUsedOn(
  db: Kysely<DB>,
  learnerId: string,
  at: number,
): Promise<number> {
  const from = new Date(startOfDay(dayOf(at)));
  const to = new Date(endOfDay(dayOf(at)));
  const row = await db
    .selectFrom('studySegments as g')
    .innerJoin('studySessions as s', 's.id', 'g.sessionId')
    .select(
      sql<number>`coalesce(sum(extract(epoch FROM
        least(g.ended_at, ${to}) - greatest(g.started_at, ${from}))), 0)::numeric`.as('seconds'),
    )
    .where('s.learnerId', '=', learnerId)
    .where('g.kind', '<>', 'uncounted')
    .where('g.endedAt', '>', from)
    .where('g.startedAt', '<', to)
    .executeTakeFirstOrThrow();
  return row.seconds;
}
