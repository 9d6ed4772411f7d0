import {
  LIVENESS_PROMPTS,
  NO_ACCOMMODATION,
  type Accommodation,
  type LivenessPrompt,
} from '@xuzheng/engine';
import type { Insertable } from 'kysely';
import type { Db } from './connect.ts';
import type { Accommodations } from './schema.gen.ts';

const isPrompt = (text: string): text is LivenessPrompt =>
  (LIVENESS_PROMPTS as readonly string[]).includes(text);

/** What is recorded for a learner now; nothing special for most. */
export async function accommodationOf(db: Db, learnerId: string): Promise<Accommodation> {
  const row = await db
    .selectFrom('accommodations')
    .select(['leftOut', 'timeFactor'])
    .where('learnerId', '=', learnerId)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return NO_ACCOMMODATION;
  return { leftOut: row.leftOut.filter(isPrompt), timeFactor: row.timeFactor };
}

/** Every record there was, newest first, with who made it. */
export const accommodationsOf = (db: Db, learnerId: string) =>
  db
    .selectFrom('accommodations as a')
    .innerJoin('staff as s', 's.id', 'a.recordedBy')
    .select([
      'a.id',
      'a.leftOut',
      'a.timeFactor',
      'a.reasonSealed',
      'a.recordedAt',
      'a.endedAt',
      's.displayName as recordedBy',
    ])
    .where('a.learnerId', '=', learnerId)
    .orderBy('a.id', 'desc')
    .execute();

export const insertAccommodation = (
  db: Db,
  record: Insertable<Accommodations>,
): Promise<{ id: string }> =>
  db.insertInto('accommodations').values(record).returning('id').executeTakeFirstOrThrow();

/** Ends what is in force; says whether there was anything. */
export async function endAccommodation(
  db: Db,
  learnerId: string,
  ended: { readonly endedBy: string; readonly endedAt: Date },
): Promise<boolean> {
  const done = await db
    .updateTable('accommodations')
    .set(ended)
    .where('learnerId', '=', learnerId)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
