import type { Instant } from '../calendar/day.ts';
import { toMillisecond } from '../study/ranges.ts';

/**
 * The ledger of hours is append-only. studied: a lesson was completed; credited: an audit accepted
 * it; cleared: its opposite; restored: an appeal gave back exactly what was cleared.
 */
export const LEDGER_ENTRIES = [
  'hours.studied',
  'hours.credited',
  'hours.cleared',
  'hours.restored',
] as const;
export type LedgerEntryKind = (typeof LEDGER_ENTRIES)[number];

export type LedgerEntry = {
  readonly entry: LedgerEntryKind;
  readonly epoch: number;
  readonly lessonId: string;
  /** Negative for a clear. */
  readonly seconds: number;
  readonly auditId: string | null;
  readonly at: Instant;
};

export type Balance = {
  /** Studied and not cleared. */
  readonly studiedSeconds: number;
  /** Of these, what an accepting verdict stands behind: valid hours (有效学时). */
  readonly creditedSeconds: number;
  readonly clearedSeconds: number;
};

const total = (entries: readonly LedgerEntry[], ...kinds: LedgerEntryKind[]): number =>
  toMillisecond(
    entries
      .filter((entry) => kinds.includes(entry.entry))
      .reduce((sum, entry) => sum + entry.seconds, 0),
  );

function byLesson(entries: readonly LedgerEntry[]): LedgerEntry[][] {
  const groups = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const key = `${entry.epoch}/${entry.lessonId}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()];
}

/** What stands of one lesson in one epoch: studied, less cleared, plus restored. */
const standing = (entries: readonly LedgerEntry[]): number =>
  total(entries, 'hours.studied', 'hours.cleared', 'hours.restored');

/** The balance is always the sum of the entries; no figure is kept beside them. */
export function balanceOf(entries: readonly LedgerEntry[]): Balance {
  const lessons = byLesson(entries);
  const credited = lessons.map((lesson) =>
    Math.min(total(lesson, 'hours.credited'), Math.max(0, standing(lesson))),
  );
  return {
    studiedSeconds: toMillisecond(lessons.reduce((sum, lesson) => sum + standing(lesson), 0)),
    creditedSeconds: toMillisecond(credited.reduce((sum, seconds) => sum + seconds, 0)),
    clearedSeconds: Math.abs(total(entries, 'hours.cleared', 'hours.restored')),
  };
}

type Stamp = { readonly auditId: string; readonly at: Instant };

/** What stands of each lesson, whatever epochs it was studied in: studied, less cleared. */
export function standingByLesson(entries: readonly LedgerEntry[]): Map<string, number> {
  const lessons = new Map<string, number>();
  for (const group of byLesson(entries)) {
    const lessonId = group[0]?.lessonId ?? '';
    lessons.set(lessonId, toMillisecond((lessons.get(lessonId) ?? 0) + standing(group)));
  }
  return lessons;
}

/**
 * The entry of a lesson that has just been completed: the seconds watched, less those that still stand
 * from an epoch before (a clear of a part leaves the rest). Null when nothing is added.
 */
export function studiedEntry(
  entries: readonly LedgerEntry[],
  lesson: { readonly lessonId: string; readonly epoch: number; readonly watchedSeconds: number },
  at: Instant,
): LedgerEntry | null {
  const { lessonId, epoch, watchedSeconds } = lesson;
  const before = standingByLesson(entries).get(lessonId) ?? 0;
  const seconds = toMillisecond(watchedSeconds - before);
  return seconds > 0
    ? { entry: 'hours.studied', epoch, lessonId, seconds, auditId: null, at }
    : null;
}

/** Entries that accept what stands and has not been credited yet, parts kept from before included. */
export const creditEntries = (entries: readonly LedgerEntry[], stamp: Stamp): LedgerEntry[] =>
  byLesson(entries).flatMap((lesson) => {
    const seconds = toMillisecond(standing(lesson) - total(lesson, 'hours.credited'));
    const { epoch = 0, lessonId = '' } = lesson[0] ?? {};
    return seconds > 0
      ? [{ entry: 'hours.credited' as const, epoch, lessonId, seconds, ...stamp }]
      : [];
  });

/** So many seconds of a lesson. */
export type LessonSeconds = { readonly lessonId: string; readonly seconds: number };

/**
 * The opposite entries of so many seconds of lessons, or of all that stands: nothing is deleted.
 * Handbook §3: 学时将被清除. What was studied last goes first.
 */
export function clearEntries(
  entries: readonly LedgerEntry[],
  stamp: Stamp,
  cuts: readonly LessonSeconds[] | null = null,
): LedgerEntry[] {
  const left = new Map(cuts?.map(({ lessonId, seconds }) => [lessonId, seconds]));
  const newestFirst = byLesson(entries).sort((a, b) => (b[0]?.epoch ?? 0) - (a[0]?.epoch ?? 0));
  return newestFirst.flatMap((lesson) => {
    const { epoch = 0, lessonId = '' } = lesson[0] ?? {};
    const wanted = cuts === null ? Infinity : (left.get(lessonId) ?? 0);
    const seconds = toMillisecond(Math.min(wanted, standing(lesson)));
    if (seconds <= 0) return [];
    left.set(lessonId, toMillisecond(wanted - seconds));
    return [{ entry: 'hours.cleared' as const, epoch, lessonId, seconds: -seconds, ...stamp }];
  });
}

/** The entries by which a granted appeal gives back exactly the seconds an audit cleared. */
export const restoreEntries = (
  entries: readonly LedgerEntry[],
  auditId: string,
  at: Instant,
): LedgerEntry[] =>
  entries
    .filter((entry) => entry.entry === 'hours.cleared' && entry.auditId === auditId)
    .map((entry) => ({ ...entry, entry: 'hours.restored', seconds: -entry.seconds, at }));

/**
 * A lesson restored and relearned would count twice: the opposite entries of what stands beyond the
 * union of its watched stretches. The later study gives way, so what was restored stays restored.
 */
export const levelEntries = (
  entries: readonly LedgerEntry[],
  watchedSeconds: ReadonlyMap<string, number>,
  stamp: Stamp,
): LedgerEntry[] =>
  clearEntries(
    entries,
    stamp,
    [...standingByLesson(entries)].map(([lessonId, seconds]) => ({
      lessonId,
      seconds: toMillisecond(seconds - (watchedSeconds.get(lessonId) ?? seconds)),
    })),
  );
