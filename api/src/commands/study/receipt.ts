import { UNCOUNTED_TEXTS, type Totals, type UncountedReason } from '@xuzheng/engine';

const two = (n: number): string => String(n).padStart(2, '0');

/** Seconds as 00:41:15. */
export function clockOf(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

type Sentence = { readonly zh: string; readonly en: string };

/**
 * The line under the player (F16): 已保存至 00:41:15;9 秒未计:网络中断. Each reason with what it cost,
 * the dearest first; one that costs less than a second is not worth a word.
 */
export function receiptSentence(
  savedSeconds: number,
  totals: Pick<Totals, 'pendingSeconds' | 'uncountedByReason'>,
): Sentence {
  const pending = Math.floor(totals.pendingSeconds);
  const saved = clockOf(savedSeconds);
  const zh = [`已保存至 ${saved}`];
  const en = [`Saved up to ${saved}`];
  if (pending > 0) {
    zh.push(`${pending} 秒待核`);
    en.push(`${pending} s to be looked at`);
  }
  const reasons = Object.entries(totals.uncountedByReason) as [UncountedReason, number][];
  for (const [reason, seconds] of reasons.sort((a, b) => b[1] - a[1])) {
    if (seconds < 1) continue;
    zh.push(`${Math.floor(seconds)} 秒未计:${UNCOUNTED_TEXTS[reason].zh}`);
    en.push(`${Math.floor(seconds)} s not counted: ${UNCOUNTED_TEXTS[reason].en}`);
  }
  return { zh: zh.join(';'), en: en.join('; ') };
}

/** The same of the time before, for whoever comes back: 上次已保存至 00:41:15;9 秒未计:网络中断. */
export function lastReceiptSentence(
  savedSeconds: number,
  totals: Pick<Totals, 'pendingSeconds' | 'uncountedByReason'>,
): Sentence {
  const { zh, en } = receiptSentence(savedSeconds, totals);
  return { zh: `上次${zh}`, en: `Last time: ${en}` };
}
