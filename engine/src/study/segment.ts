import type { Instant } from '../calendar/day.ts';
import { toMillisecond } from './ranges.ts';

/** Why a second is not counted: the closed list shown to the learner and to the auditor alike. */
export const UNCOUNTED_REASONS = [
  'paused',
  'hidden',
  'networkLost',
  'faceMissed',
  'leaseLost',
  'dailyCap',
  'beyondLesson',
  'systemFault',
  'replay',
] as const;
export type UncountedReason = (typeof UNCOUNTED_REASONS)[number];

export type SegmentKind = 'credited' | 'pending' | 'uncounted';

/**
 * A stretch of wall clock in which every second has the same place, with the statistics of its beats
 * instead of the beats. Of a credited or pending one the wall clock equals the lesson's seconds.
 */
export type Segment = {
  readonly n: number;
  readonly kind: SegmentKind;
  /** Set exactly when uncounted. */
  readonly reason: UncountedReason | null;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  /** Lesson seconds. */
  readonly lessonFrom: number;
  readonly lessonTo: number;
  readonly beats: number;
  /** Mean and sum of squared deviations of the time between beats (Welford). */
  readonly intervalMeanMs: number;
  readonly intervalM2: number;
  /** The face evidence the segment rests on. */
  readonly presenceAt: Instant | null;
  readonly evidence: readonly string[];
};

export type Totals = {
  readonly elapsedSeconds: number;
  readonly creditedSeconds: number;
  readonly pendingSeconds: number;
  readonly uncountedSeconds: number;
  readonly uncountedByReason: Readonly<Partial<Record<UncountedReason, number>>>;
};

/** Seconds of wall clock of a segment. */
export const secondsOf = (segment: Pick<Segment, 'startedAt' | 'endedAt'>): number =>
  (segment.endedAt - segment.startedAt) / 1000;

/** Totals of segments. The parts always sum to the elapsed time. */
export function totalsOf(segments: readonly Segment[]): Totals {
  const ms = { credited: 0, pending: 0, uncounted: 0 };
  const byReason: Partial<Record<UncountedReason, number>> = {};
  for (const segment of segments) {
    const length = segment.endedAt - segment.startedAt;
    ms[segment.kind] += length;
    if (segment.reason !== null) {
      byReason[segment.reason] = toMillisecond((byReason[segment.reason] ?? 0) + length / 1000);
    }
  }
  return {
    elapsedSeconds: (ms.credited + ms.pending + ms.uncounted) / 1000,
    creditedSeconds: ms.credited / 1000,
    pendingSeconds: ms.pending / 1000,
    uncountedSeconds: ms.uncounted / 1000,
    uncountedByReason: byReason,
  };
}

/** Standard deviation of the time between beats in milliseconds; null with fewer than 3 beats. */
export const rhythmOf = (
  segment: Pick<Segment, 'beats' | 'intervalMeanMs' | 'intervalM2'>,
): { readonly meanMs: number; readonly deviationMs: number } | null =>
  segment.beats < 3
    ? null
    : {
        meanMs: segment.intervalMeanMs,
        deviationMs: Math.sqrt(segment.intervalM2 / (segment.beats - 1)),
      };
