import type { Db } from './connect.ts';

/** What of a learner's a member of staff can have looked at. */
export type AccessedThing = 'snapshot' | 'portrait' | 'idCard' | 'idNumber' | 'phone';

export type Access = {
  readonly at: Date;
  readonly learnerId: string;
  readonly staffId: string;
  readonly what: AccessedThing;
  readonly ref?: string | null;
  readonly reason: string;
};

/** Records a view, before what is viewed leaves the server. */
export async function recordAccess(db: Db, access: Access): Promise<void> {
  await db
    .insertInto('accessLog')
    .values({ ...access, ref: access.ref ?? null })
    .execute();
}

/** Who looked at what of this learner's, newest first; `before` is the id a page ended with. */
export function accessesOf(db: Db, learnerId: string, limit: number, before?: number) {
  return db
    .selectFrom('accessLog')
    .innerJoin('staff', 'staff.id', 'accessLog.staffId')
    .select([
      'accessLog.id',
      'accessLog.at',
      'accessLog.what',
      'accessLog.reason',
      'staff.displayName',
      'staff.roles',
    ])
    .where('accessLog.learnerId', '=', learnerId)
    .$if(before !== undefined, (query) => query.where('accessLog.id', '<', before ?? 0))
    .orderBy('accessLog.id', 'desc')
    .limit(limit)
    .execute();
}

/** Has this member of staff looked at the learner's portrait since the instant? */
export async function hasSeenPortrait(
  db: Db,
  seen: { readonly staffId: string; readonly learnerId: string; readonly since: Date },
): Promise<boolean> {
  const row = await db
    .selectFrom('accessLog')
    .select('id')
    .where('learnerId', '=', seen.learnerId)
    .where('staffId', '=', seen.staffId)
    .where('what', '=', 'portrait')
    .where('at', '>=', seen.since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
