import type { Absence } from '@xuzheng/engine';
import type { Insertable } from 'kysely';
import type { Db } from './connect.ts';
import type { StaffAbsences } from './schema.gen.ts';

const kept = (db: Db, today: string) =>
  db
    .selectFrom('staffAbsences as a')
    .innerJoin('staff as s', 's.id', 'a.staffId')
    .leftJoin('staff as d', 'd.id', 'a.deputyId')
    .where('a.cancelledAt', 'is', null)
    .where('a.untilOn', '>=', today)
    .where('s.disabledAt', 'is', null);

/** Absences that run or are to come, soonest first. */
export const absencesFrom = (db: Db, today: string) =>
  kept(db, today)
    .select([
      ...(['a.id', 'a.staffId', 'a.deputyId', 'a.fromOn', 'a.untilOn'] as const),
      ...(['s.displayName as name', 'd.displayName as deputyName'] as const),
    ])
    .orderBy('a.fromOn')
    .orderBy('a.id')
    .execute();

/** Everybody who is not there on a day; an account that was closed is away without a deputy. */
export async function absencesOn(db: Db, today: string): Promise<Absence[]> {
  const away = await kept(db, today)
    .select(['a.staffId', 'a.deputyId', 'a.fromOn', 'a.untilOn'])
    .where('a.fromOn', '<=', today)
    .orderBy('a.createdAt', 'desc')
    .execute();
  const gone = await db
    .selectFrom('staff')
    .select('id')
    .where('disabledAt', 'is not', null)
    .execute();
  const closed = gone.map(({ id }) => ({
    ...{ staffId: id, deputyId: null, fromOn: today, untilOn: today },
  }));
  return [...closed, ...away];
}

/** Keeps an absence; the same id again is the same absence. */
export async function insertAbsence(db: Db, absence: Insertable<StaffAbsences>): Promise<void> {
  await db
    .insertInto('staffAbsences')
    .values(absence)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export const absenceById = (db: Db, id: string) =>
  db
    .selectFrom('staffAbsences')
    .select(['id', 'staffId', 'cancelledAt'])
    .where('id', '=', id)
    .executeTakeFirst();

export async function cancelAbsence(db: Db, id: string, at: Date): Promise<void> {
  await db
    .updateTable('staffAbsences')
    .set({ cancelledAt: at })
    .where('id', '=', id)
    .where('cancelledAt', 'is', null)
    .execute();
}
