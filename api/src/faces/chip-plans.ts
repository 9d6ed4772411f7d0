import type { Point } from '@xuzheng/engine';
import type { ChipPlan } from './align.ts';

/** Space around the face on face-api's chip, as a share of the face. */
const PADDING = 0.25;
const padded = (share: number): number => ((PADDING + share) / (2 * PADDING + 1)) * 150;

const anchor = (landmark: number, x: number, y: number): { landmark: number; place: Point } => ({
  landmark,
  place: [x, y],
});

/** face-api's descriptor was trained on 150 px chips of dlib: eye corners and base of the nose. */
export const FACE_API_CHIP: ChipPlan = {
  side: 150,
  anchors: [
    anchor(45, padded(0.8596), padded(0.2135)),
    anchor(42, padded(0.6461), padded(0.229)),
    anchor(36, padded(0.1206), padded(0.2137)),
    anchor(39, padded(0.3341), padded(0.229)),
    anchor(33, padded(0.4901), padded(0.6278)),
  ],
};

/** Middle of the 112 px chip that ArcFace networks are trained on. */
const MIDDLE = 55.9;

const both = (left: number, right: number, aside: number, y: number) => [
  anchor(left, MIDDLE - aside, y),
  anchor(right, MIDDLE + aside, y),
];

/**
 * The mean places of eyes, nose and mouth corners when eyes, tip of the nose and mouth corners lie
 * where ArcFace wants them: 25 points tremble less than five. Lips are left out: they act.
 */
export const ARC_CHIP: ChipPlan = {
  side: 112,
  anchors: [
    ...both(36, 45, 24.8, 52.35),
    ...both(37, 44, 21.1, 50.6),
    ...both(38, 43, 15.7, 50.6),
    ...both(39, 42, 11, 53.15),
    ...both(40, 47, 15.3, 54.5),
    ...both(41, 46, 20.9, 54.45),
    anchor(27, MIDDLE, 53.6),
    anchor(28, MIDDLE, 61.1),
    anchor(29, MIDDLE, 68.15),
    anchor(30, MIDDLE, 74.5),
    ...both(31, 35, 7.2, 77.9),
    ...both(32, 34, 4, 79),
    anchor(33, MIDDLE, 79.9),
    ...both(48, 54, 16.5, 89.9),
    ...both(60, 64, 15.4, 89.95),
  ],
};
