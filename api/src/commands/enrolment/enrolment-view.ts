import { maskIdentityNumber, maskName, postLabel } from '@xuzheng/engine';
import type { enrolmentShown } from '../../db/enrolments-listed.ts';
import { policyOf } from '../../db/policies.ts';
import type { Deps } from '../../deps.ts';
import type { EnrolmentView } from '../../schemas/enrolments.ts';
import { explanationView, projectedSnapshot, stepViews } from '../../schemas/explanation-view.ts';
import { iso, isoOrNull } from '../../schemas/shared.ts';
import { explainFactsOf } from './explain-facts.ts';

type Row = NonNullable<Awaited<ReturnType<typeof enrolmentShown>>>;

function maskedPerson(deps: Deps, row: Row) {
  if (row.wrappedDataKey === null) return { holderMasked: '', idNumberMasked: '' };
  const key = deps.vault.unwrap(row.wrappedDataKey);
  return {
    holderMasked: maskName(deps.vault.openText(key, row.nameSealed)),
    idNumberMasked: maskIdentityNumber(deps.vault.openText(key, row.idNumberSealed)),
  };
}

/** An enrolment for staff and integrators, with the one explanation everybody gets. */
export async function enrolmentView(deps: Deps, row: Row): Promise<EnrolmentView> {
  const snapshot = projectedSnapshot(row);
  const policy = await policyOf(deps.db, row);
  return {
    id: row.id,
    learnerId: row.learnerId,
    ...maskedPerson(deps, row),
    post: row.post,
    postLabel: { zh: postLabel(row.post, 'zh'), en: postLabel(row.post, 'en') },
    studyYear: row.studyYear,
    policyId: row.policyId,
    policyVersion: row.policyVersion,
    employer: row.employer,
    examRequired: row.examRequired,
    epoch: row.epoch,
    createdAt: iso(row.createdAt),
    stateAt: isoOrNull(row.stateAt),
    tags: row.stateTags,
    explanation:
      snapshot &&
      explanationView(snapshot, policy, deps.clock.now(), await explainFactsOf(deps.db, row)),
    steps: snapshot === null ? [] : stepViews(snapshot),
  };
}
