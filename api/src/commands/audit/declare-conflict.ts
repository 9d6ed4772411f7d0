import { ok, type Result } from '@xuzheng/engine';
import { appealShown } from '../../db/appeals-shown.ts';
import { auditCase } from '../../db/audit-desk.ts';
import { insertConflict } from '../../db/conflict-declarations.ts';
import { writeJournal } from '../../db/journal.ts';
import { keptWords } from '../../db/kept-words.ts';
import type { Deps } from '../../deps.ts';
import { sendCommand } from '../../temporal/index.ts';
import { AUDIT_NOT_FOUND } from './case-facts.ts';

export type Declaration = {
  readonly staffId: string;
  readonly commandId: string;
  readonly reason: string;
};

/**
 * Somebody says that they have an interest in a case: from then on they neither propose nor sign nor
 * decide it, and it leaves their queue. A proposal of theirs goes off the table first. Refuses
 * `audit/notFound`.
 */
export async function declareConflict(
  deps: Deps,
  auditId: string,
  { staffId, commandId, reason }: Declaration,
): Promise<Result<undefined>> {
  const row = await auditCase(deps.db, auditId);
  if (row === null) return AUDIT_NOT_FOUND;
  if (row.proposedBy === staffId && row.closedAt === null) {
    const event = { type: 'REJECT_PROPOSAL', by: staffId } as const;
    const command = { commandId, actor: `staff:${staffId}`, event };
    const rejected = await sendCommand(deps.temporal, row.enrolmentId, command);
    const isGone = rejected.ok || rejected.refusal.code !== 'process/unavailable';
    if (!isGone) return rejected;
  }
  const { enrolmentId, learnerId } = row;
  const kept = await keptWords(deps.db, deps.vault, learnerId, reason.trim());
  await deps.db.transaction().execute(async (trx) => {
    const at = new Date(deps.clock.now());
    await insertConflict(trx, { enrolmentId, staffId, reason: kept, declaredAt: at });
    const actor = { kind: 'staff', id: staffId } as const;
    const details = { auditId };
    await writeJournal(trx, {
      ...{ at, actor, action: 'audit.conflictDeclared', learnerId, enrolmentId, details },
    });
  });
  return ok(undefined);
}

/** The same for the reviewer of an appeal, who knows the case by its appeal alone. */
export async function declareAppealConflict(
  deps: Deps,
  appealId: string,
  declaration: Declaration,
): Promise<Result<undefined>> {
  const appeal = await appealShown(deps.db, appealId);
  return appeal === null ? AUDIT_NOT_FOUND : declareConflict(deps, appeal.auditId, declaration);
}
