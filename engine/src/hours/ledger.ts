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

/** Entries that accept what stands in an epoch and has not been credited yet. */
export const creditEntries = (
  entries: readonly LedgerEntry[],
  epoch: number,
  stamp: Stamp,
): LedgerEntry[] =>
  byLesson(entries.filter((entry) => entry.epoch === epoch)).flatMap((lesson) => {
    const seconds = toMillisecond(standing(lesson) - total(lesson, 'hours.credited'));
    const lessonId = lesson[0]?.lessonId ?? '';
    return seconds > 0
      ? [{ entry: 'hours.credited' as const, epoch, lessonId, seconds, ...stamp }]
      : [];
  });

/** The opposite entries that clear an epoch: nothing is deleted. Handbook §3: 学时将被清除. */
export const clearEntries = (
  entries: readonly LedgerEntry[],
  epoch: number,
  stamp: Stamp,
): LedgerEntry[] =>
  byLesson(entries.filter((entry) => entry.epoch === epoch)).flatMap((lesson) => {
    const seconds = standing(lesson);
    const lessonId = lesson[0]?.lessonId ?? '';
    return seconds > 0
      ? [{ entry: 'hours.cleared' as const, epoch, lessonId, seconds: -seconds, ...stamp }]
      : [];
  });

/** The entries by which a granted appeal gives back exactly the seconds an audit cleared. */
export const restoreEntries = (
  entries: readonly LedgerEntry[],
  auditId: string,
  at: Instant,
): LedgerEntry[] =>
  entries
    .filter((entry) => entry.entry === 'hours.cleared' && entry.auditId === auditId)
    .map((entry) => ({ ...entry, entry: 'hours.restored', seconds: -entry.seconds, at }));
