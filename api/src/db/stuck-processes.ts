import { sql } from 'kysely';
import type { Db } from './connect.ts';

export const STUCK_KINDS = [
  'taskFailing',
  'processAhead',
  'withoutEnrolment',
  'withoutProcess',
  'outboxWaiting',
  'notMoving',
  'registryWaiting',
  'overdueAudit',
  'noticeFailed',
] as const;
export type StuckKind = (typeof STUCK_KINDS)[number];
export type StuckProcess = {
  readonly kind: StuckKind;
  /** Null where it is not about one enrolment. */
  readonly enrolmentId: string | null;
  readonly auditId: string | null;
  readonly since: Date;
  /** Tries, or how many there are. */
  readonly attempts: number;
};

/**
 * Enrolments that wait for something other than a learner, the longest waiting first; and processes
 * that wait for a person to decide about them. Every part is found by an index of its own.
 */
export async function stuckProcesses(db: Db, before: Date, limit: number): Promise<StuckProcess[]> {
  const { rows } = await sql<StuckProcess>`
    SELECT * FROM (
      SELECT kind, enrolment_id, NULL::uuid AS audit_id, first_seen_at AS since, attempts
        FROM process_troubles
      UNION ALL
      SELECT 'withoutProcess', id, NULL, created_at, 0
        FROM enrolments WHERE machine_version IS NULL AND created_at < ${before}
      UNION ALL
      SELECT 'outboxWaiting', enrolment_id, NULL, min(created_at), max(attempts)
        FROM outbox WHERE sent_at IS NULL AND created_at < ${before} GROUP BY enrolment_id
      UNION ALL
      SELECT 'notMoving', id, NULL, state_at, 0 FROM enrolments
        WHERE state_tags && ARRAY['audit.recording','appeal.filed','appeal.recording']
          AND state_at < ${before}
      UNION ALL
      SELECT 'notMoving', enrolment_id, id, CASE clock WHEN 'due' THEN overdue_at ELSE due_at END, 0
        FROM audits WHERE closed_at IS NULL AND NOT provisional
          AND (clock = 'waiting' AND due_at < ${before} OR clock = 'due' AND overdue_at < ${before})
      UNION ALL
      SELECT 'registryWaiting', id, NULL, state_at, 0 FROM enrolments
        WHERE state_tags && ARRAY['renewal.reconciling','renewal.requesting','renewal.reportingHours']
          AND state_at < ${before}
      UNION ALL
      SELECT 'overdueAudit', enrolment_id, id, overdue_at, 0
        FROM audits WHERE closed_at IS NULL AND clock = 'overdue'
      UNION ALL
      SELECT 'noticeFailed', NULL, NULL, min(created_at), count(*)::int
        FROM notices WHERE sms_state = 'failed' HAVING count(*) > 0
    ) waiting
    ORDER BY since LIMIT ${limit}`.execute(db);
  return rows;
}

/** Does an enrolment with this id exist? */
export const enrolmentExists = async (db: Db, id: string): Promise<boolean> =>
  (await db.selectFrom('enrolments').select('id').where('id', '=', id).executeTakeFirst()) !==
  undefined;
