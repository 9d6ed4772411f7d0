import { checkConflicts, ok, refuse, type Result } from '@xuzheng/engine';
import { latestAuditOf } from '../../db/audit-desk.ts';
import { hurryVoid, insertVoid, verdictBehind } from '../../db/certificate-voids.ts';
import { certificateById } from '../../db/certificates-shown.ts';
import { writeJournal } from '../../db/journal.ts';
import type { Deps } from '../../deps.ts';
import { caseFactsOf, signerOf } from '../audit/case-facts.ts';
import { keepCaseText } from '../case-text.ts';

const REASON_AT_LEAST = 10;

type Approval = {
  readonly certificateId: string;
  readonly staffId: string;
  readonly commandId: string;
  readonly reason: string;
};

/**
 * A person decides that a training certificate is to be void at the registry, because the hours it
 * stands on have been cleared: nothing is void by itself. It is void here when the registry says so.
 * Refuses `certificate/notFound`, `certificate/hoursStand`, `audit/explanationMissing`, and whoever is
 * in conflict with the case.
 */
export async function approveVoid(deps: Deps, approval: Approval): Promise<Result<{ id: string }>> {
  const { certificateId, staffId, commandId } = approval;
  const reason = approval.reason.trim();
  if ([...reason].length < REASON_AT_LEAST)
    return refuse('audit/explanationMissing', { atLeast: REASON_AT_LEAST });
  const row = await certificateById(deps.db, certificateId);
  if (row === null || row.kind !== 'training' || row.enrolmentId === null)
    return refuse('certificate/notFound');
  const { enrolmentId, learnerId } = row;
  const isCleared = (await verdictBehind(deps.db, enrolmentId)) === 'cleared';
  if (row.status !== 'active' || !isCleared) return refuse('certificate/hoursStand');
  const audit = await latestAuditOf(deps.db, enrolmentId);
  if (audit === null) return refuse('certificate/notFound');
  const allowed = checkConflicts(
    await signerOf(deps.db, staffId),
    await caseFactsOf(deps.db, audit),
  );
  if (!allowed.ok) return allowed;
  const at = new Date(deps.clock.now());
  const written = { id: commandId, enrolmentId, writtenBy: `staff:${staffId}`, text: reason };
  const textId = await keepCaseText(deps, written);
  const id = await insertVoid(deps.db, {
    ...{ certificateId, textId, approvedBy: staffId, approvedAt: at, nextAttemptAt: at },
  });
  if (id === null) return refuse('request/conflict');
  await writeJournal(deps.db, {
    ...{ at, actor: { kind: 'staff', id: staffId }, action: 'certificate.voidApproved' },
    ...{ learnerId, enrolmentId, details: { certificateId, voidId: id } },
  });
  return ok({ id });
}

/** Asks the registry now instead of later; a refused void is asked anew. */
export async function hurryApprovedVoid(
  deps: Pick<Deps, 'db' | 'clock'>,
  { id, staffId }: { readonly id: string; readonly staffId: string },
): Promise<Result<undefined>> {
  const at = new Date(deps.clock.now());
  if (!(await hurryVoid(deps.db, id, at))) return refuse('request/notFound');
  await writeJournal(deps.db, {
    ...{ at, actor: { kind: 'staff', id: staffId }, action: 'certificate.voidHurried' },
    details: { voidId: id },
  });
  return ok(undefined);
}
