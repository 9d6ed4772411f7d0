import {
  AUDIT_PAUSE_LABELS,
  auditBeads,
  auditDaysLeft,
  auditDeadlines,
  type AuditPause,
  type Policy,
  type Standstill,
  type WorkCalendar,
} from '@xuzheng/engine';
import type { Static } from 'typebox';
import type { AuditClockSchema } from '../../schemas/audits.ts';
import { iso, isoOrNull } from '../../schemas/shared.ts';

export type AuditClockView = Static<typeof AuditClockSchema>;

type ClockRow = {
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly overdueAt: Date;
  readonly clock: string;
  readonly clockFrom: Date | null;
  readonly pausedAt: Date | null;
  readonly pause: unknown;
  readonly standstills: unknown;
  readonly calendarVersion: number;
  readonly provisional: boolean;
};

type Stops = Pick<ClockRow, 'openedAt' | 'clockFrom' | 'pausedAt' | 'standstills' | 'clock'>;

/** What deadlines are counted by; a standstill that goes on ends now for this purpose. */
export function runningSpans(row: Stops, now: number) {
  const over = row.standstills as readonly Standstill[];
  const from = (row.clockFrom ?? row.openedAt).getTime();
  const isStopped = row.clock === 'paused' && row.pausedAt !== null;
  const running = { cause: 'appeal', from: row.pausedAt?.getTime() ?? now, to: now } as const;
  return { from, isStopped, standstills: isStopped ? [...over, running] : over };
}

/** How the clock stands at an instant. One that is stopped is shown as if it went on at once. */
export function clockAt(row: ClockRow, policy: Policy, calendar: WorkCalendar, now: number) {
  const { from, isStopped, standstills } = runningSpans(row, now);
  const { dueAt, overdueAt } = isStopped
    ? auditDeadlines(from, policy.audit, calendar, standstills)
    : { dueAt: row.dueAt.getTime(), overdueAt: row.overdueAt.getTime() };
  const workingDaysLeft = auditDaysLeft(now, overdueAt, policy.audit, calendar);
  return { from, standstills, dueAt, overdueAt, workingDaysLeft };
}

/** Why a person has stopped the clock; null while it runs or an appeal alone stops it. */
export const pauseReason = (row: Pick<ClockRow, 'pause'>) => {
  const pause = row.pause as AuditPause | null;
  return pause === null ? null : AUDIT_PAUSE_LABELS[pause.reasonCode];
};

function pauseView(row: ClockRow, words: string | null): AuditClockView['pause'] {
  const pause = row.pause as AuditPause | null;
  if (pause === null) return null;
  const { reasonCode, at, until } = pause;
  const reasonLabel = AUDIT_PAUSE_LABELS[reasonCode];
  return { reasonCode, reasonLabel, words, since: iso(at), until: iso(until) };
}

/** The id of what was written to the learner when the clock was stopped. */
export const pauseTextId = (row: Pick<ClockRow, 'pause'>): string | null =>
  (row.pause as AuditPause | null)?.textId ?? null;

/** The audit clock in working days by the calendar version the audit names. */
export function auditClockView(
  row: ClockRow,
  policy: Policy,
  calendar: WorkCalendar,
  now: number,
  pauseWords: string | null,
): AuditClockView {
  const clock = clockAt(row, policy, calendar, now);
  const beads = auditBeads(clock.from, now, policy.audit, calendar, clock.standstills);
  return {
    openedAt: iso(row.openedAt),
    dueAt: iso(clock.dueAt),
    overdueAt: iso(clock.overdueAt),
    clock: row.clock as AuditClockView['clock'],
    calendarVersion: row.calendarVersion,
    provisional: row.provisional,
    workingDaysLeft: clock.workingDaysLeft,
    standsSince: row.clock === 'paused' ? isoOrNull(row.pausedAt) : null,
    pause: pauseView(row, pauseWords),
    beads: beads.map((bead) => ({
      ...bead,
      startsAt: iso(bead.startsAt),
      endsAt: iso(bead.endsAt),
      daysOff: bead.daysOff.map((off) => ({ ...off })),
    })),
  };
}
