import type { Insertable } from 'kysely';
import type { Db } from './connect.ts';
import type { CaseTexts } from './schema.gen.ts';

/** Keeps a sealed text and gives its id, the only part of it that the process carries. */
export const insertCaseText = async (db: Db, text: Insertable<CaseTexts>): Promise<string> =>
  (await db.insertInto('caseTexts').values(text).returning('id').executeTakeFirstOrThrow()).id;

/** The sealed text with this id; null when there is none. */
export const caseTextById = async (db: Db, id: string): Promise<Buffer | null> =>
  (await db.selectFrom('caseTexts').select('textSealed').where('id', '=', id).executeTakeFirst())
    ?.textSealed ?? null;
