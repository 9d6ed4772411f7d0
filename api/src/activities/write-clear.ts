import {
  carriedWatched,
  CLEAR_REASON_LABELS,
  clearEntries,
  cutsOf,
  measure,
  postLabel,
  WHOLE_YEAR,
  type ClearCut,
  type ClearReason,
  type ClearScope,
  type LedgerEntry,
} from '@xuzheng/engine';
import { scopeWords } from '../commands/audit/clear-cost.ts';
import { tellOriginCleared } from '../commands/study/origin-findings.ts';
import { caseTextById } from '../db/case-texts.ts';
import { activeHoursCertificate, voidCertificate } from '../db/certificates.ts';
import { setEnrolment } from '../db/enrolments.ts';
import { heldLessons } from '../db/held-lessons.ts';
import { appendLedger, ledgerOf } from '../db/hour-ledger.ts';
import { openLearner } from '../db/learners.ts';
import { progressOfEnrolment, saveProgress } from '../db/lesson-progress.ts';
import { queueNotice } from '../notices/index.ts';
import type { VerdictCase } from './verdict-case.ts';

const scopeOf = ({ audit }: VerdictCase): ClearScope => audit.proposal?.scope ?? WHOLE_YEAR;
const epochKey = ({ enrolment, audit }: VerdictCase) => ({
  enrolmentId: enrolment.id,
  epoch: audit.epoch,
});

/** Is there anything in the scope to clear? Of the whole year there always is. */
export async function clearTakes(its: VerdictCase): Promise<boolean> {
  const scope = scopeOf(its);
  if (scope.kind === 'wholeYear') return true;
  return cutsOf(scope, await heldLessons(its.trx, epochKey(its))).length > 0;
}

/**
 * Handbook §3: 将对学时进行清除,需要重新学习; 不影响在线考核成绩. Nothing is deleted: the ledger gets
 * opposite entries and a new epoch begins. After a clear of the whole year nothing has been studied in
 * it yet; a clear of a part carries the rest over.
 */
export async function writeClear(its: VerdictCase): Promise<void> {
  const { trx, enrolment, auditId, at, audit } = its;
  const scope = scopeOf(its);
  const part =
    scope.kind === 'wholeYear' ? null : cutsOf(scope, await heldLessons(trx, epochKey(its)));
  const words = await scopeWords(trx, epochKey(its), scope);
  const ledger = await ledgerOf(trx, enrolment.id);
  const entries = clearEntries(ledger, { auditId, at: at.getTime() }, part);
  await appendLedger(trx, enrolment.id, enrolment.policyVersion, entries);
  if (part !== null) await carryOver(its, part);
  await setEnrolment(trx, enrolment.id, { epoch: audit.epoch + 1, hoursCompletedAt: null });
  const certificate = await activeHoursCertificate(trx, enrolment.id);
  if (certificate !== undefined) {
    await voidCertificate(trx, certificate.id, { at, reason: '学时已清除' });
  }
  await tellSharing(its, entries);
  await tellOfClear(its, part === null ? null : words.zh);
}

/** What the clear leaves alone goes on in the next epoch; the closed one stays as it was. */
async function carryOver(its: VerdictCase, cuts: readonly ClearCut[]): Promise<void> {
  const { trx, enrolment, audit } = its;
  const next = { enrolmentId: enrolment.id, epoch: audit.epoch + 1 };
  for (const [lessonId, past] of await progressOfEnrolment(trx, epochKey(its))) {
    const cut = cuts.find((one) => one.lessonId === lessonId);
    const watched = carriedWatched(past.watched, cut?.ranges ?? []);
    await saveProgress(
      trx,
      { ...next, lessonId },
      {
        watched,
        pending: carriedWatched(past.pending, cut?.ranges ?? []),
        watchedSeconds: measure(watched),
        completedAt: cut === undefined ? past.completedAt : null,
      },
    );
  }
}

/** Other posts that share public hours of these get a finding, never a clear (F19). */
async function tellSharing(its: VerdictCase, entries: readonly LedgerEntry[]): Promise<void> {
  const { trx, enrolment, policy, auditId, audit, at, sameYear } = its;
  const cleared = { origin: enrolment, policy, auditId, epoch: audit.epoch, entries };
  const reasonCode = audit.proposal?.reasonCode ?? null;
  await tellOriginCleared(trx, { ...cleared, clearedAt: at.getTime(), reasonCode }, sameYear);
}

async function tellOfClear(its: VerdictCase, scope: string | null): Promise<void> {
  const { trx, shell, enrolment, policy, auditId, audit } = its;
  const learner = await openLearner(trx, shell.vault, enrolment.learnerId);
  if (learner === undefined || audit.proposal === null) return;
  const { reasonCode, textId } = audit.proposal;
  const sealed = await caseTextById(trx, textId);
  await queueNotice(trx, shell.vault, {
    ...{ learnerId: enrolment.learnerId, enrolmentId: enrolment.id, key: `verdict/${auditId}` },
    template: 'hoursCleared',
    params: {
      name: learner.name,
      postLabel: postLabel(enrolment.post),
      studyYear: enrolment.studyYear,
      wording: policy.clearingNotice,
      reason: CLEAR_REASON_LABELS[reasonCode as ClearReason]?.zh ?? reasonCode,
      explanation: sealed === null ? '' : shell.vault.openText(learner.dataKey, sealed),
      part: scope,
    },
    ...{ sms: true, inApp: true },
  });
}
