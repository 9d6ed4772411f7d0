import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { DB, Lessons } from './schema.gen.ts';

export type LessonRow = Selectable<Lessons>;

/** Lessons of the courses, in their order. */
export function lessonsOf(db: Kysely<DB>, courseIds: readonly string[]): Promise<LessonRow[]> {
  if (courseIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('lessons')
    .selectAll()
    .where('courseId', 'in', courseIds)
    .orderBy('courseId')
    .orderBy('position')
    .execute();
}

/** These lessons by id. */
export function lessonsNamed(db: Kysely<DB>, ids: readonly string[]): Promise<LessonRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db.selectFrom('lessons').selectAll().where('id', 'in', ids).orderBy('id').execute();
}

export const findLesson = (db: Kysely<DB>, id: string): Promise<LessonRow | undefined> =>
  db.selectFrom('lessons').selectAll().where('id', '=', id).executeTakeFirst();

/** The position after the course's last lesson; 1 for the first. */
export async function nextLessonPosition(db: Kysely<DB>, courseId: string): Promise<number> {
  const row = await db
    .selectFrom('lessons')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('courseId', '=', courseId)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

export const insertLesson = (db: Kysely<DB>, lesson: Insertable<Lessons>): Promise<LessonRow> =>
  db.insertInto('lessons').values(lesson).returningAll().executeTakeFirstOrThrow();

export const updateLesson = (
  db: Kysely<DB>,
  id: string,
  changes: Updateable<Lessons>,
): Promise<LessonRow | undefined> =>
  db.updateTable('lessons').set(changes).where('id', '=', id).returningAll().executeTakeFirst();

export async function deleteLesson(db: Kysely<DB>, id: string): Promise<void> {
  await db.deleteFrom('lessons').where('id', '=', id).execute();
}

/** Has anyone studied, or begun to study, this lesson? Then it stays. */
export async function isLessonStudied(db: Kysely<DB>, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('studySessions')
    .select('id')
    .where('lessonId', '=', id)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Titles of these lessons by id. */
export async function lessonTitles(
  db: Kysely<DB>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('lessons')
    .select(['id', 'title'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.title]));
}
