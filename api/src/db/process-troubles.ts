import type { Db } from './connect.ts';

export const TROUBLE_KINDS = ['taskFailing', 'processAhead', 'withoutEnrolment'] as const;
export type TroubleKind = (typeof TROUBLE_KINDS)[number];

export type Trouble = {
  readonly enrolmentId: string;
  readonly kind: TroubleKind;
  readonly attempts?: number;
};

/** Notes a trouble, or that it goes on. True when it is new: then somebody must hear of it. */
export async function noteTrouble(db: Db, trouble: Trouble, at: Date): Promise<boolean> {
  const { enrolmentId, kind, attempts = 0 } = trouble;
  const row = await db
    .insertInto('processTroubles')
    .values({ enrolmentId, kind, attempts, firstSeenAt: at, lastSeenAt: at })
    .onConflict((oc) =>
      oc.columns(['enrolmentId', 'kind']).doUpdateSet({ attempts, lastSeenAt: at }),
    )
    .returning((eb) => eb('firstSeenAt', '=', eb.ref('lastSeenAt')).as('isNew'))
    .executeTakeFirstOrThrow();
  return Boolean(row.isNew);
}

/** The trouble is over. False when there was none. */
export async function endTrouble(db: Db, enrolmentId: string, kind: TroubleKind): Promise<boolean> {
  const row = await db
    .deleteFrom('processTroubles')
    .where('enrolmentId', '=', enrolmentId)
    .where('kind', '=', kind)
    .returning('kind')
    .executeTakeFirst();
  return row !== undefined;
}

/** Troubles of these kinds that were not seen again since an instant are over. */
export async function endTroublesNotSeenSince(
  db: Db,
  kinds: readonly TroubleKind[],
  since: Date,
): Promise<void> {
  await db
    .deleteFrom('processTroubles')
    .where('kind', 'in', kinds)
    .where('lastSeenAt', '<', since)
    .execute();
}

export const troublesOfKind = (db: Db, kind: TroubleKind, limit: number) =>
  db
    .selectFrom('processTroubles')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('lastSeenAt')
    .limit(limit)
    .execute();

export const troubleOf = (db: Db, enrolmentId: string, kind: TroubleKind) =>
  db
    .selectFrom('processTroubles')
    .selectAll()
    .where('enrolmentId', '=', enrolmentId)
    .where('kind', '=', kind)
    .executeTakeFirst();
