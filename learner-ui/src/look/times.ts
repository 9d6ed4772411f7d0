import type { Locale } from './locale.ts';

/** Instants are shown in Asia/Shanghai whatever the browser's own zone is. */
const ZONE = 'Asia/Shanghai';

const fields = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

type Wall = { year: number; month: number; day: number; hour: number; minute: number };

const wallOf = (at: number): Wall => {
  const parts = Object.fromEntries(fields.formatToParts(at).map((p) => [p.type, Number(p.value)]));
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = parts;
  return { year, month, day, hour, minute };
};

const two = (n: number) => String(n).padStart(2, '0');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const dayWords = (wall: Pick<Wall, 'year' | 'month' | 'day'>, year: boolean, locale: Locale) => {
  if (locale === 'en') {
    return `${wall.day} ${MONTHS[wall.month - 1] ?? ''}${year ? ` ${wall.year}` : ''}`;
  }
  return `${year ? `${wall.year} 年 ` : ''}${wall.month} 月 ${wall.day} 日`;
};

/** An instant of the API (ISO text) or of the engine (epoch ms), as epoch ms. */
export const instantOf = (at: string | number): number =>
  typeof at === 'number' ? at : Date.parse(at);

/** 'YYYY-MM-DD' → '12 月 3 日', with the year where it is asked for. */
export const formatDay = (day: string, locale: Locale = 'zh-CN', withYear = true): string => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return dayWords({ year, month, day: date }, withYear, locale);
};

/** An instant as '12 月 3 日 14:05' in Shanghai; the year where it is not this one. */
export const formatInstant = (
  at: string | number,
  locale: Locale = 'zh-CN',
  now: number = Date.now(),
): string => {
  const wall = wallOf(instantOf(at));
  const withYear = wall.year !== wallOf(now).year;
  return `${dayWords(wall, withYear, locale)} ${two(wall.hour)}:${two(wall.minute)}`;
};

/** A deadline as people say it: midnight is 24:00 of the day before. */
export const formatDeadline = (
  at: string | number,
  locale: Locale = 'zh-CN',
  now: number = Date.now(),
): string => {
  const instant = instantOf(at);
  const wall = wallOf(instant);
  if (wall.hour !== 0 || wall.minute !== 0) return formatInstant(instant, locale, now);
  const eve = wallOf(instant - 60_000);
  return `${dayWords(eve, eve.year !== wallOf(now).year, locale)} 24:00`;
};

const STEPS = [
  { seconds: 86_400, zh: '天', en: 'd' },
  { seconds: 3_600, zh: '小时', en: 'h' },
  { seconds: 60, zh: '分钟', en: 'min' },
  { seconds: 1, zh: '秒', en: 's' },
] as const;

const amountOf = (ms: number, locale: Locale) => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const step = STEPS.find((s) => seconds >= s.seconds) ?? STEPS[3];
  return `${Math.floor(seconds / step.seconds)} ${locale === 'en' ? step.en : step.zh}`;
};

/** How long ago, or how long until: '3 分钟前', '还剩 2 小时'. */
export const formatRelative = (
  at: string | number,
  locale: Locale = 'zh-CN',
  now: number = Date.now(),
): string => {
  const difference = instantOf(at) - now;
  const words = amountOf(Math.abs(difference), locale);
  if (difference >= 0) return locale === 'en' ? `${words} left` : `还剩 ${words}`;
  if (difference > -60_000) return locale === 'en' ? 'just now' : '刚刚';
  return locale === 'en' ? `${words} ago` : `${words}前`;
};

/** Absolute and relative together: '12 月 3 日 24:00 前(还剩 2 个工作日)'. */
export const formatDue = (
  at: string | number,
  { workingDays, locale = 'zh-CN', now = Date.now() }: DueOptions = {},
): string => {
  const absolute = formatDeadline(at, locale, now);
  if (instantOf(at) <= now) return locale === 'en' ? `${absolute} (past)` : `${absolute}(已过)`;
  const left =
    workingDays === undefined ? formatRelative(at, locale, now) : daysLeft(workingDays, locale);
  return locale === 'en' ? `by ${absolute} (${left})` : `${absolute} 前(${left})`;
};

type DueOptions = { workingDays?: number; locale?: Locale; now?: number };

const daysLeft = (n: number, locale: Locale) =>
  locale === 'en' ? `${n} working days left` : `还剩 ${n} 个工作日`;
