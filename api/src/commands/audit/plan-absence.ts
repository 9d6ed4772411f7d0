import {
  ABSENCE_AT_MOST_DAYS,
  daysBetween,
  dayOf,
  isDay,
  ok,
  permissionsOf,
  refuse,
  type Result,
  type StaffPermission,
} from '@xuzheng/engine';
import { absenceById, cancelAbsence, insertAbsence } from '../../db/absences.ts';
import type { Db } from '../../db/connect.ts';
import { writeJournal } from '../../db/journal.ts';
import { findStaff } from '../../db/staff.ts';
import type { Deps } from '../../deps.ts';

type Planner = { readonly staffId: string; readonly permissions: readonly StaffPermission[] };
export type AbsenceDraft = {
  readonly commandId: string;
  readonly staffId: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly deputyId: string | null;
};

/** One's own; a colleague's only for those who sign clears. */
const mayPlan = (by: Planner, staffId: string): boolean =>
  by.staffId === staffId || by.permissions.includes('audits.signClear');

async function isAuditor(db: Db, id: string): Promise<boolean> {
  const staff = await findStaff(db, id);
  if (staff === undefined || staff.disabledAt !== null) return false;
  return permissionsOf(staff.roles).includes('audits.accept');
}

/**
 * Notes when an auditor is away and who has their cases meanwhile. Refuses days that are past or too
 * many, and a deputy who does not decide audits.
 */
export async function planAbsence(
  deps: Pick<Deps, 'db' | 'clock'>,
  by: Planner,
  draft: AbsenceDraft,
): Promise<Result<{ id: string }>> {
  if (!mayPlan(by, draft.staffId)) return refuse('request/forbidden');
  const { commandId: id, staffId, fromOn, untilOn, deputyId } = draft;
  const at = new Date(deps.clock.now());
  const isSpan =
    isDay(fromOn) &&
    isDay(untilOn) &&
    fromOn <= untilOn &&
    untilOn >= dayOf(at.getTime()) &&
    daysBetween(fromOn, untilOn) < ABSENCE_AT_MOST_DAYS;
  if (!isSpan || deputyId === staffId) return refuse('absence/invalid');
  const people = deputyId === null ? [staffId] : [staffId, deputyId];
  for (const person of people) {
    if (!(await isAuditor(deps.db, person))) return refuse('absence/invalid');
  }
  await deps.db.transaction().execute(async (trx) => {
    const absence = { id, staffId, fromOn, untilOn, deputyId, createdBy: by.staffId };
    await insertAbsence(trx, { ...absence, createdAt: at });
    await journal(trx, by, at, 'absence.planned', absence);
  });
  return ok({ id });
}

/** Back earlier, or never gone: the cases are the owner's again. */
export async function endAbsence(
  deps: Pick<Deps, 'db' | 'clock'>,
  by: Planner,
  id: string,
): Promise<Result<undefined>> {
  const absence = await absenceById(deps.db, id);
  if (absence === undefined || absence.cancelledAt !== null) return refuse('request/notFound');
  if (!mayPlan(by, absence.staffId)) return refuse('request/forbidden');
  const at = new Date(deps.clock.now());
  await deps.db.transaction().execute(async (trx) => {
    await cancelAbsence(trx, id, at);
    await journal(trx, by, at, 'absence.ended', { id, staffId: absence.staffId });
  });
  return ok(undefined);
}

const journal = (
  db: Db,
  { staffId }: Planner,
  at: Date,
  action: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> =>
  writeJournal(db, { at, actor: { kind: 'staff', id: staffId }, action, details });
