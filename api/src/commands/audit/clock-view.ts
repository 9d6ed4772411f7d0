import { auditBeads, auditDaysLeft, type Policy, type WorkCalendar } from '@xuzheng/engine';
import type { Static } from 'typebox';
import type { AuditClockSchema } from '../../schemas/audits.ts';
import { iso } from '../../schemas/shared.ts';

export type AuditClockView = Static<typeof AuditClockSchema>;

type ClockRow = {
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly overdueAt: Date;
  readonly clock: string;
  readonly calendarVersion: number;
  readonly provisional: boolean;
};

/** The audit clock in working days by the calendar version the audit names. */
export function auditClockView(
  row: ClockRow,
  policy: Policy,
  calendar: WorkCalendar,
  now: number,
): AuditClockView {
  const beads = auditBeads(row.openedAt.getTime(), now, policy.audit, calendar);
  return {
    openedAt: iso(row.openedAt),
    dueAt: iso(row.dueAt),
    overdueAt: iso(row.overdueAt),
    clock: row.clock as AuditClockView['clock'],
    calendarVersion: row.calendarVersion,
    provisional: row.provisional,
    workingDaysLeft: auditDaysLeft(now, row.overdueAt.getTime(), policy.audit, calendar),
    beads: beads.map((bead) => ({
      ...bead,
      startsAt: iso(bead.startsAt),
      endsAt: iso(bead.endsAt),
      daysOff: bead.daysOff.map((off) => ({ ...off })),
    })),
  };
}
