// Faces of nobody, drawn by code, for tests, demo accounts and cameras of test browsers.

export { personOf, type Person } from './person.ts';
export { drawFace, type Scene } from './draw-face.ts';
export { NEUTRAL, PEAKS, type Motion, type Pose } from './pose.ts';
export {
  CROWD,
  drawnPerformer,
  emptyPerformer,
  pairPerformer,
  STRANGERS,
  stillPerformer,
  swappedPerformer,
  type Performer,
} from './performer.ts';
export { burstOf, recheckOf, snapshotOf, type BurstPicture, type BurstScript } from './bursts.ts';
export { idCardBackJpeg, idCardFrontJpeg, portraitJpeg, type SampleCard } from './portrait.ts';
export { animatePhoto, realFaceJpeg, type RealFace } from './photo.ts';
export { CLIPS, writeMjpeg, writeY4m, type Clip } from './clips.ts';
export { cameraFrames, cameraScript, type CameraFrames } from './camera-script.ts';
