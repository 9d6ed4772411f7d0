import { checkAppealDecision, refuse, type Refused, type Result } from '@xuzheng/engine';
import type { CommandOutcome } from '@xuzheng/workflows';
import type { Deps } from '../../deps.ts';
import { appealShown } from '../../db/appeals-shown.ts';
import { auditCase } from '../../db/audit-desk.ts';
import { sendCommand } from '../../temporal/index.ts';
import { caseFactsOf, signerOf } from '../audit/case-facts.ts';
import { keepCaseText } from '../case-text.ts';
import { involvedIn } from './appeal-view.ts';

export type AppealDecision = {
  readonly appealId: string;
  readonly staffId: string;
  readonly commandId: string;
  readonly outcome: 'granted' | 'dismissed';
  /** The learner reads it. */
  readonly explanation: string;
};

const NOT_FOUND: Refused = refuse('appeal/notFound');
const EXPLANATION_AT_LEAST = 10;

/**
 * Grants or dismisses an appeal. Refuses whoever had a part in the case, the learner's own employer,
 * and an explanation too short to be one. An appeal never makes it worse.
 */
export async function decideAppeal(
  deps: Deps,
  decision: AppealDecision,
): Promise<Result<CommandOutcome>> {
  const appeal = await appealShown(deps.db, decision.appealId);
  const audit = appeal && (await auditCase(deps.db, appeal.auditId));
  if (!appeal || !audit) return NOT_FOUND;
  const text = decision.explanation.trim();
  if ([...text].length < EXPLANATION_AT_LEAST)
    return refuse('audit/explanationMissing', { atLeast: EXPLANATION_AT_LEAST });
  const facts = await caseFactsOf(deps.db, audit, involvedIn(appeal));
  const allowed = checkAppealDecision(await signerOf(deps.db, decision.staffId), facts);
  if (!allowed.ok) return allowed;
  const textId = await keepCaseText(deps, {
    id: decision.commandId,
    enrolmentId: appeal.enrolmentId,
    writtenBy: `staff:${decision.staffId}`,
    text,
  });
  return sendCommand(deps.temporal, appeal.enrolmentId, {
    commandId: decision.commandId,
    actor: `staff:${decision.staffId}`,
    event: {
      type: decision.outcome === 'granted' ? 'GRANT' : 'DISMISS',
      by: decision.staffId,
      textId,
    },
  });
}
