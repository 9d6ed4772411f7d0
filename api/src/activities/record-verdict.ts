import {
  CLEAR_REASON_LABELS,
  clearEntries,
  creditEntries,
  dayDeadline,
  postLabel,
  workingDeadline,
  type ClearReason,
  type LifecycleSnapshot,
  type Policy,
} from '@xuzheng/engine';
import type { VerdictRecording } from '@xuzheng/workflows';
import { auditByN, closeAudit } from '../db/audits.ts';
import { caseTextById } from '../db/case-texts.ts';
import { activeHoursCertificate, voidCertificate } from '../db/certificates.ts';
import { calendarFor } from '../db/calendars.ts';
import type { Trx } from '../db/connect.ts';
import { enrolmentLocked, setEnrolment } from '../db/enrolments.ts';
import { appendLedger, ledgerOf } from '../db/hour-ledger.ts';
import { openLearner } from '../db/learners.ts';
import { policyOf } from '../db/policies.ts';
import { insertVerdict, newestModelOf, verdictOfAudit } from '../db/verdicts.ts';
import { queueNotice } from '../notices/index.ts';
import type { Shell } from './shell.ts';

type Context = LifecycleSnapshot['context'];
type Case = {
  readonly trx: Trx;
  readonly shell: Shell;
  readonly enrolment: Awaited<ReturnType<typeof enrolmentLocked>>;
  readonly policy: Policy;
  readonly audit: NonNullable<Context['audit']>;
  readonly verdict: NonNullable<NonNullable<Context['audit']>['verdict']>;
  readonly auditId: string;
  readonly at: Date;
};

/**
 * Writes a verdict and all that follows from it in one transaction: ledger, epoch, certificates and
 * notice. A verdict on evidence that has changed meanwhile is not written (invariant 12).
 */
export async function recordVerdict(
  shell: Shell,
  enrolmentId: string,
  { context }: LifecycleSnapshot,
): Promise<VerdictRecording> {
  return shell.db.transaction().execute(async (trx) => {
    const enrolment = await enrolmentLocked(trx, enrolmentId);
    const { audit } = context;
    if (audit === null || audit.verdict === null) throw new Error('no verdict is in recording');
    const row = await auditByN(trx, enrolmentId, audit.n);
    if (row === undefined) throw new Error('the audit has not been written');
    const policy = await policyOf(trx, enrolment);
    const at = new Date(audit.verdict.at);
    const { verdict } = audit;
    const its: Case = { trx, shell, enrolment, policy, audit, verdict, auditId: row.id, at };
    const isWritten = (await verdictOfAudit(trx, row.id)) !== undefined;
    if (!isWritten && enrolment.evidenceVersion !== verdict.evidenceVersion) {
      return { outcome: 'stale', evidenceVersion: enrolment.evidenceVersion };
    }
    if (!isWritten) await (verdict.verdict === 'accepted' ? writeAcceptance(its) : writeClear(its));
    if (verdict.verdict === 'accepted') return { outcome: 'recorded' };
    return { outcome: 'recorded', ...(await windowsAfterClear(its)) };
  });
}

async function writeRow(its: Case): Promise<void> {
  const { trx, enrolment, audit, verdict, policy } = its;
  const isClear = verdict.verdict === 'cleared';
  await insertVerdict(trx, {
    ...{ auditId: its.auditId, enrolmentId: enrolment.id, verdict: verdict.verdict },
    ...{ decidedBy: verdict.by, evidenceVersion: verdict.evidenceVersion, at: its.at },
    proposedBy: isClear ? (audit.proposal?.by ?? null) : null,
    reasonCode: isClear ? (audit.proposal?.reasonCode ?? null) : null,
    textId: isClear ? (audit.proposal?.textId ?? null) : null,
    policyId: enrolment.policyId,
    policyVersion: enrolment.policyVersion,
    thresholdsVersion: policy.faceThresholds.version,
    modelId: await newestModelOf(trx, enrolment.id),
  });
  await closeAudit(trx, its.auditId, verdict.verdict, its.at);
}

/** Handbook §1: 审核通过后,向学员注册手机号发送短信. */
async function writeAcceptance(its: Case): Promise<void> {
  const { trx, shell, enrolment, auditId, at } = its;
  await writeRow(its);
  const stamp = { auditId, at: at.getTime() };
  const entries = creditEntries(await ledgerOf(trx, enrolment.id), enrolment.epoch, stamp);
  await appendLedger(trx, enrolment.id, enrolment.policyVersion, entries);
  await queueNotice(trx, shell.vault, {
    ...{ learnerId: enrolment.learnerId, enrolmentId: enrolment.id, key: `verdict/${auditId}` },
    template: 'hoursAccepted',
    params: { examOpen: enrolment.examRequired && enrolment.examPassedAt === null },
    ...{ sms: true, inApp: true },
  });
}

/**
 * Handbook §3: 将对学时进行清除,需要重新学习; 不影响在线考核成绩. Nothing is deleted: the ledger gets
 * opposite entries and a new epoch begins, in which nothing has been studied yet.
 */
async function writeClear(its: Case): Promise<void> {
  const { trx, enrolment, auditId, at, audit } = its;
  await writeRow(its);
  const stamp = { auditId, at: at.getTime() };
  const ledger = await ledgerOf(trx, enrolment.id);
  const entries = clearEntries(ledger, audit.epoch, stamp);
  await appendLedger(trx, enrolment.id, enrolment.policyVersion, entries);
  await setEnrolment(trx, enrolment.id, { epoch: audit.epoch + 1, hoursCompletedAt: null });
  const certificate = await activeHoursCertificate(trx, enrolment.id);
  if (certificate !== undefined) {
    await voidCertificate(trx, certificate.id, { at, reason: '学时已清除' });
  }
  await tellOfClear(its);
}

async function tellOfClear(its: Case): Promise<void> {
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
    },
    ...{ sms: true, inApp: true },
  });
}

/** Until when the learner may appeal, and until when at least the hours may be studied again. */
async function windowsAfterClear({ trx, policy, at }: Case) {
  const calendar = await calendarFor(trx, policy);
  const from = at.getTime();
  return {
    appealUntil: workingDeadline(from, policy.appealWorkingDays, policy.audit, calendar),
    relearnUntil: dayDeadline(from, policy.relearnWindowDays, policy.audit),
  };
}
