import type { UncountedReason } from './segment.ts';

/** Why a second did not count, in the words the learner and the auditor both read. */
export const UNCOUNTED_TEXTS = {
  paused: { zh: '已暂停', en: 'paused' },
  hidden: { zh: '页面不在前台', en: 'page in the background' },
  networkLost: { zh: '网络中断', en: 'network lost' },
  faceMissed: { zh: '未识别到本人', en: 'your face was not seen' },
  leaseLost: { zh: '已在其他设备学习', en: 'study went on elsewhere' },
  dailyCap: { zh: '已达当日上限', en: 'daily limit reached' },
  beyondLesson: { zh: '课件已播完', en: 'the lesson was over' },
  systemFault: { zh: '系统故障', en: 'fault of the system' },
  replay: { zh: '重复观看', en: 'watched before' },
} as const satisfies Record<UncountedReason, { readonly zh: string; readonly en: string }>;
