import { auditDeadlines, dayOf, type Policy, type WorkCalendar } from '@xuzheng/engine';
import { runningClocks } from '../../db/audit-clocks.ts';
import type { Db } from '../../db/connect.ts';
import { policyOf } from '../../db/policies.ts';
import type { CalendarPreview } from '../../schemas/calendars.ts';
import { runningSpans } from '../audit/clock-view.ts';

type Row = Awaited<ReturnType<typeof runningClocks>>[number];

function movedOf(row: Row, policy: Policy, before: WorkCalendar, after: WorkCalendar, now: number) {
  const { from, standstills } = runningSpans(row, now);
  const was = auditDeadlines(from, policy.audit, before, standstills);
  const becomes = auditDeadlines(from, policy.audit, after, standstills);
  const later = becomes.dueAt > was.dueAt || becomes.overdueAt > was.overdueAt;
  const earlier = !later && (becomes.dueAt < was.dueAt || becomes.overdueAt < was.overdueAt);
  const strikes = (old: number, at: number, guessed: boolean): boolean =>
    !guessed && at <= now && old > now;
  return {
    ...{ later, earlier, overdueAt: becomes.overdueAt },
    confirmed: was.provisional && !becomes.provisional,
    struckAtOnce:
      strikes(was.dueAt, becomes.dueAt, becomes.dueProvisional) ||
      strikes(was.overdueAt, becomes.overdueAt, becomes.overdueProvisional),
  };
}

/** What another calendar would do to the audits that are running. */
export async function auditsMoved(
  db: Db,
  before: WorkCalendar,
  after: WorkCalendar,
  now: number,
): Promise<CalendarPreview['audits']> {
  const rows = await runningClocks(db);
  const policies = new Map<string, Policy>();
  const moves = [];
  for (const row of rows) {
    const key = `${row.policyId}@${row.policyVersion}`;
    const policy = policies.get(key) ?? (await policyOf(db, row));
    policies.set(key, policy);
    if (policy.audit.workingDayMs === null) moves.push(movedOf(row, policy, before, after, now));
  }
  const last = Math.max(...moves.map((move) => move.overdueAt));
  return {
    running: rows.length,
    later: moves.filter((move) => move.later).length,
    earlier: moves.filter((move) => move.earlier).length,
    struckAtOnce: moves.filter((move) => move.struckAtOnce).length,
    confirmed: moves.filter((move) => move.confirmed).length,
    latestOverdueOn: moves.length === 0 ? null : dayOf(last - 1),
  };
}
