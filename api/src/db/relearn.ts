import type { Db } from './connect.ts';

/** The audit of an enrolment with this number; null when there is none. */
export const auditIdByNumber = async (
  db: Db,
  enrolmentId: string,
  n: number,
): Promise<string | null> =>
  (
    await db
      .selectFrom('audits')
      .select('id')
      .where('enrolmentId', '=', enrolmentId)
      .where('n', '=', n)
      .executeTakeFirst()
  )?.id ?? null;

/** Seconds an audit cleared, as the ledger has them. */
export async function clearedSecondsOf(db: Db, auditId: string): Promise<number> {
  const row = await db
    .selectFrom('hourLedger')
    .select((eb) => eb.fn.sum<number | null>('seconds').as('seconds'))
    .where('auditId', '=', auditId)
    .where('entry', '=', 'hours.cleared')
    .executeTakeFirstOrThrow();
  return Math.abs(row.seconds ?? 0);
}

/** The lessons of an enrolment in order, each with what is watched of it in the current epoch. */
export const relearnLessons = (db: Db, enrolmentId: string) =>
  db
    .selectFrom('enrolments as e')
    .innerJoin('courses as c', (join) =>
      join
        .onRef('c.studyYear', '=', 'e.studyYear')
        .on((eb) => eb('e.post', '=', eb.fn.any('c.posts')))
        .on('c.publishedAt', 'is not', null)
        .on((eb) =>
          eb.or([eb('c.policyId', 'is', null), eb('c.policyId', '=', eb.ref('e.policyId'))]),
        ),
    )
    .innerJoin('lessons as l', 'l.courseId', 'c.id')
    .leftJoin('lessonProgress as p', (join) =>
      join
        .onRef('p.enrolmentId', '=', 'e.id')
        .onRef('p.epoch', '=', 'e.epoch')
        .onRef('p.lessonId', '=', 'l.id'),
    )
    .select(['l.id', 'l.title', 'l.durationSeconds', 'p.watched', 'p.completedAt'])
    .where('e.id', '=', enrolmentId)
    .orderBy('c.position')
    .orderBy('l.position')
    .execute();
