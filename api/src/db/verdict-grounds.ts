import { sql } from 'kysely';
import type { Db } from './connect.ts';

export async function insertGrounds(
  db: Db,
  row: {
    readonly auditId: string;
    readonly decidedAt: Date;
    readonly grounds: string;
    readonly digest: string;
  },
): Promise<void> {
  await db.insertInto('verdictGrounds').values(row).execute();
}

/** The audit, its verdict and where its case stands: what grounds are made from. */
export const verdictWithAudit = (db: Db, auditId: string) =>
  db
    .selectFrom('verdicts as v')
    .innerJoin('audits as a', 'a.id', 'v.auditId')
    .selectAll('v')
    .select(['a.epoch', 'a.clock'])
    .where('v.auditId', '=', auditId)
    .executeTakeFirstOrThrow();

export type VerdictWithAudit = Awaited<ReturnType<typeof verdictWithAudit>>;

export type GroundsCursor = { readonly decidedAt: Date; readonly auditId: string } | null;

/** Decisions with what they rested on, the newest first, a page from after the cursor. */
export const groundsPage = (db: Db, after: GroundsCursor, limit: number) =>
  db
    .selectFrom('verdictGrounds as g')
    .innerJoin('verdicts as v', 'v.auditId', 'g.auditId')
    .selectAll('g')
    .select(['v.enrolmentId', 'v.policyId', 'v.policyVersion', 'v.verdict'])
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(g.decided_at, g.audit_id) < (${after?.decidedAt}, ${after?.auditId}::uuid)`,
      ),
    )
    .orderBy('g.decidedAt', 'desc')
    .orderBy('g.auditId', 'desc')
    .limit(limit)
    .execute();

/** Decisions from before grounds were kept. */
export const verdictsWithoutGrounds = async (db: Db): Promise<number> =>
  (
    await db
      .selectFrom('verdicts as v')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('verdictGrounds as g')
              .select('g.auditId')
              .whereRef('g.auditId', '=', 'v.auditId'),
          ),
        ),
      )
      .executeTakeFirstOrThrow()
  ).n;

/** How these checks and snapshots are judged on record now; those deleted after their time are left out. */
export async function judgedNow(db: Db, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; outcome: string; reason: string | null }>`
    SELECT id, outcome, reason FROM snapshots WHERE id = ANY(${ids}::uuid[])
    UNION ALL
    SELECT id, outcome, reason FROM face_checks WHERE id = ANY(${ids}::uuid[])`.execute(db);
  return rows;
}

/** Enrolments that a process has written, page by page. */
export const enrolmentsWithEvents = (db: Db, after: string | null, limit: number) =>
  db
    .selectFrom('enrolments')
    .select('id')
    .where('machineVersion', 'is not', null)
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(limit)
    .execute();

export const eventsOnRecord = (db: Db, enrolmentId: string) =>
  db
    .selectFrom('lifecycleEvents')
    .select(['seq', 'event', 'stateTags'])
    .where('enrolmentId', '=', enrolmentId)
    .orderBy('seq')
    .execute();
