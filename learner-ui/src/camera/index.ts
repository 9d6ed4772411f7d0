// The camera's door: composables without any screen. Previews are mirrored by the screen's style
// (transform: scaleX(-1)); frames never are. The face guide needs /models/ and /models/wasm/.

export { useCamera, showStream } from './use-camera.ts';
export type { Camera, CameraDevice, CameraStatus, MicrophoneOutcome } from './use-camera.ts';
export { CAMERA_PROBLEMS, CAMERA_PROBLEM_TEXTS } from './camera-problem.ts';
export type { CameraProblem } from './camera-problem.ts';
export { IN_APP_BROWSERS, inAppBrowser } from './in-app-browser.ts';
export type { InAppBrowser } from './in-app-browser.ts';
export { useFaceGuide } from './use-face-guide.ts';
export type { FaceGuide, GuideStatus } from './use-face-guide.ts';
export { GUIDE_HINTS, GUIDE_HINT_TEXTS } from './guide-hint.ts';
export type { GuideHint } from './guide-hint.ts';
export { captureBurst } from './capture-burst.ts';
export type { Burst, BurstOptions, SentFrame } from './capture-burst.ts';
export { captureSnapshot } from './frame.ts';
export { usePromptVoice } from './prompt-voice.ts';
export type { PromptVoice, Spoken } from './prompt-voice.ts';
