import type { Selectable } from 'kysely';
import type { Db } from './connect.ts';
import type { HandOvers } from './schema.gen.ts';

export type HandOverRow = Selectable<HandOvers>;

export type NewHandOver = {
  readonly tokenHash: Buffer;
  readonly learnerId: string;
  readonly place: string;
  readonly enrolmentId: string | null;
  readonly lessonId: string | null;
  readonly madeBySession: Buffer;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

/** Puts a link in the place of the learner's unused one; that one is then unknown. */
export async function replaceHandOver(db: Db, handOver: NewHandOver): Promise<string> {
  const { learnerId, ...link } = handOver;
  const row = await db
    .insertInto('handOvers')
    .values(handOver)
    .onConflict((conflict) =>
      conflict.column('learnerId').where('usedAt', 'is', null).doUpdateSet(link),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The link of a token, and whether whoever made it is still signed in there. */
export function findHandOver(db: Db, tokenHash: Buffer, now: Date) {
  return db
    .selectFrom('handOvers')
    .leftJoin('webSessions', (join) =>
      join
        .onRef('webSessions.idHash', '=', 'handOvers.madeBySession')
        .onRef('webSessions.subjectId', '=', 'handOvers.learnerId')
        .on('webSessions.expiresAt', '>', now),
    )
    .selectAll('handOvers')
    .select('webSessions.idHash as liveSession')
    .where('handOvers.tokenHash', '=', tokenHash)
    .executeTakeFirst();
}

/** Uses a link up; false when somebody was faster. */
export async function useHandOver(db: Db, id: string, now: Date): Promise<boolean> {
  const done = await db
    .updateTable('handOvers')
    .set({ usedAt: now })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Forgets links from before `before`; says how many. */
export async function deleteOldHandOvers(db: Db, before: Date): Promise<number> {
  const done = await db.deleteFrom('handOvers').where('createdAt', '<', before).executeTakeFirst();
  return Number(done.numDeletedRows);
}
