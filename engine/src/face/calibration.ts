import { judgeMatch, type FrameDistances } from './match.ts';
import { exactBounds, type ShareBounds } from './proportion.ts';
import type { MatchThresholds } from './thresholds.ts';

/** Two photos that were measured, and whether they show one person. */
export interface MeasuredPair {
  same: boolean;
  distances: FrameDistances;
  /** From the first photo to the same others. */
  portraitOthers: readonly number[];
}

/** How bounds do on pairs: counts and exact 95 % bounds. */
export interface BoundsResult {
  genuine: number;
  matched: number;
  /** Share of one person's pairs that are not matched: a person has to look. */
  notMatched: ShareBounds;
  impostors: number;
  falselyMatched: number;
  falseMatch: ShareBounds;
}

/** Bounds that fit an operator's own photos, beside those in force. */
export interface CalibrationProposal {
  bounds: MatchThresholds;
  proposed: BoundsResult;
  inForce: BoundsResult;
  /** Pairs of strangers below which even no false match says little: 0.1 % is not shown. */
  impostorsNeeded: number;
}

/** Room that a proposal keeps from the nearest stranger that was seen. */
const GUARD = { alone: 0.08, withCohort: 0.03, margin: 0.03 };

const roundDown = (value: number): number => Math.floor(value * 100) / 100;

/** Counts what bounds decide on pairs that were measured. */
export function resultOf(pairs: readonly MeasuredPair[], bounds: MatchThresholds): BoundsResult {
  const matches = (pair: MeasuredPair): boolean =>
    judgeMatch({ frames: [pair.distances], portraitOthers: pair.portraitOthers }, bounds)
      .outcome === 'matched';
  const genuine = pairs.filter((pair) => pair.same);
  const impostors = pairs.filter((pair) => !pair.same);
  const matched = genuine.filter(matches).length;
  const falselyMatched = impostors.filter(matches).length;
  return {
    genuine: genuine.length,
    matched,
    notMatched: exactBounds(genuine.length - matched, genuine.length),
    impostors: impostors.length,
    falselyMatched,
    falseMatch: exactBounds(falselyMatched, impostors.length),
  };
}

const leastOf = (values: readonly number[], or: number): number =>
  values.reduce((least, value) => Math.min(least, value), or);

/**
 * Proposes match bounds from an operator's own consented pairs: as wide as the nearest strangers
 * allow with room to spare, never wider than what lies below "another face". A proposal: people
 * decide, and few pairs of strangers show little (three in a thousand at 1,000 pairs).
 */
export function proposeBounds(
  pairs: readonly MeasuredPair[],
  inForce: MatchThresholds,
): CalibrationProposal {
  const impostors = pairs.filter((pair) => !pair.same);
  const marginOf = (pair: MeasuredPair): number | null =>
    judgeMatch({ frames: [pair.distances], portraitOthers: pair.portraitOthers }, inForce).margin;
  const nearest = leastOf(
    impostors.map((pair) => pair.distances.portrait),
    inForce.otherFaceFrom,
  );
  const leastMargin = leastOf(
    impostors.flatMap((pair) => marginOf(pair) ?? []),
    0,
  );
  const bounds: MatchThresholds = {
    ...inForce,
    belowAlone: roundDown(nearest - GUARD.alone),
    belowWithCohort: roundDown(nearest - GUARD.withCohort),
    marginAtMost: roundDown(leastMargin - GUARD.margin),
  };
  return {
    bounds,
    proposed: resultOf(pairs, bounds),
    inForce: resultOf(pairs, inForce),
    // Clopper–Pearson: with no false match in n the upper bound is 1 − 0.025^(1/n).
    impostorsNeeded: Math.ceil(Math.log(0.025) / Math.log(1 - 0.001)),
  };
}
