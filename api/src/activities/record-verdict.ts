import { creditEntries, dayDeadline, type LifecycleSnapshot } from '@xuzheng/engine';
import type { VerdictRecording } from '@xuzheng/workflows';
import { auditByN, closeAudit } from '../db/audits.ts';
import { calendarFor } from '../db/calendars.ts';
import { enrolmentLocked } from '../db/enrolments.ts';
import { appendLedger, ledgerOf } from '../db/hour-ledger.ts';
import { lockSameYear } from '../db/shared-hours.ts';
import { policyOf } from '../db/policies.ts';
import { insertVerdict, newestModelOf, verdictOfAudit } from '../db/verdicts.ts';
import { keepGrounds } from '../commands/decision/keep-grounds.ts';
import { queueNotice } from '../notices/index.ts';
import { appealDaysAfter } from './appeal-clock.ts';
import { issueHoursCertificate } from './hours-certificate.ts';
import type { Shell } from './shell.ts';
import type { VerdictCase as Case } from './verdict-case.ts';
import { clearTakes, writeClear } from './write-clear.ts';

/**
 * Writes a verdict and all that follows from it in one transaction: ledger, epoch, certificates and
 * notice. A verdict on evidence that has changed meanwhile is not written (invariant 12).
 */
export async function recordVerdict(
  shell: Shell,
  enrolmentId: string,
  { context }: LifecycleSnapshot,
): Promise<VerdictRecording> {
  const recording = await write(shell, enrolmentId, context);
  const isAccepted =
    recording.outcome === 'recorded' && context.audit?.verdict?.verdict === 'accepted';
  // Once renewed nothing is reported again, but accepted hours have their certificate (Handbook §4).
  if (isAccepted && context.renewedAt !== null) await issueHoursCertificate(shell, enrolmentId);
  return recording;
}

async function write(
  shell: Shell,
  enrolmentId: string,
  context: LifecycleSnapshot['context'],
): Promise<VerdictRecording> {
  return shell.db.transaction().execute(async (trx) => {
    const sameYear = await lockSameYear(trx, enrolmentId);
    const enrolment = await enrolmentLocked(trx, enrolmentId);
    const { audit } = context;
    if (audit === null || audit.verdict === null) throw new Error('no verdict is in recording');
    const row = await auditByN(trx, enrolmentId, audit.n);
    if (row === undefined) throw new Error('the audit has not been written');
    const policy = await policyOf(trx, enrolment);
    const at = new Date(audit.verdict.at);
    const { verdict } = audit;
    const its: Case = {
      trx,
      shell,
      enrolment,
      policy,
      audit,
      verdict,
      auditId: row.id,
      at,
      sameYear,
    };
    const isWritten = (await verdictOfAudit(trx, row.id)) !== undefined;
    if (!isWritten && (await isStale(its))) {
      return { outcome: 'stale', evidenceVersion: enrolment.evidenceVersion };
    }
    if (!isWritten) {
      await writeRow(its);
      await (verdict.verdict === 'accepted' ? writeAcceptance(its) : writeClear(its));
    }
    if (verdict.verdict === 'accepted') return { outcome: 'recorded' };
    return { outcome: 'recorded', ...(await windowsAfterClear(its)) };
  });
}

/** There is newer evidence than was decided on, or nothing is left to clear. */
const isStale = async (its: Case): Promise<boolean> =>
  its.enrolment.evidenceVersion !== its.verdict.evidenceVersion ||
  (its.verdict.verdict === 'cleared' && !(await clearTakes(its)));

async function writeRow(its: Case): Promise<void> {
  const { trx, enrolment, audit, verdict, policy } = its;
  const isClear = verdict.verdict === 'cleared';
  await insertVerdict(trx, {
    ...{ auditId: its.auditId, enrolmentId: enrolment.id, verdict: verdict.verdict },
    ...{ decidedBy: verdict.by, evidenceVersion: verdict.evidenceVersion, at: its.at },
    proposedBy: isClear ? (audit.proposal?.by ?? null) : null,
    reasonCode: isClear ? (audit.proposal?.reasonCode ?? null) : null,
    textId: isClear ? (audit.proposal?.textId ?? null) : null,
    scope: isClear && audit.proposal?.scope ? JSON.stringify(audit.proposal.scope) : null,
    policyId: enrolment.policyId,
    policyVersion: enrolment.policyVersion,
    thresholdsVersion: policy.faceThresholds.version,
    ...(await newestModelOf(trx, enrolment.id)),
  });
  await keepGrounds(trx, its.auditId, policy);
  await closeAudit(trx, its.auditId, verdict.verdict, its.at);
}

/** Handbook §1: 审核通过后,向学员注册手机号发送短信. */
async function writeAcceptance(its: Case): Promise<void> {
  const { trx, shell, enrolment, auditId, at } = its;
  const stamp = { auditId, at: at.getTime() };
  const entries = creditEntries(await ledgerOf(trx, enrolment.id), stamp);
  await appendLedger(trx, enrolment.id, enrolment.policyVersion, entries);
  await queueNotice(trx, shell.vault, {
    ...{ learnerId: enrolment.learnerId, enrolmentId: enrolment.id, key: `verdict/${auditId}` },
    template: 'hoursAccepted',
    params: { examOpen: enrolment.examRequired && enrolment.examPassedAt === null },
    ...{ sms: true, inApp: true },
  });
}

/** Until when the learner may appeal, and until when at least the hours may be studied again. */
async function windowsAfterClear({ trx, policy, at }: Case) {
  const { until, provisional } = appealDaysAfter(at, policy, await calendarFor(trx, policy));
  return {
    appealUntil: until,
    appealProvisional: provisional,
    relearnUntil: dayDeadline(at.getTime(), policy.relearnWindowDays, policy.audit),
  };
}
