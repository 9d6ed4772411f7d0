/** Every number a face decision uses. Policy data: versioned, stored with each decision. */
export interface FaceThresholds {
  version: string;
  match: MatchThresholds;
  quality: QualityThresholds;
  liveness: LivenessThresholds;
}

/** Distances are Euclidean between unit descriptors: 0 the same picture, about 0.6 two strangers. */
export interface MatchThresholds {
  /** Matched below this with a cohort, and only with the margin too. */
  belowWithCohort: number;
  /** Distance minus the mean distance to the nearest others must be at most this. */
  marginAtMost: number;
  /** So many other enrolled people make a cohort. */
  cohortAtLeast: number;
  /** How many of the nearest others the margin is measured against. */
  nearestOthers: number;
  /** Matched below this when there is no cohort: stricter, because strangers can be close. */
  belowAlone: number;
  /** From here on it is another face, if a repeat says so too. */
  otherFaceFrom: number;
  /** Frames, or earlier checks, that must agree before anyone is called another face. */
  otherFaceRepeats: number;
  /** Frames of one burst are one person below this. */
  withinBurstBelow: number;
  /** A snapshot is the person of the session's entry frame below this. */
  entryBelow: number;
}

/** Bounds of a picture that may be measured at all. */
export interface QualityThresholds {
  faceWidthAtLeastPx: number;
  /** Mean brightness of the face box, 0–255. */
  lumaAtLeast: number;
  lumaAtMost: number;
  yawAtMost: number;
  rollAtMostDegrees: number;
  /** A second face larger than this share of the first one's area fails the picture. */
  secondFaceShare: number;
  /** Of a portrait only: variance of its Laplacian at 150 px face width. */
  portraitSharpnessAtLeast: number;
}

/** Bounds of an action, all relative to the learner's own neutral face. */
export interface LivenessThresholds {
  mouthAtLeast: number;
  yawAtLeast: number;
  pitchAtLeast: number;
  /** Handbook §1: 听到动作提示语后在 3 秒钟内匀速完成指定动作. */
  withinMs: number;
  /** A spoken prompt delays the clock by its length, at most by this. */
  speechAtMostMs: number;
  largestStepShare: number;
  riseAtLeastMs: number;
  riseAtMostMs: number;
  /** Two frames further apart than this show nothing about speed. */
  gapAtMostMs: number;
  /** Mean movement of the landmarks, in eye distances, that a living face always exceeds. */
  motionAtLeast: number;
  framesAtLeast: number;
  framesAtMost: number;
  neutralFramesAtLeast: number;
  /** Share of the frames that must show exactly one face. */
  faceShareAtLeast: number;
}

/**
 * The thresholds of policy `handbook`. Provisional: measured with face-api 1.7.15 on 225 genuine
 * and 1,121 impostor pairs; an operator calibrates them on consented photos of its own.
 */
export const HANDBOOK_FACE_THRESHOLDS: FaceThresholds = {
  version: 'face-1',
  match: {
    belowWithCohort: 0.55,
    marginAtMost: -0.15,
    cohortAtLeast: 10,
    nearestOthers: 5,
    belowAlone: 0.38,
    otherFaceFrom: 0.6,
    otherFaceRepeats: 2,
    withinBurstBelow: 0.5,
    entryBelow: 0.45,
  },
  quality: {
    faceWidthAtLeastPx: 120,
    lumaAtLeast: 45,
    lumaAtMost: 190,
    yawAtMost: 0.3,
    rollAtMostDegrees: 20,
    secondFaceShare: 0.15,
    portraitSharpnessAtLeast: 12,
  },
  liveness: {
    mouthAtLeast: 0.15,
    yawAtLeast: 0.13,
    pitchAtLeast: 0.05,
    withinMs: 3000,
    speechAtMostMs: 2500,
    largestStepShare: 0.7,
    riseAtLeastMs: 120,
    riseAtMostMs: 1600,
    gapAtMostMs: 400,
    motionAtLeast: 0.004,
    framesAtLeast: 10,
    framesAtMost: 24,
    neutralFramesAtLeast: 2,
    faceShareAtLeast: 0.7,
  },
};
