import { inAppBrowser } from './in-app-browser.ts';

/** Why there is no picture, one closed list. */
export const CAMERA_PROBLEMS = [
  'refused',
  'noCamera',
  'inUse',
  'insecurePage',
  'inAppBrowser',
  'notSupported',
  'lost',
  'unknown',
] as const;
export type CameraProblem = (typeof CAMERA_PROBLEMS)[number];

interface Help {
  zh: string;
  en: string;
  /** What to do, step by step. */
  stepsZh: readonly string[];
  stepsEn: readonly string[];
}

/** What the learner reads when there is no picture. */
export const CAMERA_PROBLEM_TEXTS = {
  refused: {
    zh: '浏览器没有获准使用摄像头,无法进入学习。',
    en: 'The browser may not use the camera, so studying cannot start.',
    stepsZh: [
      '点击地址栏左侧的锁形或摄像头图标。',
      '将“摄像头”改为“允许”。手机上请在系统设置中找到浏览器,打开“相机”权限。',
      '回到本页,点击“再试一次”。',
    ],
    stepsEn: [
      'Click the lock or camera icon at the left of the address bar.',
      'Set “Camera” to “Allow”. On a phone, open the system settings of the browser and allow the camera.',
      'Come back to this page and try again.',
    ],
  },
  noCamera: {
    zh: '没有找到摄像头。学习时电脑须配备摄像头。',
    en: 'No camera was found. A computer needs a camera for studying.',
    stepsZh: ['接好摄像头,或改用手机浏览器打开本页。', '接好后点击“再试一次”。'],
    stepsEn: ['Connect a camera, or open this page in a phone’s browser.', 'Then try again.'],
  },
  inUse: {
    zh: '摄像头正被其他程序占用。',
    en: 'Another program is using the camera.',
    stepsZh: ['关闭视频会议、录像等正在使用摄像头的程序。', '关闭后点击“再试一次”。'],
    stepsEn: ['Close video meetings and other programs that use the camera.', 'Then try again.'],
  },
  insecurePage: {
    zh: '本页不是安全连接,浏览器不允许使用摄像头。',
    en: 'This page is not on a secure connection, so the browser keeps the camera closed.',
    stepsZh: ['请用 https 开头的网址重新打开本页。'],
    stepsEn: ['Open this page again by its https address.'],
  },
  inAppBrowser: {
    zh: '当前应用内的浏览器不提供摄像头。',
    en: 'The browser inside this app gives no camera.',
    stepsZh: [
      '点击右上角的菜单,选择“在浏览器打开”,登录后会从已保存的位置继续。',
      '也可以用下方的二维码或链接,在系统浏览器中直接继续。',
    ],
    stepsEn: [
      'Open the menu at the top right and choose “Open in browser”; sign in and go on where you were saved.',
      'Or use the QR code or link below to go on in the browser of your system.',
    ],
  },
  notSupported: {
    zh: '这个浏览器不支持摄像头。',
    en: 'This browser does not support the camera.',
    stepsZh: ['请换用新版的 Chrome、Edge、Safari 或 360 极速浏览器。'],
    stepsEn: ['Please use a recent Chrome, Edge, Safari or Firefox.'],
  },
  lost: {
    zh: '摄像头画面中断了。',
    en: 'The camera picture was interrupted.',
    stepsZh: ['检查摄像头连接,来电或锁屏后请回到本页。', '点击“再试一次”,已保存的学习不受影响。'],
    stepsEn: [
      'Check the camera’s connection; after a call or lock screen, come back to this page.',
      'Try again; what is saved stays saved.',
    ],
  },
  unknown: {
    zh: '摄像头没有打开。',
    en: 'The camera did not open.',
    stepsZh: ['刷新本页后再试;仍不行时请换一个浏览器,或拨打客服电话。'],
    stepsEn: [
      'Reload and try again; if it stays so, use another browser or call the service centre.',
    ],
  },
} as const satisfies Record<CameraProblem, Help>;

const BY_NAME: Record<string, CameraProblem> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  PermissionDeniedError: 'refused',
  NotFoundError: 'noCamera',
  DevicesNotFoundError: 'noCamera',
  OverconstrainedError: 'noCamera',
  NotReadableError: 'inUse',
  TrackStartError: 'inUse',
  AbortError: 'inUse',
};

/**
 * The problem behind what `getUserMedia` threw. Browsers inside other apps have the call and refuse it
 * without asking anybody: there another browser helps, not a setting of this one.
 */
export function problemOf(fault: unknown, userAgent = ''): CameraProblem {
  const name = fault instanceof Error || fault instanceof DOMException ? fault.name : '';
  const problem = BY_NAME[name] ?? 'unknown';
  const refused = problem === 'refused' || problem === 'unknown' || problem === 'noCamera';
  return refused && inAppBrowser(userAgent) !== null ? 'inAppBrowser' : problem;
}

/** A problem that can be told before anything is asked, or null. */
export function problemBeforeAsking(page: {
  secure: boolean;
  hasCameraApi: boolean;
  userAgent: string;
}): CameraProblem | null {
  if (page.hasCameraApi) return null;
  if (inAppBrowser(page.userAgent)) return 'inAppBrowser';
  return page.secure ? 'notSupported' : 'insecurePage';
}
