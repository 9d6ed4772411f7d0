import type { MatchThresholds } from './thresholds.ts';

/** The three outcomes of every face check. Only a person makes anything adverse of the last two. */
export const FACE_OUTCOMES = ['matched', 'uncertain', 'missed'] as const;
export type FaceOutcome = (typeof FACE_OUTCOMES)[number];

/** Distances of one judged frame that passed the quality gate. */
export interface FrameDistances {
  /** To the learner's portrait. */
  portrait: number;
  /** To the entry frame of this study session, where there is one. */
  entry?: number;
  /** To every other enrolled portrait that was compared, in any order. */
  others?: readonly number[];
}

export interface MatchInput {
  frames: readonly FrameDistances[];
  /** From the portrait to the same others: a portrait that is like many is easily matched. */
  portraitOthers?: readonly number[];
  /** Largest distance between two judged frames of one burst, an odd one aside; 0 for one picture. */
  withinBurst?: number;
  /** Earlier checks of this session that already looked like another face. */
  earlierOtherFaces?: number;
}

export const MATCH_FAULTS = [
  'noUsableFrame',
  'unlikePortrait',
  'personChanged',
  'otherFace',
] as const;
export type MatchFault = (typeof MATCH_FAULTS)[number];

/** For auditors and the record; a learner never sees a distance. */
export interface MatchVerdict {
  outcome: FaceOutcome;
  fault: MatchFault | null;
  /** Median over the judged frames. */
  portraitDistance: number | null;
  entryDistance: number | null;
  /** Portrait distance minus how near others come to frame and portrait; null without a cohort. */
  margin: number | null;
  judgedFrames: number;
  /** What it was judged from, kept so that it can be judged again. */
  basis: MatchInput;
}

/** Of the others only the nearest matter: more than any policy measures against are not kept. */
const OTHERS_KEPT = 20;

const basisOf = (input: MatchInput): MatchInput => ({
  ...input,
  frames: input.frames.map((frame) => ({
    ...frame,
    ...(frame.others
      ? { others: frame.others.toSorted((a, b) => a - b).slice(0, OTHERS_KEPT) }
      : {}),
  })),
});

/** The middle value, or the mean of the two middle ones; null of nothing. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
}

/** Mean distance to the nearest others; null when there are too few to say anything. */
function nearnessOf(others: readonly number[], bounds: MatchThresholds): number | null {
  if (others.length < bounds.cohortAtLeast) return null;
  const nearest = [...others].sort((a, b) => a - b).slice(0, bounds.nearestOthers);
  return nearest.reduce((sum, value) => sum + value, 0) / nearest.length;
}

/** How much nearer the frame is to the portrait than others are to the two of them. */
function marginOf(
  frame: FrameDistances,
  portraitOthers: readonly number[],
  bounds: MatchThresholds,
): number | null {
  const toFrame = nearnessOf(frame.others ?? [], bounds);
  if (toFrame === null) return null;
  const toPortrait = nearnessOf(portraitOthers, bounds) ?? toFrame;
  return frame.portrait - (toFrame + toPortrait) / 2;
}

const isOtherFace = (frame: FrameDistances, bounds: MatchThresholds): boolean =>
  frame.portrait >= bounds.otherFaceFrom || (frame.entry ?? 0) >= bounds.otherFaceFrom;

/** Most frames show another face, and a repeat (another frame, an earlier check) agrees. */
function otherFaceRepeated(input: MatchInput, bounds: MatchThresholds): boolean {
  const count = input.frames.filter((frame) => isOtherFace(frame, bounds)).length;
  const most = count * 2 > input.frames.length;
  return most && count + (input.earlierOtherFaces ?? 0) >= bounds.otherFaceRepeats;
}

function looksLikePortrait(distance: number, margin: number | null, bounds: MatchThresholds) {
  if (margin === null) return distance < bounds.belowAlone;
  return distance < bounds.belowWithCohort && margin <= bounds.marginAtMost;
}

function faultOf(
  input: MatchInput,
  medians: { portrait: number; entry: number | null; margin: number | null },
  bounds: MatchThresholds,
): MatchFault | null {
  const within = input.withinBurst ?? 0;
  if (otherFaceRepeated(input, bounds) || within >= bounds.otherFaceFrom) return 'otherFace';
  if (within >= bounds.withinBurstBelow) return 'personChanged';
  if (medians.entry !== null && medians.entry >= bounds.entryBelow) return 'personChanged';
  if (!looksLikePortrait(medians.portrait, medians.margin, bounds)) return 'unlikePortrait';
  return null;
}

const outcomeOf = (fault: MatchFault | null): FaceOutcome => {
  if (fault === null) return 'matched';
  return fault === 'otherFace' ? 'missed' : 'uncertain';
};

/**
 * Distances to one of three outcomes. Medians over several frames, so no single frame fails anyone;
 * between the bounds lies `uncertain`, which a person settles. Frames must have passed the gate.
 */
export function judgeMatch(input: MatchInput, bounds: MatchThresholds): MatchVerdict {
  const portrait = medianOf(input.frames.map((frame) => frame.portrait));
  if (portrait === null) {
    return {
      outcome: 'uncertain',
      fault: 'noUsableFrame',
      portraitDistance: null,
      entryDistance: null,
      margin: null,
      judgedFrames: 0,
      basis: basisOf(input),
    };
  }
  const entry = medianOf(input.frames.flatMap((frame) => frame.entry ?? []));
  const margin = medianOf(
    input.frames.flatMap((frame) => marginOf(frame, input.portraitOthers ?? [], bounds) ?? []),
  );
  const fault = faultOf(input, { portrait, entry, margin }, bounds);
  return {
    outcome: outcomeOf(fault),
    fault,
    portraitDistance: portrait,
    entryDistance: entry,
    margin,
    judgedFrames: input.frames.length,
    basis: basisOf(input),
  };
}
