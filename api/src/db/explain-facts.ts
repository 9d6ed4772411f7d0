import { sql } from 'kysely';
import type { Db } from './connect.ts';

export type FactsBeside = {
  readonly smsState: string | null;
  readonly registryWaiting: boolean;
  readonly voidState: string | null;
  readonly clearScope: string | null;
  readonly reached: readonly string[];
};

/**
 * What goes on beside the process of one enrolment: the fate of the newest message that has one, a
 * registry that has kept silent for ten seconds, the void of a renewed certificate, the newest clear,
 * and the milestones that are written down.
 */
export async function factsBeside(
  db: Db,
  { id, learnerId }: { readonly id: string; readonly learnerId: string },
): Promise<FactsBeside> {
  const { rows } = await sql<FactsBeside>`
    SELECT
      (SELECT sms_state FROM notices
        WHERE learner_id = ${learnerId} AND sms_state IN ('delivered','failed')
        ORDER BY id DESC LIMIT 1) AS sms_state,
      EXISTS (SELECT 1 FROM renewals WHERE enrolment_id = ${id} AND state <> 'renewed'
        AND waiting_since < now() - interval '10 seconds') AS registry_waiting,
      (SELECT o.state FROM certificate_voids o JOIN certificates c ON c.id = o.certificate_id
        WHERE c.enrolment_id = ${id} AND c.learner_id = ${learnerId} AND c.successor_id IS NULL
        ORDER BY o.approved_at DESC LIMIT 1) AS void_state,
      (SELECT scope->>'kind' FROM verdicts
        WHERE enrolment_id = ${id} AND verdict = 'cleared'
        ORDER BY at DESC LIMIT 1) AS clear_scope,
      ARRAY(SELECT milestone FROM enrolments e JOIN learners l ON l.id = e.learner_id,
        LATERAL (VALUES ('phone', l.phone_verified_at), ('profile', l.profile_completed_at),
          ('hours', e.hours_completed_at), ('exam', e.exam_passed_at)) AS m(milestone, at)
        WHERE e.id = ${id} AND m.at IS NOT NULL) AS reached`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('the facts beside a process: no row');
  return row;
}
