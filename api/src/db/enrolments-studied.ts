import type { Selectable } from 'kysely';
import type { Db } from './connect.ts';
import type { Enrolments } from './schema.gen.ts';

export type EnrolmentRow = Selectable<Enrolments>;

/** A learner's enrolments, the newest study year first. */
export const enrolmentsOfLearner = (db: Db, learnerId: string): Promise<EnrolmentRow[]> =>
  db
    .selectFrom('enrolments')
    .selectAll()
    .where('learnerId', '=', learnerId)
    .orderBy('studyYear', 'desc')
    .orderBy('id', 'desc')
    .execute();

/** One enrolment of this learner; somebody else's is not found. */
export const findEnrolmentOf = (
  db: Db,
  id: string,
  learnerId: string,
): Promise<EnrolmentRow | undefined> =>
  db
    .selectFrom('enrolments')
    .selectAll()
    .where('id', '=', id)
    .where('learnerId', '=', learnerId)
    .executeTakeFirst();

/** Locks the enrolment: its facts change under one hand at a time. */
export const lockEnrolment = (db: Db, id: string): Promise<EnrolmentRow> =>
  db
    .selectFrom('enrolments')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();

/** Notes that the hours of an epoch are complete. False when they already were, or the epoch is over. */
export async function noteHoursCompleted(
  db: Db,
  key: { id: string; epoch: number },
  at: Date,
): Promise<boolean> {
  const row = await db
    .updateTable('enrolments')
    .set({ hoursCompletedAt: at })
    .where('id', '=', key.id)
    .where('epoch', '=', key.epoch)
    .where('hoursCompletedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes a passed exam. False when it was passed before. */
export async function noteExamPassed(db: Db, id: string, at: Date): Promise<boolean> {
  const row = await db
    .updateTable('enrolments')
    .set({ examPassedAt: at })
    .where('id', '=', id)
    .where('examPassedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** New evidence: whoever decides must have seen it. */
export async function raiseEvidenceVersion(db: Db, id: string): Promise<void> {
  await db
    .updateTable('enrolments')
    .set((eb) => ({ evidenceVersion: eb('evidenceVersion', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/**
 * Enrolments with complete hours whose findings have not been collected since, every snapshot of
 * the epoch checked. Locked for this transaction; what another worker holds is passed over.
 */
export const enrolmentsToCollect = (db: Db, limit: number): Promise<EnrolmentRow[]> =>
  db
    .selectFrom('enrolments as e')
    .selectAll('e')
    .where('e.hoursCompletedAt', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('e.findingsCollectedAt', 'is', null),
        eb('e.findingsCollectedAt', '<', eb.ref('e.hoursCompletedAt')),
      ]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('snapshots as s')
            .select('s.id')
            .whereRef('s.enrolmentId', '=', 'e.id')
            .whereRef('s.epoch', '=', 'e.epoch')
            .where('s.outcome', '=', 'pending'),
        ),
      ),
    )
    .orderBy('e.hoursCompletedAt')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();

export async function noteFindingsCollected(db: Db, id: string, at: Date): Promise<void> {
  await db
    .updateTable('enrolments')
    .set({ findingsCollectedAt: at })
    .where('id', '=', id)
    .execute();
}

/** New evidence of an epoch whose hours are complete already. True when there is such an epoch. */
export async function raiseLateEvidence(
  db: Db,
  key: { readonly enrolmentId: string; readonly epoch: number },
): Promise<boolean> {
  const row = await db
    .updateTable('enrolments')
    .set((eb) => ({ evidenceVersion: eb('evidenceVersion', '+', 1) }))
    .where('id', '=', key.enrolmentId)
    .where('epoch', '=', key.epoch)
    .where('hoursCompletedAt', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
