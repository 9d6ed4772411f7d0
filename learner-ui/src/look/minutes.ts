import { UNCOUNTED_TEXTS, type UncountedReason } from '@xuzheng/engine';
import { formatDuration } from './durations.ts';
import type { Locale } from './locale.ts';

const isReason = (text: string): text is UncountedReason => text in UNCOUNTED_TEXTS;

/** The words for a reason; an unknown one is shown as it came rather than hidden. */
export const reasonWords = (reason: string, locale: Locale): string => {
  if (!isReason(reason)) return reason;
  return locale === 'en' ? UNCOUNTED_TEXTS[reason].en : UNCOUNTED_TEXTS[reason].zh;
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
  /** Every reason with its seconds, where they are known. */
  readonly reasons?: readonly { readonly reason: string; readonly seconds: number }[];
};

const whyOf = ({ reason, reasons = [] }: StripMinute, locale: Locale): string[] => {
  const told = reasons.filter(({ seconds }) => seconds >= 1);
  // One reason needs no seconds of its own: they stand before it.
  if (told.length < 2) return reason ? [reasonWords(reason, locale)] : [];
  return told.map(
    (one) => `${reasonWords(one.reason, locale)} ${formatDuration(one.seconds, locale)}`,
  );
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
  const why = whyOf(cell, locale);
  const nothing = locale === 'en' ? 'not yet' : '未学';
  return [at, ...(said.length > 0 ? said : [nothing]), ...why].join(locale === 'en' ? ', ' : ',');
};
