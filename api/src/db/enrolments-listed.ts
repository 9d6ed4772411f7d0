import { sql } from 'kysely';
import type { Db } from './connect.ts';

export type EnrolmentFilter = {
  readonly post?: string;
  readonly studyYear?: number;
  /** A tag of the lifecycle, such as `audit.open`. */
  readonly tag?: string;
  readonly employer?: string;
  readonly learnerId?: string;
};

const listed = (db: Db) =>
  db
    .selectFrom('enrolments as e')
    .innerJoin('learners as l', 'l.id', 'e.learnerId')
    .select([
      'e.id',
      'e.learnerId',
      'e.post',
      'e.studyYear',
      'e.policyId',
      'e.policyVersion',
      'e.employer',
      'e.examRequired',
      'e.machineVersion',
      'e.state',
      'e.stateContext',
      'e.stateSeq',
      'e.stateTags',
      'e.stateAt',
      'e.epoch',
      'e.hoursCompletedAt',
      'e.examPassedAt',
      'e.evidenceVersion',
      'e.createdAt',
      'l.wrappedDataKey',
      'l.nameSealed',
      'l.idNumberSealed',
      'l.phoneSealed',
    ]);

/** One page of enrolments, newest first; the cursor is the last id seen. */
export async function enrolmentsPage(
  db: Db,
  filter: EnrolmentFilter,
  page: { readonly limit: number; readonly before?: string },
) {
  let query = listed(db);
  if (filter.post !== undefined) query = query.where('e.post', '=', filter.post);
  if (filter.studyYear !== undefined) query = query.where('e.studyYear', '=', filter.studyYear);
  if (filter.employer !== undefined) query = query.where('e.employer', '=', filter.employer);
  if (filter.learnerId !== undefined) query = query.where('e.learnerId', '=', filter.learnerId);
  if (filter.tag !== undefined)
    query = query.where(sql<boolean>`e.state_tags @> ARRAY[${filter.tag}]::text[]`);
  if (page.before !== undefined) query = query.where('e.id', '<', page.before);
  return query.orderBy('e.id', 'desc').limit(page.limit).execute();
}

/** One enrolment with its learner's sealed columns; null when there is none. */
export const enrolmentShown = async (db: Db, id: string) =>
  (await listed(db).where('e.id', '=', id).executeTakeFirst()) ?? null;

/** What the lifecycle has taken so far, in order. */
export const eventsOfEnrolment = (db: Db, enrolmentId: string) =>
  db
    .selectFrom('lifecycleEvents')
    .select(['seq', 'type', 'at', 'actor', 'stateTags'])
    .where('enrolmentId', '=', enrolmentId)
    .orderBy('seq')
    .execute();

/** Seconds studied, credited and cleared, summed from the ledger by course kind. */
export const ledgerTotals = (db: Db, enrolmentId: string) =>
  db
    .selectFrom('hourLedger as h')
    .leftJoin('lessons as le', 'le.id', 'h.lessonId')
    .leftJoin('courses as c', 'c.id', 'le.courseId')
    .select(['h.epoch', 'h.entry', 'c.kind'])
    .select((eb) => eb.fn.sum<number>('h.seconds').as('seconds'))
    .where('h.enrolmentId', '=', enrolmentId)
    .groupBy(['h.epoch', 'h.entry', 'c.kind'])
    .orderBy('h.epoch')
    .execute();
