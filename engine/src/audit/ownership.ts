import type { Day } from '../calendar/day.ts';

/** A member of staff away on the days from `fromOn` to `untilOn`, both included. */
export type Absence = {
  readonly staffId: string;
  readonly fromOn: Day;
  readonly untilOn: Day;
  /** Who has the cases meanwhile; null: everybody. */
  readonly deputyId: string | null;
};

/** Longer than this it is not an absence: the cases are handed over for good. */
export const ABSENCE_AT_MOST_DAYS = 92;

/** The absence that keeps a person away on a day. */
export const absenceOn = (
  staffId: string,
  absences: readonly Absence[],
  today: Day,
): Absence | undefined =>
  absences.find((one) => one.staffId === staffId && one.fromOn <= today && today <= one.untilOn);

/**
 * Who has a case on a day: its owner; the deputy while the owner is away, and the deputy's while that
 * one is away too. Null when there is nobody: the case is everybody's, and waits for no one absent.
 */
export function handlerOn(
  ownerId: string | null,
  absences: readonly Absence[],
  today: Day,
): string | null {
  const passed = new Set<string>();
  let handler = ownerId;
  while (handler !== null) {
    const absence = absenceOn(handler, absences, today);
    if (absence === undefined) return handler;
    passed.add(handler);
    handler = absence.deputyId !== null && !passed.has(absence.deputyId) ? absence.deputyId : null;
  }
  return null;
}
