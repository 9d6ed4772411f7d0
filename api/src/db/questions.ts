import type { Question } from '@xuzheng/engine';
import type { Insertable, Kysely, Selectable } from 'kysely';
import type { DB, Questions } from './schema.gen.ts';

export type QuestionRow = Selectable<Questions>;

/** A stored question as the engine reads it, with its key. */
export const questionOf = (row: QuestionRow): Question => ({
  id: row.id,
  version: row.version,
  kind: row.kind as Question['kind'],
  topic: row.topic,
  stem: row.stem,
  options: row.options as string[],
  answer: row.answer,
});

/** Live questions, newest first, after the cursor (an id), at most `limit` rows. */
export function listQuestions(
  db: Kysely<DB>,
  asked: {
    cursor?: string | undefined;
    limit: number;
    post?: string | undefined;
    topic?: string | undefined;
    retired?: boolean | undefined;
  },
): Promise<QuestionRow[]> {
  let query = db.selectFrom('questions').selectAll().orderBy('id', 'desc').limit(asked.limit);
  query = query.where('retiredAt', asked.retired ? 'is not' : 'is', null);
  if (asked.cursor) query = query.where('id', '<', asked.cursor);
  if (asked.post) query = query.where('post', '=', asked.post);
  if (asked.topic) query = query.where('topic', '=', asked.topic);
  return query.execute();
}

/** Every live question that may be asked of a post: its own and those for every post. */
export function bankFor(db: Kysely<DB>, post: string): Promise<QuestionRow[]> {
  return db
    .selectFrom('questions')
    .selectAll()
    .where('retiredAt', 'is', null)
    .where((eb) => eb.or([eb('post', 'is', null), eb('post', '=', post)]))
    .orderBy('id')
    .execute();
}

export const findQuestion = (db: Kysely<DB>, id: string): Promise<QuestionRow | undefined> =>
  db.selectFrom('questions').selectAll().where('id', '=', id).executeTakeFirst();

/** Locks every version of a code, the newest first. */
export function lockQuestionVersions(db: Kysely<DB>, code: string): Promise<QuestionRow[]> {
  return db
    .selectFrom('questions')
    .selectAll()
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .forUpdate()
    .execute();
}

export const insertQuestion = (
  db: Kysely<DB>,
  question: Insertable<Questions>,
): Promise<QuestionRow> =>
  db.insertInto('questions').values(question).returningAll().executeTakeFirstOrThrow();

/** A retired question stays for the papers that were drawn with it. */
export async function retireQuestion(db: Kysely<DB>, id: string, at: Date): Promise<void> {
  await db
    .updateTable('questions')
    .set({ retiredAt: at })
    .where('id', '=', id)
    .where('retiredAt', 'is', null)
    .execute();
}
