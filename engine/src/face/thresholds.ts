/** Every number a face decision uses. Policy data: versioned, stored with each decision. */
export interface FaceThresholds {
  version: string;
  match: MatchThresholds;
  quality: QualityThresholds;
  liveness: LivenessThresholds;
}

/** Networks that describe a face. A distance means something only between vectors of one of them. */
export const DESCRIPTORS = ['mobilefacenet', 'face-api'] as const;
export type DescriptorKind = (typeof DESCRIPTORS)[number];

/** Bounds of Euclidean distances between descriptors: 0 is the same picture. */
export interface MatchThresholds {
  /** The network whose distances these bounds were measured on. */
  descriptor: DescriptorKind;
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
  /** Of a portrait, and of the pose the camera guide asks for: nearer to frontal. */
  portraitYawAtMost: number;
  portraitRollAtMostDegrees: number;
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
  /** Two frames further apart than this show nothing about speed, whatever lies between them. */
  gapAtMostMs: number;
  /** Mean movement of the landmarks, in eye distances, that a living face always exceeds. */
  motionAtLeast: number;
  framesAtLeast: number;
  framesAtMost: number;
  neutralFramesAtLeast: number;
  /** Share of the frames that must show exactly one face. */
  faceShareAtLeast: number;
}

/** Match bounds with the version that is stored beside every verdict made by them. */
export interface MatchBounds {
  version: string;
  match: MatchThresholds;
}

/**
 * The shipped bounds of each network. Provisional, see docs/faces.md for the measurements: an
 * operator calibrates them on consented photos of its own.
 */
export const SHIPPED_MATCH_BOUNDS: Record<DescriptorKind, MatchBounds> = {
  // Strangers are about 1.4 apart, 1.03 at the nearest of 2,373 pairs; one person 0.5 to 1.1.
  mobilefacenet: {
    version: 'face-2',
    match: {
      descriptor: 'mobilefacenet',
      belowWithCohort: 1,
      marginAtMost: -0.2,
      cohortAtLeast: 10,
      nearestOthers: 5,
      belowAlone: 0.9,
      otherFaceFrom: 1.2,
      otherFaceRepeats: 2,
      withinBurstBelow: 1.05,
      entryBelow: 1,
    },
  },
  // Strangers are about 0.76 apart, 0.41 at the nearest: it confuses people who look alike.
  'face-api': {
    version: 'face-1',
    match: {
      descriptor: 'face-api',
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
  },
};

/** The thresholds of policy `handbook`. */
export const HANDBOOK_FACE_THRESHOLDS: FaceThresholds = {
  ...SHIPPED_MATCH_BOUNDS.mobilefacenet,
  quality: {
    faceWidthAtLeastPx: 120,
    lumaAtLeast: 45,
    lumaAtMost: 190,
    yawAtMost: 0.8,
    rollAtMostDegrees: 30,
    portraitYawAtMost: 0.3,
    portraitRollAtMostDegrees: 20,
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

/**
 * A policy's thresholds as they hold for the network that measured: a policy from before the network
 * was changed has bounds for other distances, and the shipped ones take their place.
 */
export function thresholdsFor(
  thresholds: FaceThresholds,
  descriptor: DescriptorKind,
): FaceThresholds {
  if (thresholds.match.descriptor === descriptor) return thresholds;
  return { ...thresholds, ...SHIPPED_MATCH_BOUNDS[descriptor] };
}

/**
 * The bounds that a verdict on record was made by: its policy's, unless another network measured then.
 */
export const boundsOnRecord = (
  { version, match }: FaceThresholds,
  madeBy: string | null,
): MatchThresholds =>
  version === madeBy
    ? match
    : (Object.values(SHIPPED_MATCH_BOUNDS).find((shipped) => shipped.version === madeBy)?.match ??
      match);
