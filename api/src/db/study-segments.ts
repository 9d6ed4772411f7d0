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
