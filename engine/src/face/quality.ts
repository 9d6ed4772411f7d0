import { areaOf, type FaceFacts, type FrameFacts } from './frame.ts';
import type { QualityThresholds } from './thresholds.ts';

/** Why a picture cannot be measured, in the order they are told to the learner. */
export const FRAME_FAULTS = [
  'tooDark',
  'tooBright',
  'noFace',
  'secondFace',
  'tooSmall',
  'turnedAway',
  'tilted',
  'blurred',
] as const;
export type FrameFault = (typeof FRAME_FAULTS)[number];

/** A picture without a face, dark or bright enough to explain it. */
function faultWithoutFace(frame: FrameFacts, bounds: QualityThresholds): FrameFault {
  if (frame.luma < bounds.lumaAtLeast) return 'tooDark';
  // A washed-out room is brighter than any face may be.
  if (frame.luma > bounds.lumaAtMost + 30) return 'tooBright';
  return 'noFace';
}

function faultOfFace(face: FaceFacts, bounds: QualityThresholds): FrameFault | null {
  if (face.luma < bounds.lumaAtLeast) return 'tooDark';
  if (face.luma > bounds.lumaAtMost) return 'tooBright';
  if (face.box.width < bounds.faceWidthAtLeastPx) return 'tooSmall';
  return null;
}

/** Share of the second largest face's area in the largest one's; 0 when there is none. */
export function secondFaceShare(frame: FrameFacts): number {
  const [first, second] = frame.faces;
  return first && second ? areaOf(second.box) / areaOf(first.box) : 0;
}

/**
 * The gate of a frame in which an action is performed: one face, large and lit enough.
 * The pose is free here, because the action is a pose.
 */
export function frameFault(frame: FrameFacts, bounds: QualityThresholds): FrameFault | null {
  const face = frame.faces[0];
  if (!face) return faultWithoutFace(frame, bounds);
  if (secondFaceShare(frame) > bounds.secondFaceShare) return 'secondFace';
  return faultOfFace(face, bounds);
}

function poseFault(
  frame: FrameFacts,
  yawAtMost: number,
  rollAtMostDegrees: number,
): FrameFault | null {
  const metrics = frame.faces[0]?.metrics;
  if (metrics && Math.abs(metrics.yaw) > yawAtMost) return 'turnedAway';
  if (metrics && Math.abs(metrics.rollDegrees) > rollAtMostDegrees) return 'tilted';
  return null;
}

/**
 * The gate of a frame that is compared with a portrait: as {@link frameFault}, and not in profile.
 * No comparison may be made, and nobody be called another face, from a frame with a fault.
 */
export const matchFrameFault = (frame: FrameFacts, bounds: QualityThresholds): FrameFault | null =>
  frameFault(frame, bounds) ?? poseFault(frame, bounds.yawAtMost, bounds.rollAtMostDegrees);

/**
 * The gate of an uploaded portrait: as a frame that is compared, near frontal, and sharp.
 * `sharpness` is the variance of the Laplacian of the face at 150 px width.
 */
export function portraitFault(
  frame: FrameFacts,
  sharpness: number,
  bounds: QualityThresholds,
): FrameFault | null {
  const fault =
    frameFault(frame, bounds) ??
    poseFault(frame, bounds.portraitYawAtMost, bounds.portraitRollAtMostDegrees);
  if (fault) return fault;
  return sharpness < bounds.portraitSharpnessAtLeast ? 'blurred' : null;
}
