import { sql } from 'kysely';
import type { Db } from './connect.ts';

export type StuckKind = 'withoutProcess' | 'outboxWaiting' | 'registryWaiting' | 'overdueAudit';
export type StuckProcess = {
  readonly kind: StuckKind;
  readonly enrolmentId: string;
  readonly since: Date;
  readonly attempts: number;
};

const AT_MOST = 100;

/** Enrolments that wait for something other than a learner, the longest waiting first. */
export async function stuckProcesses(db: Db, before: Date): Promise<StuckProcess[]> {
  const { rows } = await sql<StuckProcess>`
    SELECT * FROM (
      SELECT 'withoutProcess' AS kind, e.id AS enrolment_id, e.created_at AS since, 0 AS attempts
        FROM enrolments e WHERE e.machine_version IS NULL AND e.created_at < ${before}
      UNION ALL
      SELECT 'outboxWaiting', o.enrolment_id, o.created_at, o.attempts
        FROM outbox o WHERE o.sent_at IS NULL AND o.created_at < ${before}
      UNION ALL
      SELECT 'registryWaiting', e.id, e.state_at, 0
        FROM enrolments e
        WHERE e.state_tags && ARRAY['renewal.reconciling','renewal.requesting','renewal.reportingHours']
          AND e.state_at < ${before}
      UNION ALL
      SELECT 'overdueAudit', a.enrolment_id, a.overdue_at, 0
        FROM audits a WHERE a.closed_at IS NULL AND a.clock = 'overdue'
    ) waiting
    ORDER BY since LIMIT ${AT_MOST}`.execute(db);
  return rows;
}
