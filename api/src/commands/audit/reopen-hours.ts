import { checkConflicts, ok, refuse, type Refused, type Result } from '@xuzheng/engine';
import type { CommandOutcome } from '@xuzheng/workflows';
import type { Deps } from '../../deps.ts';
import { latestAuditOf } from '../../db/audit-desk.ts';
import {
  closeReopenRequest,
  insertReopenRequest,
  reopenRequestById,
} from '../../db/reopen-requests.ts';
import { sendCommand } from '../../temporal/index.ts';
import { keepCaseText } from '../case-text.ts';
import { caseFactsOf, signerOf } from './case-facts.ts';

const REASON_AT_LEAST = 10;
const NOT_FOUND: Refused = refuse('enrolment/notFound');

async function checkOutsider(deps: Deps, enrolmentId: string, staffId: string) {
  const row = await latestAuditOf(deps.db, enrolmentId);
  if (row === null) return NOT_FOUND;
  return checkConflicts(await signerOf(deps.db, staffId), await caseFactsOf(deps.db, row));
}

/** The first of two people asks to reopen accepted hours (其他注意事项 1: 一经查实将进行学时清零). */
export async function requestReopening(
  deps: Deps,
  draft: { enrolmentId: string; staffId: string; commandId: string; reason: string },
): Promise<Result<{ id: string }>> {
  const reason = draft.reason.trim();
  if ([...reason].length < REASON_AT_LEAST)
    return refuse('audit/explanationMissing', { atLeast: REASON_AT_LEAST });
  const allowed = await checkOutsider(deps, draft.enrolmentId, draft.staffId);
  if (!allowed.ok) return allowed;
  const textId = await keepCaseText(deps, {
    id: draft.commandId,
    enrolmentId: draft.enrolmentId,
    writtenBy: `staff:${draft.staffId}`,
    text: reason,
  });
  const id = await insertReopenRequest(deps.db, {
    enrolmentId: draft.enrolmentId,
    proposedBy: draft.staffId,
    textId,
    proposedAt: new Date(deps.clock.now()),
  });
  return id === null ? refuse('request/conflict') : ok({ id });
}

type ReopenDecision = { requestId: string; staffId: string; commandId: string };

/** The second person agrees: the audit opens again. The hours certificate stays until a clear. */
export async function approveReopening(
  deps: Deps,
  decision: ReopenDecision,
): Promise<Result<CommandOutcome>> {
  const request = await reopenRequestById(deps.db, decision.requestId);
  if (request === null || request.state === 'rejected') return refuse('request/notFound');
  const allowed = await checkOutsider(deps, request.enrolmentId, decision.staffId);
  if (!allowed.ok) return allowed;
  const outcome = await sendCommand(deps.temporal, request.enrolmentId, {
    commandId: decision.commandId,
    actor: `staff:${decision.staffId}`,
    event: {
      type: 'REOPEN',
      by: decision.staffId,
      proposedBy: request.proposedBy,
      textId: request.textId,
    },
  });
  if (outcome.ok) await close(deps, decision, 'approved');
  return outcome;
}

/** Turns a request down; the hours stay as they are. */
export async function rejectReopening(
  deps: Deps,
  decision: Omit<ReopenDecision, 'commandId'>,
): Promise<Result<undefined>> {
  const request = await reopenRequestById(deps.db, decision.requestId);
  if (request === null) return refuse('request/notFound');
  if (request.proposedBy === decision.staffId) return refuse('audit/sameSigner');
  return (await close(deps, decision, 'rejected')) ? ok(undefined) : refuse('request/conflict');
}

const close = (
  deps: Deps,
  decision: Omit<ReopenDecision, 'commandId'>,
  state: 'approved' | 'rejected',
): Promise<boolean> =>
  closeReopenRequest(deps.db, decision.requestId, {
    state,
    decidedBy: decision.staffId,
    decidedAt: new Date(deps.clock.now()),
  });
