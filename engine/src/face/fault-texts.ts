import type { FaceFault } from './face-check.ts';
import type { LivenessPrompt } from './liveness.ts';

interface Sentence {
  zh: string;
  en: string;
}

/** What each prompt says, on the screen and in the recorded voice. */
export const PROMPT_TEXTS = {
  openMouth: { zh: '请张开嘴', en: 'Open your mouth' },
  turnLeft: { zh: '请向左转头', en: 'Turn your head to the left' },
  turnRight: { zh: '请向右转头', en: 'Turn your head to the right' },
  nod: { zh: '请点点头', en: 'Nod your head' },
} as const satisfies Record<LivenessPrompt, Sentence>;

/** What the learner reads when a check did not match: what was wrong, and what to do next. */
export const FACE_FAULT_TEXTS = {
  tooDark: {
    zh: '摄像头画面太暗。请面向光源后再试。',
    en: 'The picture is too dark. Face the light and try again.',
  },
  tooBright: {
    zh: '摄像头画面过亮。请避开强光后再试。',
    en: 'The picture is too bright. Move away from the strong light and try again.',
  },
  noFace: {
    zh: '画面中没有看清面部。请将面部对准摄像头后再试。',
    en: 'No face could be made out. Face the camera and try again.',
  },
  secondFace: {
    zh: '画面中有两张脸。请只留您本人在画面中后再试。',
    en: 'There are two faces in the picture. Make sure you are alone in it and try again.',
  },
  tooSmall: {
    zh: '面部离摄像头太远。请靠近一些后再试。',
    en: 'Your face is too far from the camera. Move closer and try again.',
  },
  turnedAway: {
    zh: '面部偏向了一侧。请正对摄像头后再试。',
    en: 'Your face is turned to the side. Look straight at the camera and try again.',
  },
  tilted: {
    zh: '头部有些倾斜。请将头摆正后再试。',
    en: 'Your head is tilted. Hold it upright and try again.',
  },
  blurred: {
    zh: '照片不够清晰。请换一张清晰的照片。',
    en: 'The photo is not sharp enough. Please choose a sharper one.',
  },
  tooFewFrames: {
    zh: '收到的画面太少,无法判断。请检查网络和摄像头后再试。',
    en: 'Too few pictures arrived to decide. Check network and camera, then try again.',
  },
  timesDisordered: {
    zh: '收到的画面顺序有误。请再试一次。',
    en: 'The pictures arrived in a wrong order. Please try again.',
  },
  faceLost: {
    zh: '过程中面部离开了画面。请保持面部在框内后再试。',
    en: 'Your face left the picture. Keep it inside the frame and try again.',
  },
  still: {
    zh: '画面一直没有变化。请本人正对摄像头,按提示完成动作。',
    en: 'The picture did not change at all. Sit before the camera yourself and follow the prompts.',
  },
  actionNotSeen: {
    zh: '没有看到所提示的动作。请将动作做得明显一些,再试一次。',
    en: 'The action was not seen. Make it a little larger and try again.',
  },
  wrongAction: {
    zh: '看到的动作与提示不一致。请按提示的动作再试一次。',
    en: 'Another action than the one asked for was seen. Please follow the prompt and try again.',
  },
  tooSlow: {
    zh: '动作没有在 3 秒钟内完成。听到动作提示语后,请在 3 秒钟内匀速完成。',
    en: 'The action took longer than 3 seconds. Complete it evenly within 3 seconds of the prompt.',
  },
  jump: {
    zh: '动作过于突然。请匀速完成动作,再试一次。',
    en: 'The movement was too sudden. Please make it evenly and try again.',
  },
  framesApart: {
    zh: '设备运行较慢,画面间隔太长,看不清动作的快慢,不是您的错。请关闭其他程序或换一台设备,动作放慢一些再试。',
    en: 'The device was too slow: its pictures are too far apart to see how the movement went. Please close other programs or use another device, and move a little slower.',
  },
  noUsableFrame: {
    zh: '没有可用于比对的清晰画面。请正对摄像头后再试。',
    en: 'No picture was clear enough to compare. Look straight at the camera and try again.',
  },
  unlikePortrait: {
    zh: '暂时无法确认是您本人。请摘下帽子和墨镜,正对摄像头后再试。',
    en: 'We cannot confirm it is you yet. Take off hat and sunglasses, face the camera, try again.',
  },
  personChanged: {
    zh: '前后画面不像同一个人。请由您本人全程正对摄像头后再试。',
    en: 'The pictures do not look like one person. Stay before the camera yourself and try again.',
  },
  otherFace: {
    zh: '与您上传的头像不一致。请由您本人正对摄像头后再试;如有疑问请联系客服。',
    en: 'This does not look like your portrait. Please try again yourself, or call the service centre.',
  },
} as const satisfies Record<FaceFault, Sentence>;
