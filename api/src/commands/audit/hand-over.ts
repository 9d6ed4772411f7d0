import {
  checkConflicts,
  dayOf,
  handlerOn,
  ok,
  permissionsOf,
  refuse,
  type Result,
} from '@xuzheng/engine';
import { absencesOn } from '../../db/absences.ts';
import { auditCase } from '../../db/audit-desk.ts';
import { insertHandover, openCaseLocked } from '../../db/audit-owners.ts';
import type { Db } from '../../db/connect.ts';
import { writeJournal } from '../../db/journal.ts';
import { findStaff } from '../../db/staff.ts';
import type { Deps } from '../../deps.ts';
import { keepCaseText } from '../case-text.ts';
import { AUDIT_NOT_FOUND, caseFactsOf, signerOf, type CaseRow } from './case-facts.ts';
import type { Decision } from './decide-audit.ts';

export type Handover = Decision & {
  /** Null gives the case back to everybody. */
  readonly toId: string | null;
  /** The receiver reads it. */
  readonly note: string;
};

const NOTE_AT_LEAST = 4;

/** A receiver is there today, may decide audits, and has no conflict of interest in this one. */
async function checkReceiver(db: Db, row: CaseRow, toId: string, today: string) {
  const staff = await findStaff(db, toId);
  const isFit =
    staff !== undefined &&
    staff.disabledAt === null &&
    permissionsOf(staff.roles).includes('audits.accept') &&
    handlerOn(toId, await absencesOn(db, today), today) === toId;
  if (!isFit) return refuse('audit/receiverUnfit');
  return checkConflicts(await signerOf(db, toId), await caseFactsOf(db, row));
}

/**
 * Gives an open case to a colleague with a note, takes it oneself, or gives it back to everybody. Who
 * has a case answers for its clock; deciding it stays open to every auditor without a conflict.
 */
export async function handOver(deps: Deps, draft: Handover): Promise<Result<undefined>> {
  const { auditId, staffId, commandId, toId } = draft;
  const row = await auditCase(deps.db, auditId);
  if (row === null) return AUDIT_NOT_FOUND;
  if (row.closedAt !== null) return refuse('audit/notOpen');
  const at = new Date(deps.clock.now());
  if (toId !== null) {
    const fit = await checkReceiver(deps.db, row, toId, dayOf(at.getTime()));
    if (!fit.ok) return fit;
  }
  const note = draft.note.trim();
  const isGiven = toId !== null && toId !== staffId;
  if (isGiven && [...note].length < NOTE_AT_LEAST)
    return refuse('audit/explanationMissing', { atLeast: NOTE_AT_LEAST });
  const kept = { id: commandId, enrolmentId: row.enrolmentId, writtenBy: `staff:${staffId}` };
  const textId = note === '' ? null : await keepCaseText(deps, { ...kept, text: note });
  return deps.db.transaction().execute(async (trx) => {
    const open = await openCaseLocked(trx, auditId);
    if (open === undefined) return refuse('audit/notOpen');
    const owners = { ownerBefore: open.ownerId, ownerAfter: toId };
    const handover = { id: commandId, auditId, givenBy: staffId, textId, at, ...owners };
    if (!(await insertHandover(trx, handover))) return ok(undefined);
    await writeJournal(trx, {
      ...{ at, actor: { kind: 'staff', id: staffId }, action: 'audit.handedOver' },
      ...{
        learnerId: row.learnerId,
        enrolmentId: row.enrolmentId,
        details: { auditId, ...owners },
      },
    });
    return ok(undefined);
  });
}
