import type { Instant } from '../calendar/day.ts';
import { toMillisecond } from './ranges.ts';
import type { Segment, SegmentKind, UncountedReason } from './segment.ts';

/** One minute of study on the strip that learner and auditor both see. */
export type PassportMinute = {
  /** 0 is the first minute of the session. */
  readonly n: number;
  readonly startsAt: Instant;
  readonly seconds: Readonly<Record<SegmentKind, number>>;
  readonly uncountedByReason: Readonly<Partial<Record<UncountedReason, number>>>;
  /** What the cell shows: the kind with most seconds; in doubt the one that asks for attention. */
  readonly shown: SegmentKind;
  readonly reason: UncountedReason | null;
  readonly evidence: readonly string[];
};

const MINUTE_MS = 60_000;

type Overlap = { readonly segment: Segment; readonly seconds: number };

function shownOf(seconds: Record<SegmentKind, number>): SegmentKind {
  const order: readonly SegmentKind[] = ['uncounted', 'pending', 'credited'];
  return order.reduce((best, kind) => (seconds[kind] > seconds[best] ? kind : best));
}

function minuteOf(n: number, startsAt: Instant, overlaps: readonly Overlap[]): PassportMinute {
  const seconds: Record<SegmentKind, number> = { credited: 0, pending: 0, uncounted: 0 };
  const byReason: Partial<Record<UncountedReason, number>> = {};
  const evidence = new Set<string>();
  for (const { segment, seconds: length } of overlaps) {
    seconds[segment.kind] = toMillisecond(seconds[segment.kind] + length);
    if (segment.reason !== null) {
      byReason[segment.reason] = toMillisecond((byReason[segment.reason] ?? 0) + length);
    }
    for (const id of segment.evidence) evidence.add(id);
  }
  const shown = shownOf(seconds);
  const reasons = (Object.keys(byReason) as UncountedReason[]).sort(
    (a, b) => (byReason[b] ?? 0) - (byReason[a] ?? 0),
  );
  return {
    n,
    startsAt,
    seconds,
    uncountedByReason: byReason,
    shown,
    reason: shown === 'uncounted' ? (reasons[0] ?? null) : null,
    evidence: [...evidence],
  };
}

/** The minutes of one session, from its segments. The minutes' parts sum to the elapsed time. */
export function passportOf(segments: readonly Segment[]): PassportMinute[] {
  const first = segments[0]?.startedAt ?? 0;
  const last = segments.at(-1)?.endedAt ?? first;
  const minutes: PassportMinute[] = [];
  let from = 0;
  for (let startsAt = first; startsAt < last; startsAt += MINUTE_MS) {
    const endsAt = startsAt + MINUTE_MS;
    while ((segments[from]?.endedAt ?? Infinity) <= startsAt) from++;
    const overlaps: Overlap[] = [];
    for (let i = from; i < segments.length; i++) {
      const segment = segments[i];
      if (segment === undefined || segment.startedAt >= endsAt) break;
      const ms = Math.min(segment.endedAt, endsAt) - Math.max(segment.startedAt, startsAt);
      if (ms > 0) overlaps.push({ segment, seconds: ms / 1000 });
    }
    minutes.push(minuteOf(minutes.length, startsAt, overlaps));
  }
  return minutes;
}
