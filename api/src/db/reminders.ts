import { sql } from 'kysely';
import type { Db } from './connect.ts';

type Walk = { readonly kind: string; readonly lastDay: string; readonly leadDays: number };

/** Notes walks to be made; one that is known keeps where it stands. */
export async function insertWalks(db: Db, walks: readonly Walk[]): Promise<void> {
  if (walks.length === 0) return;
  const rows = walks.map(({ kind, lastDay, leadDays }) => ({
    ...{ kind, deadlineOn: lastDay, leadDays },
  }));
  await db
    .insertInto('reminderWalks')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Locks one unfinished walk whose deadline lies ahead; walks of other workers are passed over. */
export const lockOpenWalk = (trx: Db, today: string) =>
  trx
    .selectFrom('reminderWalks')
    .selectAll()
    .where('doneAt', 'is', null)
    .where('deadlineOn', '>', today)
    .orderBy('deadlineOn')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

export async function moveWalk(
  trx: Db,
  { kind, lastDay, leadDays }: Walk,
  to: { readonly afterId: string | null; readonly doneAt: Date | null },
): Promise<void> {
  await trx
    .updateTable('reminderWalks')
    .set(to)
    .where('kind', '=', kind)
    .where('deadlineOn', '=', lastDay)
    .where('leadDays', '=', leadDays)
    .execute();
}

export type Page = { readonly afterId: string | null; readonly limit: number };
/** The deadline day: when it begins and ends, in milliseconds. */
type DayEnds = { readonly startsAt: number; readonly endsAt: number };

const NIL = '00000000-0000-0000-0000-000000000000';

export type Reminded = {
  readonly id: string;
  readonly learnerId: string;
  readonly enrolmentId: string;
  readonly post: string;
  readonly studyYear: number;
  readonly policyId: string;
  readonly policyVersion: number;
  /** Of a certificate alone. */
  readonly number: string | null;
};

const ENROLMENT = sql`e.id, e.learner_id, e.id AS enrolment_id, e.post, e.study_year, e.policy_id,
  e.policy_version, NULL::text AS number`;
/** Open, begun, and with lessons still to study. */
const STUDYING = sql`e.hours_completed_at IS NULL AND e.machine_version IS NOT NULL
  AND NOT e.state_tags && ARRAY['closed.withdrawn','closed.expired','closed.settled']`;

/** Whose study year ends when this day does, with hours still open and no later relearn window. */
export async function yearEnding(db: Db, endsOn: string, ends: DayEnds, page: Page) {
  const { rows } = await sql<Reminded>`SELECT ${ENROLMENT} FROM enrolments e
    WHERE e.year_ends_on = ${endsOn} AND e.id > ${page.afterId ?? NIL} AND ${STUDYING}
      AND coalesce((e.state_context->'clear'->>'relearnUntil')::numeric, 0) <= ${ends.endsAt}
    ORDER BY e.id LIMIT ${page.limit}`.execute(db);
  return rows;
}

/** Whose relearn window ends with this day; while the study year lasts longer nothing ends. */
export async function relearnEnding(db: Db, endsOn: string, ends: DayEnds, page: Page) {
  const until = sql`(e.state_context->'clear'->>'relearnUntil')::numeric`;
  const { rows } = await sql<Reminded>`SELECT ${ENROLMENT} FROM enrolments e
    WHERE e.state_context->'clear'->>'relearnUntil' IS NOT NULL
      AND ${until} > ${ends.startsAt} AND ${until} <= ${ends.endsAt}
      AND e.year_ends_on <= ${endsOn} AND e.id > ${page.afterId ?? NIL} AND ${STUDYING}
    ORDER BY e.id LIMIT ${page.limit}`.execute(db);
  return rows;
}

/** Who may appeal until the end of this day and has not. */
export async function appealEnding(db: Db, ends: DayEnds, page: Page) {
  const until = sql`(e.state_context->'clear'->>'appealUntil')::numeric`;
  const { rows } = await sql<Reminded>`SELECT ${ENROLMENT} FROM enrolments e
    WHERE e.state_context->'clear'->>'appealUntil' IS NOT NULL
      AND ${until} > ${ends.startsAt} AND ${until} <= ${ends.endsAt}
      AND e.state_context->'clear'->>'appealed' = 'false' AND e.id > ${page.afterId ?? NIL}
      AND NOT e.state_tags && ARRAY['closed.withdrawn','closed.expired','closed.settled']
    ORDER BY e.id LIMIT ${page.limit}`.execute(db);
  return rows;
}

/** Whose training certificate is valid until this day. */
export async function certificatesExpiring(db: Db, lastDay: string, page: Page) {
  const { rows } = await sql<Reminded>`SELECT c.id, c.learner_id, c.enrolment_id, c.post,
      c.study_year, e.policy_id, e.policy_version, c.number
    FROM certificates c JOIN enrolments e ON e.id = c.enrolment_id
    WHERE c.status = 'active' AND c.kind = 'training' AND c.valid_until = ${lastDay}
      AND c.id > ${page.afterId ?? NIL}
    ORDER BY c.id LIMIT ${page.limit}`.execute(db);
  return rows;
}
