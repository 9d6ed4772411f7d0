import type { PolicyLabel } from './policy-labels.ts';

const label = (zh: string, en: string, unit?: PolicyLabel['unit']): PolicyLabel =>
  unit === undefined ? { zh, en } : { zh, en, unit };

/** Bounds of a face check, below `faceThresholds.`; how they act is told in docs/faces.md. */
export const FACE_LABELS: Readonly<Record<string, PolicyLabel>> = {
  version: label('阈值版本', 'Version of the bounds'),
  'match.descriptor': label('人脸比对网络', 'Network that describes faces'),
  'match.belowWithCohort': label('有对照时的相符距离', 'Matched below, with a cohort'),
  'match.marginAtMost': label('与他人的差距至少', 'Margin to others at most'),
  'match.cohortAtLeast': label('构成对照的人数', 'A cohort from', 'people'),
  'match.nearestOthers': label('比较最相近的', 'Nearest others compared', 'people'),
  'match.belowAlone': label('无对照时的相符距离', 'Matched below, without a cohort'),
  'match.otherFaceFrom': label('视为他人的距离', 'Another face from'),
  'match.otherFaceRepeats': label('视为他人所需次数', 'Repeats for another face', 'times'),
  'match.withinBurstBelow': label('一次核验内同一人的距离', 'One person within a check below'),
  'match.entryBelow': label('与入场照片相符的距离', 'Like the entry frame below'),
  'quality.faceWidthAtLeastPx': label('人脸宽度至少', 'Face width at least', 'pixels'),
  'quality.lumaAtLeast': label('亮度至少(0–255)', 'Brightness at least (0–255)'),
  'quality.lumaAtMost': label('亮度至多(0–255)', 'Brightness at most (0–255)'),
  'quality.yawAtMost': label('侧脸程度至多', 'Turned at most'),
  'quality.rollAtMostDegrees': label('歪头至多', 'Tilted at most', 'degrees'),
  'quality.portraitYawAtMost': label('证件照侧脸至多', 'Portrait turned at most'),
  'quality.portraitRollAtMostDegrees': label(
    '证件照歪头至多',
    'Portrait tilted at most',
    'degrees',
  ),
  'quality.secondFaceShare': label('第二张脸的面积比', 'Share of a second face'),
  'quality.portraitSharpnessAtLeast': label('证件照清晰度至少', 'Portrait sharpness at least'),
  'liveness.mouthAtLeast': label('张嘴幅度至少', 'Mouth opened at least'),
  'liveness.yawAtLeast': label('转头幅度至少', 'Head turned at least'),
  'liveness.pitchAtLeast': label('点头幅度至少', 'Nodded at least'),
  'liveness.withinMs': label('动作时限', 'An action takes at most', 'milliseconds'),
  'liveness.speechAtMostMs': label('语音提示至多', 'A spoken prompt lasts at most', 'milliseconds'),
  'liveness.largestStepShare': label('单步动作占比至多', 'Largest step of a movement'),
  'liveness.riseAtLeastMs': label('动作过程至少', 'A movement takes at least', 'milliseconds'),
  'liveness.riseAtMostMs': label('动作过程至多', 'A movement takes at most', 'milliseconds'),
  'liveness.gapAtMostMs': label('两帧间隔至多', 'Two frames apart at most', 'milliseconds'),
  'liveness.motionAtLeast': label('自然晃动至少', 'Natural movement at least'),
  'liveness.framesAtLeast': label('一次核验至少', 'Frames at least', 'frames'),
  'liveness.framesAtMost': label('一次核验至多', 'Frames at most', 'frames'),
  'liveness.neutralFramesAtLeast': label('动作前的正脸至少', 'Neutral frames at least', 'frames'),
  'liveness.faceShareAtLeast': label('有且仅有一张脸的比例', 'Share of frames with one face'),
};
