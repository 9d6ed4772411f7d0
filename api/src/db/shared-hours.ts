import type { LedgerEntry } from '@xuzheng/engine';
import type { Db } from './connect.ts';
import type { EnrolmentRow } from './enrolments-studied.ts';

/**
 * Locks every enrolment of the same learner and study year, in the order of their ids: whoever shares
 * hours and whoever clears them never wait for each other in a circle. Gives them all, this one among them.
 */
export async function lockSameYear(db: Db, enrolmentId: string): Promise<EnrolmentRow[]> {
  await sameYear(db, enrolmentId);
  // One that was being made while this waited for its turn is there only now.
  return sameYear(db, enrolmentId);
}

const sameYear = (db: Db, enrolmentId: string): Promise<EnrolmentRow[]> =>
  db
    .selectFrom('enrolments as e')
    .selectAll('e')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('enrolments as own')
          .select('own.id')
          .where('own.id', '=', enrolmentId)
          .whereRef('own.learnerId', '=', 'e.learnerId')
          .whereRef('own.studyYear', '=', 'e.studyYear'),
      ),
    )
    .orderBy('e.id')
    .forUpdate('e')
    .execute();

/** Lessons of public courses that were studied for this enrolment itself, with when, as the ledger has them. */
export const publicLessonsStudied = (db: Db, enrolmentId: string) =>
  db
    .selectFrom('hourLedger as h')
    .innerJoin('lessons as l', 'l.id', 'h.lessonId')
    .innerJoin('courses as c', 'c.id', 'l.courseId')
    .select(['l.id as lessonId', 'h.epoch', 'l.durationSeconds'])
    .select((eb) => [
      eb.fn.max('h.at').as('completedAt'),
      eb
        .selectFrom('studySessions as s')
        .select((inner) => inner.fn.min('s.startedAt').as('first'))
        .whereRef('s.enrolmentId', '=', 'h.enrolmentId')
        .whereRef('s.epoch', '=', 'h.epoch')
        .whereRef('s.lessonId', '=', 'l.id')
        .where('s.replay', '=', false)
        .as('startedAt'),
    ])
    .where('h.enrolmentId', '=', enrolmentId)
    .where('h.entry', '=', 'hours.studied')
    .where('h.originId', 'is', null)
    .where('c.kind', '=', 'public')
    .groupBy(['h.enrolmentId', 'l.id', 'h.epoch', 'l.durationSeconds'])
    .orderBy('l.id')
    .orderBy('h.epoch')
    .execute();

/** Appends the entry of a lesson that was studied for another enrolment. Once per enrolment and epoch. */
export async function appendShared(
  db: Db,
  enrolment: Pick<EnrolmentRow, 'id' | 'policyVersion'>,
  { at, ...entry }: LedgerEntry,
  origin: { readonly id: string; readonly epoch: number },
): Promise<void> {
  await db
    .insertInto('hourLedger')
    .values({
      ...entry,
      ...{ enrolmentId: enrolment.id, policyVersion: enrolment.policyVersion, at: new Date(at) },
      ...{ originId: origin.id, originEpoch: origin.epoch },
    })
    .onConflict((oc) =>
      oc
        .columns(['enrolmentId', 'epoch', 'lessonId'])
        .where('originId', 'is not', null)
        .doNothing(),
    )
    .execute();
}

/** Hours of an enrolment that were studied for another post, in the order they came. */
export const sharedInto = (db: Db, enrolmentId: string) =>
  db
    .selectFrom('hourLedger as h')
    .innerJoin('enrolments as o', 'o.id', 'h.originId')
    .innerJoin('lessons as l', 'l.id', 'h.lessonId')
    .select(['h.lessonId', 'h.epoch', 'h.seconds', 'h.at', 'h.originId', 'h.originEpoch'])
    .select(['l.title', 'o.post', 'o.studyYear'])
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('audits as a')
          .select(['a.id as originAuditId', 'a.closedAs as originAudit'])
          .whereRef('a.enrolmentId', '=', 'h.originId')
          .orderBy('a.n', 'desc')
          .limit(1)
          .as('a'),
      (join) => join.onTrue(),
    )
    .select(['a.originAuditId', 'a.originAudit'])
    .select((eb) =>
      eb
        .selectFrom('hourLedger as own')
        .select((inner) => inner.fn.sum<number>('own.seconds').as('standing'))
        .whereRef('own.enrolmentId', '=', 'h.enrolmentId')
        .whereRef('own.epoch', '=', 'h.epoch')
        .whereRef('own.lessonId', '=', 'h.lessonId')
        .where('own.entry', '<>', 'hours.credited')
        .as('standing'),
    )
    .where('h.enrolmentId', '=', enrolmentId)
    .orderBy('h.id')
    .execute();

type SharedInto = Awaited<ReturnType<typeof sharedInto>>[number];

/** Is the shared lesson part of this epoch: come in it, or left standing by a clear before it? */
export const isSharedIn = (row: Pick<SharedInto, 'epoch' | 'standing'>, epoch: number): boolean =>
  row.epoch === epoch || (row.epoch < epoch && Number(row.standing) > 0);

/** Hours that other enrolments have from this one, enrolment by enrolment. */
export const sharedFrom = (db: Db, originId: string) =>
  db
    .selectFrom('hourLedger as h')
    .innerJoin('lessons as l', 'l.id', 'h.lessonId')
    .select(['h.enrolmentId', 'h.lessonId', 'h.originEpoch', 'h.seconds', 'l.title'])
    .where('h.originId', '=', originId)
    .orderBy('h.enrolmentId')
    .orderBy('h.id')
    .execute();

/** The sessions in which these lessons were studied in an epoch, oldest first. */
export async function sessionsOfLessons(
  db: Db,
  key: { readonly enrolmentId: string; readonly epoch: number },
  lessonIds: readonly string[],
): Promise<string[]> {
  if (lessonIds.length === 0) return [];
  const rows = await db
    .selectFrom('studySessions')
    .select('id')
    .where('enrolmentId', '=', key.enrolmentId)
    .where('epoch', '=', key.epoch)
    .where('lessonId', 'in', lessonIds)
    .where('replay', '=', false)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}
