import type { UncountedReason } from '@xuzheng/engine';
import { formatClock, formatDuration } from './durations.ts';
import type { Bilingual, Locale } from './locale.ts';

/** Why a second did not count: the closed list, in the learner's words. */
export const UNCOUNTED_REASONS = {
  paused: { zh: '已暂停', en: 'paused' },
  hidden: { zh: '页面不在前台', en: 'page in the background' },
  networkLost: { zh: '网络中断', en: 'network lost' },
  faceMissed: { zh: '未通过人脸核验', en: 'face check missed' },
  leaseLost: { zh: '在另一设备学习', en: 'studying on another device' },
  dailyCap: { zh: '已达当日上限', en: 'daily limit reached' },
  beyondLesson: { zh: '超出课件时长', en: 'beyond the lesson' },
  systemFault: { zh: '系统故障', en: 'fault of the system' },
  replay: { zh: '重播', en: 'replay' },
} as const satisfies Record<UncountedReason, Bilingual>;

const isReason = (text: string): text is UncountedReason => text in UNCOUNTED_REASONS;

/** The words for a reason; an unknown one is shown as it came rather than hidden. */
export const reasonWords = (reason: string, locale: Locale): string => {
  if (!isReason(reason)) return reason;
  return locale === 'en' ? UNCOUNTED_REASONS[reason].en : UNCOUNTED_REASONS[reason].zh;
};

/**
 * One minute of study, as the API gives it: how its seconds were settled. What is missing to 60 is
 * not yet studied. Its number is its place in the list.
 */
export type StripMinute = {
  readonly creditedSeconds: number;
  readonly pendingSeconds: number;
  readonly uncountedSeconds: number;
  readonly reason?: string | null;
};

/** One minute in words, for a title and for a screen reader. */
export const minuteWords = (cell: StripMinute, n: number, locale: Locale): string => {
  const at = locale === 'en' ? `Minute ${n + 1}` : `第 ${n + 1} 分钟`;
  const words = [
    [cell.creditedSeconds, locale === 'en' ? 'credited' : '已计'],
    [cell.pendingSeconds, locale === 'en' ? 'pending' : '待定'],
    [cell.uncountedSeconds, locale === 'en' ? 'not counted' : '未计'],
  ] as const;
  const said = words
    .filter(([seconds]) => seconds > 0)
    .map(([seconds, word]) => `${word} ${formatDuration(seconds, locale)}`);
  const why = cell.reason ? [reasonWords(cell.reason, locale)] : [];
  const nothing = locale === 'en' ? 'not yet' : '未学';
  return [at, ...(said.length > 0 ? said : [nothing]), ...why].join(locale === 'en' ? ', ' : ',');
};

type Receipt = {
  readonly savedSeconds: number;
  readonly uncounted: readonly { readonly reason: string; readonly seconds: number }[];
};

/** The receipt line: '已保存至 00:41:15;9 秒未计:网络中断'. */
export const receiptWords = (receipt: Receipt, locale: Locale): string => {
  const clock = formatClock(receipt.savedSeconds);
  const saved = locale === 'en' ? `Saved up to ${clock}` : `已保存至 ${clock}`;
  const lost = receipt.uncounted
    .filter(({ seconds }) => seconds >= 1)
    .map(({ reason, seconds }) => {
      const amount = formatDuration(seconds, locale);
      const why = reasonWords(reason, locale);
      return locale === 'en' ? `${amount} not counted: ${why}` : `${amount}未计:${why}`;
    });
  return [saved, ...lost].join(locale === 'en' ? '; ' : ';');
};
