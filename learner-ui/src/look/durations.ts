import type { Locale } from './locale.ts';

const two = (n: number) => String(n).padStart(2, '0');

/** Seconds as a clock: 2475 → '00:41:15'. Never rounded up: a second shown is a second had. */
export const formatClock = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60].map(two).join(':');
};

const part = (n: number, zh: string, en: string, locale: Locale) =>
  n === 0 ? [] : [locale === 'en' ? `${n} ${en}` : `${n} ${zh}`];

/** Seconds in words: 22800 → '6 小时 20 分钟'; under a minute in seconds. */
export const formatDuration = (seconds: number, locale: Locale = 'zh-CN'): string => {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = hours > 0 || minutes >= 10 ? 0 : whole % 60;
  const words = [
    ...part(hours, '小时', 'h', locale),
    ...part(minutes, '分钟', 'min', locale),
    ...part(rest, '秒', 's', locale),
  ];
  if (words.length > 0) return words.join(' ');
  return locale === 'en' ? '0 s' : '0 秒';
};

/** Credit hours with one decimal and their unit: 12.5 → '12.5 学时'. */
export const formatCreditHours = (creditHours: number, locale: Locale = 'zh-CN'): string =>
  `${creditHours.toFixed(1)} ${locale === 'en' ? 'credit hours' : '学时'}`;
