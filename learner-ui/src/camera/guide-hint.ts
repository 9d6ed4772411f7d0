import type { QualityThresholds } from '@xuzheng/engine';
import type { SeenFace } from './face-finder.ts';

/** What helps right now, most urgent first. `good`: framing, light and distance are right. */
export const GUIDE_HINTS = [
  'tooDark',
  'tooBright',
  'noFace',
  'secondFace',
  'tooFar',
  'tooNear',
  'offCentre',
  'turnedAway',
  'tilted',
  'good',
] as const;
export type GuideHint = (typeof GUIDE_HINTS)[number];

export const GUIDE_HINT_TEXTS = {
  tooDark: { zh: '画面太暗,请面向光源', en: 'Too dark, please face the light' },
  tooBright: { zh: '画面过亮,请避开强光', en: 'Too bright, please avoid the strong light' },
  noFace: { zh: '请将面部对准框内', en: 'Please bring your face into the frame' },
  secondFace: { zh: '请只留您本人在画面中', en: 'Please be alone in the picture' },
  tooFar: { zh: '请靠近一些', en: 'Please come a little closer' },
  tooNear: { zh: '请离远一些', en: 'Please move back a little' },
  offCentre: { zh: '请移到框的中央', en: 'Please move to the middle of the frame' },
  turnedAway: { zh: '请正对摄像头', en: 'Please look straight at the camera' },
  tilted: { zh: '请把头摆正', en: 'Please hold your head upright' },
  good: { zh: '很好,请保持', en: 'Good, please hold still' },
} as const satisfies Record<GuideHint, { zh: string; en: string }>;

/** One measured picture of the camera. */
export interface GuideView {
  width: number;
  height: number;
  faces: readonly SeenFace[];
  /** Mean brightness of the face, of the picture without one; 0–255. */
  luma: number;
}

const NEAR_SHARE = 0.62;
const OFF_CENTRE_SHARE = 0.2;

function placeHint(view: GuideView, face: SeenFace, faceWidthAtLeastPx: number): GuideHint | null {
  const { box } = face;
  // The frame is 640 wide when it is sent, whatever this picture's size is.
  const widthWhenSent = (box.width * 640) / view.width;
  if (widthWhenSent < faceWidthAtLeastPx * 1.15) return 'tooFar';
  if (box.height > view.height * (NEAR_SHARE + 0.2) || box.width > view.width * NEAR_SHARE) {
    return 'tooNear';
  }
  const aside = Math.abs(box.x + box.width / 2 - view.width / 2) / view.width;
  const above = Math.abs(box.y + box.height / 2 - view.height / 2) / view.height;
  return Math.max(aside, above) > OFF_CENTRE_SHARE ? 'offCentre' : null;
}

/** What to tell the learner about this picture; the bounds are the policy's, with some room. */
export function guideHint(view: GuideView, bounds: QualityThresholds): GuideHint {
  const [face, second] = view.faces;
  if (view.luma < bounds.lumaAtLeast) return 'tooDark';
  if (view.luma > bounds.lumaAtMost + (face ? 0 : 30)) return 'tooBright';
  if (!face) return 'noFace';
  const area = (one: SeenFace) => one.box.width * one.box.height;
  if (second && area(second) > bounds.secondFaceShare * area(face)) return 'secondFace';
  const place = placeHint(view, face, bounds.faceWidthAtLeastPx);
  if (place) return place;
  if (Math.abs(face.metrics.yaw) > bounds.portraitYawAtMost * 0.7) return 'turnedAway';
  if (Math.abs(face.metrics.rollDegrees) > bounds.portraitRollAtMostDegrees * 0.8) return 'tilted';
  return 'good';
}
