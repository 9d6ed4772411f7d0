import type { Totals, UncountedReason } from '@xuzheng/engine';

/** Reasons as the learner reads them. */
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
} as const satisfies Record<UncountedReason, { zh: string; en: string }>;

const two = (n: number): string => String(n).padStart(2, '0');

/** Seconds as 00:41:15. */
export function clockOf(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/**
 * The line under the player (F16): 已保存至 00:41:15;9 秒未计:网络中断. Names the reason that cost
 * most; a reason that costs less than a second is not worth a word.
 */
export function receiptSentence(savedSeconds: number, totals: Totals): { zh: string; en: string } {
  const reasons = Object.entries(totals.uncountedByReason) as [UncountedReason, number][];
  const [worst] = reasons.sort((a, b) => b[1] - a[1]);
  const uncounted = Math.floor(totals.uncountedSeconds);
  const pending = Math.floor(totals.pendingSeconds);
  const saved = clockOf(savedSeconds);
  const zh = [`已保存至 ${saved}`];
  const en = [`Saved up to ${saved}`];
  if (pending > 0) {
    zh.push(`${pending} 秒待核`);
    en.push(`${pending} s to be looked at`);
  }
  if (uncounted > 0 && worst !== undefined) {
    zh.push(`${uncounted} 秒未计:${UNCOUNTED_TEXTS[worst[0]].zh}`);
    en.push(`${uncounted} s not counted: ${UNCOUNTED_TEXTS[worst[0]].en}`);
  }
  return { zh: zh.join(';'), en: en.join('; ') };
}
