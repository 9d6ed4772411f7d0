import { latestAuditOf } from '../../db/audit-desk.ts';
import { calendarVersion } from '../../db/calendars.ts';
import { policyOf } from '../../db/policies.ts';
import type { Deps } from '../../deps.ts';
import type { OpenAuditView } from '../../schemas/enrolments.ts';
import { auditClockView } from '../audit/clock-view.ts';
import { handlersOf } from '../audit/handler-view.ts';

type Row = {
  readonly id: string;
  readonly policyId: string;
  readonly policyVersion: number;
};

/**
 * The open audit of an enrolment for a member of staff who explains it; null when none is open. What an
 * auditor wrote to the learner stays with the case: here the reason is enough.
 */
export async function openAuditView(
  { db, clock }: Deps,
  row: Row,
  readerId: string,
): Promise<OpenAuditView | null> {
  const audit = await latestAuditOf(db, row.id);
  if (audit === null || audit.closedAt !== null) return null;
  const now = clock.now();
  const [handledBy = null] = await handlersOf(db, [audit], readerId, now);
  const calendar = await calendarVersion(db, audit.calendarVersion);
  const policy = await policyOf(db, row);
  return { handledBy, clock: auditClockView(audit, policy, calendar, now, null) };
}
