import type { Insertable } from 'kysely';
import type { Db } from './connect.ts';
import type { CaseTexts } from './schema.gen.ts';

/** Keeps a sealed text under its id; the same id again changes nothing. */
export async function insertCaseText(db: Db, text: Insertable<CaseTexts>): Promise<void> {
  await db
    .insertInto('caseTexts')
    .values(text)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** The sealed text with this id; null when there is none. */
export const caseTextById = async (db: Db, id: string): Promise<Buffer | null> =>
  (await db.selectFrom('caseTexts').select('textSealed').where('id', '=', id).executeTakeFirst())
    ?.textSealed ?? null;

/** The wrapped data key of the learner an enrolment belongs to; null once it is destroyed. */
export const wrappedKeyOfEnrolment = async (db: Db, enrolmentId: string): Promise<Buffer | null> =>
  (
    await db
      .selectFrom('enrolments as e')
      .innerJoin('learners as l', 'l.id', 'e.learnerId')
      .select('l.wrappedDataKey')
      .where('e.id', '=', enrolmentId)
      .executeTakeFirst()
  )?.wrappedDataKey ?? null;
