import { checkConflicts, refuse, type AuditPauseReason, type Result } from '@xuzheng/engine';
import type { CommandOutcome } from '@xuzheng/workflows';
import { auditCase } from '../../db/audit-desk.ts';
import type { Deps } from '../../deps.ts';
import { sendCommand } from '../../temporal/index.ts';
import { keepCaseText } from '../case-text.ts';
import { AUDIT_NOT_FOUND, caseFactsOf, signerOf } from './case-facts.ts';
import type { Decision } from './decide-audit.ts';

/** What a learner is to send must be said; other reasons say enough by themselves. */
const WORDS_AT_LEAST = 4;

export type PauseDraft = {
  readonly reasonCode: AuditPauseReason;
  /** It ends by itself at the end of that many working days. */
  readonly workingDays: number;
  /** The learner reads it. */
  readonly words: string;
};

/**
 * Stops the clock of an audit for a stated reason. It goes on by itself, at the latest when the
 * policy's allowance is used up; refuses conflicts, and a longer pause than the policy has left.
 */
export async function pauseAudit(
  deps: Deps,
  draft: Decision & PauseDraft,
): Promise<Result<CommandOutcome>> {
  const row = await auditCase(deps.db, draft.auditId);
  if (row === null) return AUDIT_NOT_FOUND;
  const signer = await signerOf(deps.db, draft.staffId);
  const allowed = checkConflicts(signer, await caseFactsOf(deps.db, row));
  if (!allowed.ok) return allowed;
  const words = draft.words.trim();
  if (draft.reasonCode === 'evidenceAsked' && [...words].length < WORDS_AT_LEAST)
    return refuse('audit/explanationMissing', { atLeast: WORDS_AT_LEAST });
  const { staffId, commandId, reasonCode, workingDays } = draft;
  const kept = { id: commandId, enrolmentId: row.enrolmentId, writtenBy: `staff:${staffId}` };
  return sendCommand(deps.temporal, row.enrolmentId, {
    commandId,
    actor: `staff:${staffId}`,
    event: {
      ...{ type: 'PAUSE_AUDIT', by: staffId, reasonCode, workingDays },
      textId: words === '' ? null : await keepCaseText(deps, { ...kept, text: words }),
    },
  });
}

/** Lets the clock go on before the pause has run out. */
export async function resumeAudit(
  deps: Deps,
  { auditId, staffId, commandId }: Decision,
): Promise<Result<CommandOutcome>> {
  const row = await auditCase(deps.db, auditId);
  if (row === null) return AUDIT_NOT_FOUND;
  return sendCommand(deps.temporal, row.enrolmentId, {
    ...{ commandId, actor: `staff:${staffId}` },
    event: { type: 'RESUME_AUDIT', by: staffId },
  });
}
