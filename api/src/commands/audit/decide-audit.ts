import {
  checkAccept,
  checkConflicts,
  checkProposal,
  checkScope,
  checkSignature,
  ok,
  refuse,
  WHOLE_YEAR,
  type CaseFacts,
  type ClearScope,
  type Result,
  type Signer,
} from '@xuzheng/engine';
import type { CommandOutcome, CommandRequest } from '@xuzheng/workflows';
import type { Deps } from '../../deps.ts';
import { hasSeenPortrait } from '../../db/access-log.ts';
import { auditCase, studiedWithoutFace } from '../../db/audit-desk.ts';
import { heldLessons } from '../../db/held-lessons.ts';
import { policyOf } from '../../db/policies.ts';
import { keepCaseText } from '../case-text.ts';
import { sendCommand } from '../../temporal/index.ts';
import { AUDIT_NOT_FOUND, caseFactsOf, signerOf, type CaseRow } from './case-facts.ts';

/** Who decides, about which audit, under which command id. */
export type Decision = {
  readonly auditId: string;
  readonly staffId: string;
  readonly commandId: string;
};
type Seen = { readonly evidenceVersion: number };

type Step = {
  readonly check: (signer: Signer, facts: CaseFacts) => Result<void>;
  readonly checkMore?: (row: CaseRow) => Promise<Result<void>>;
  readonly event: (row: CaseRow) => Promise<CommandRequest>;
};

/**
 * Conflicts of interest and the evidence version are asked here, where staff records are; whether the
 * case is open to the decision is the process's own answer. A repeated command id is one decision.
 */
async function decide(deps: Deps, decision: Decision, step: Step): Promise<Result<CommandOutcome>> {
  const row = await auditCase(deps.db, decision.auditId);
  if (row === null) return AUDIT_NOT_FOUND;
  const signer = await signerOf(deps.db, decision.staffId);
  const allowed = step.check(signer, await caseFactsOf(deps.db, row));
  if (!allowed.ok) return allowed;
  const more = (await step.checkMore?.(row)) ?? ok(undefined);
  if (!more.ok) return more;
  return sendCommand(deps.temporal, row.enrolmentId, {
    commandId: decision.commandId,
    actor: `staff:${decision.staffId}`,
    event: await step.event(row),
  });
}

/** Without a face no machine has compared anything: whoever accepts has looked at the portrait (F6). */
async function portraitSeen(
  { db }: Deps,
  { staffId }: Decision,
  row: CaseRow,
): Promise<Result<void>> {
  const { enrolmentId, epoch, learnerId, openedAt: since } = row;
  if (!(await studiedWithoutFace(db, { enrolmentId, epoch }))) return ok(undefined);
  const seen = await hasSeenPortrait(db, { staffId, learnerId, since });
  return seen ? ok(undefined) : refuse('audit/portraitNotSeen');
}

/**
 * Accepts the hours. Handbook §1: 经审核通过后计入有效学时. Refuses conflicts, stale evidence, and
 * `audit/portraitNotSeen` where a face was not used.
 */
export const acceptHours = (deps: Deps, decision: Decision & Seen) =>
  decide(deps, decision, {
    check: (signer, facts) => checkAccept(signer, decision.evidenceVersion, facts),
    checkMore: (row) => portraitSeen(deps, decision, row),
    event: async () => ({
      type: 'ACCEPT',
      by: decision.staffId,
      evidenceVersion: decision.evidenceVersion,
    }),
  });

export type ClearDraft = Seen & {
  readonly reasonCode: string;
  /** The learner reads it. */
  readonly explanation: string;
  readonly findingIds: readonly string[];
  /** Absent: the whole year, which is the handbook's. */
  readonly scope?: ClearScope;
};

async function scopeAllowed(deps: Deps, row: CaseRow, scope: ClearScope): Promise<Result<void>> {
  return checkScope(scope, await policyOf(deps.db, row), await heldLessons(deps.db, row));
}

/** Proposes to clear the hours; nothing happens before a second person signs (F26). */
export const proposeClear = (deps: Deps, decision: Decision & ClearDraft) =>
  decide(deps, decision, {
    check: (signer, facts) => checkProposal(signer, decision, facts),
    checkMore: (row) => scopeAllowed(deps, row, decision.scope ?? WHOLE_YEAR),
    event: async (row) => ({
      type: 'PROPOSE_CLEAR',
      by: decision.staffId,
      evidenceVersion: decision.evidenceVersion,
      reasonCode: decision.reasonCode,
      findingIds: [...decision.findingIds],
      ...(decision.scope === undefined ? {} : { scope: decision.scope }),
      textId: await keepCaseText(deps, {
        id: decision.commandId,
        enrolmentId: row.enrolmentId,
        writtenBy: `staff:${decision.staffId}`,
        text: decision.explanation.trim(),
      }),
    }),
  });

/** Takes a proposal off the table, by its proposer or anyone who may sign it. */
export const rejectProposal = (deps: Deps, decision: Decision) =>
  decide(deps, decision, {
    check: checkConflicts,
    event: async () => ({ type: 'REJECT_PROPOSAL', by: decision.staffId }),
  });

/** Countersigns the clear. Refuses the proposer, the same person under another account, stale evidence. */
export const signClear = (deps: Deps, decision: Decision & Seen) =>
  decide(deps, decision, {
    check: (signer, facts) => checkSignature(signer, decision.evidenceVersion, facts),
    event: async () => ({
      type: 'SIGN_CLEAR',
      by: decision.staffId,
      evidenceVersion: decision.evidenceVersion,
    }),
  });
