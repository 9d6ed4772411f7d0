import { endOfDay, type Day, type Instant } from './day.ts';

/** Why a person may stop an audit's clock. A closed list: each has words for the learner. */
export const AUDIT_PAUSE_REASONS = ['evidenceAsked', 'systemFault', 'outsideInquiry'] as const;
export type AuditPauseReason = (typeof AUDIT_PAUSE_REASONS)[number];

export const AUDIT_PAUSE_LABELS = {
  evidenceAsked: { zh: '等待学员补充说明', en: 'Waiting for the learner’s word' },
  systemFault: { zh: '系统故障', en: 'A fault of the system' },
  outsideInquiry: { zh: '向有关单位核实', en: 'An inquiry elsewhere' },
} as const satisfies Record<AuditPauseReason, { zh: string; en: string }>;

/**
 * A span in which an audit's clock stood still: for an appeal, or because somebody stopped it. Spans
 * of different causes may overlap; time that two of them share stood still once.
 */
export type Standstill = {
  readonly cause: 'appeal' | AuditPauseReason;
  readonly from: Instant;
  readonly to: Instant;
};

/**
 * Did the day end while the clock stood still? Such a working day is not one of the audit's: so the
 * working days left are as many when the clock goes on as they were when it stopped.
 */
export const stoodThrough = (day: Day, standstills: readonly Standstill[]): boolean => {
  const end = endOfDay(day);
  return standstills.some(({ from, to }) => from < end && end <= to);
};

/** The spans in order, those that touch made one. */
function merged(standstills: readonly Standstill[]): { from: Instant; to: Instant }[] {
  const spans: { from: Instant; to: Instant }[] = [];
  for (const { from, to } of [...standstills].sort((a, b) => a.from - b.from)) {
    const last = spans.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else spans.push({ from, to });
  }
  return spans;
}

/** Where a plain duration from an instant ends when the clock stands still in between. */
export function runUntil(
  from: Instant,
  lastsMs: number,
  standstills: readonly Standstill[],
): Instant {
  let end = from + lastsMs;
  for (const span of merged(standstills)) {
    if (span.to > from && span.from < end) end += span.to - Math.max(span.from, from);
  }
  return end;
}

/** How long the clock has stood still between two instants. */
export function stoodMs(from: Instant, to: Instant, standstills: readonly Standstill[]): number {
  const within = (span: { from: Instant; to: Instant }): number =>
    Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
  return merged(standstills).reduce((sum, span) => sum + within(span), 0);
}
