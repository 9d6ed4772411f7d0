import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { Courses, DB } from './schema.gen.ts';

export type CourseRow = Selectable<Courses>;

/** Which courses an enrolment studies: its post, its study year, its policy. */
export interface CourseFor {
  readonly post: string;
  readonly studyYear: number;
  readonly policyId: string;
}

/** Newest first, after the cursor (an id), at most `limit` rows. */
export function listCourses(
  db: Kysely<DB>,
  asked: { cursor?: string | undefined; limit: number; studyYear?: number | undefined },
): Promise<CourseRow[]> {
  let query = db.selectFrom('courses').selectAll().orderBy('id', 'desc').limit(asked.limit);
  if (asked.cursor) query = query.where('id', '<', asked.cursor);
  if (asked.studyYear !== undefined) query = query.where('studyYear', '=', asked.studyYear);
  return query.execute();
}

export const findCourse = (db: Kysely<DB>, id: string): Promise<CourseRow | undefined> =>
  db.selectFrom('courses').selectAll().where('id', '=', id).executeTakeFirst();

/** The published courses an enrolment studies, in their order. */
export function coursesFor(db: Kysely<DB>, asked: CourseFor): Promise<CourseRow[]> {
  return db
    .selectFrom('courses')
    .selectAll()
    .where('publishedAt', 'is not', null)
    .where('studyYear', '=', asked.studyYear)
    .where((eb) => eb(eb.val(asked.post), '=', eb.fn.any('posts')))
    .where((eb) => eb.or([eb('policyId', 'is', null), eb('policyId', '=', asked.policyId)]))
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export const insertCourse = (db: Kysely<DB>, course: Insertable<Courses>): Promise<CourseRow> =>
  db.insertInto('courses').values(course).returningAll().executeTakeFirstOrThrow();

export const updateCourse = (
  db: Kysely<DB>,
  id: string,
  changes: Updateable<Courses>,
): Promise<CourseRow | undefined> =>
  db.updateTable('courses').set(changes).where('id', '=', id).returningAll().executeTakeFirst();
