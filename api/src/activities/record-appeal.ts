import {
  creditEntries,
  levelEntries,
  measure,
  restoredWatched,
  restoreEntries,
  workingDeadline,
  type LedgerEntry,
  type LifecycleSnapshot,
} from '@xuzheng/engine';
import { appealById, endAppeal, insertAppeal } from '../db/appeals.ts';
import { auditByN, closeAudit, insertAudit, openAuditOf } from '../db/audits.ts';
import { caseTextById } from '../db/case-texts.ts';
import { calendarFor } from '../db/calendars.ts';
import type { Trx } from '../db/connect.ts';
import { enrolmentLocked, setEnrolment } from '../db/enrolments.ts';
import { appendLedger, ledgerOf } from '../db/hour-ledger.ts';
import { openLearner } from '../db/learners.ts';
import { progressOfEnrolment, saveProgress } from '../db/lesson-progress.ts';
import { findLesson } from '../db/lessons.ts';
import { policyOf } from '../db/policies.ts';
import { lockSameYear } from '../db/shared-hours.ts';
import { insertVerdict, newestModelOf, verdictOfAudit } from '../db/verdicts.ts';
import { keepGrounds } from '../commands/decision/keep-grounds.ts';
import { tellOriginRestored } from '../commands/study/origin-findings.ts';
import { queueNotice } from '../notices/index.ts';
import type { Shell } from './shell.ts';

type Context = LifecycleSnapshot['context'];
type Appeal = NonNullable<Context['appeal']>;
type Enrolment = Awaited<ReturnType<typeof enrolmentLocked>>;

/** Writes a filed appeal, so that people who decide appeals see it. */
export async function recordAppeal(
  shell: Shell,
  enrolmentId: string,
  { context }: LifecycleSnapshot,
): Promise<void> {
  const appeal = appealOf(context);
  await shell.db.transaction().execute(async (trx) => {
    const enrolment = await enrolmentLocked(trx, enrolmentId);
    const audit = await auditByN(trx, enrolmentId, appeal.auditN);
    if (audit === undefined) throw new Error('the appealed audit is missing');
    const policy = await policyOf(trx, enrolment);
    const calendar = await calendarFor(trx, policy);
    const { filedAt, appealId, textId } = appeal;
    const dueAt = workingDeadline(filedAt, policy.appealWorkingDays, policy.audit, calendar);
    await insertAppeal(trx, {
      ...{ id: appealId, enrolmentId, auditId: audit.id, textId },
      ...{ filedAt: new Date(filedAt), dueAt: new Date(dueAt) },
    });
    await queueNotice(trx, shell.vault, {
      ...{ learnerId: enrolment.learnerId, enrolmentId, key: `appeal/${appealId}/filed` },
      ...{ template: 'appealFiled', params: {}, sms: true, inApp: true },
    });
  });
}

/**
 * Writes how an appeal ended. Granted: the cleared seconds return exactly, relearned ones stay, each
 * lesson counts at most once its length, and the hours are accepted under an audit of the appeal's own.
 */
export async function recordAppealDecision(
  shell: Shell,
  enrolmentId: string,
  { context }: LifecycleSnapshot,
): Promise<void> {
  const appeal = appealOf(context);
  const { decision } = appeal;
  if (decision === null) throw new Error('the appeal has not been decided');
  await shell.db.transaction().execute(async (trx) => {
    const sameYear = await lockSameYear(trx, enrolmentId);
    const enrolment = await enrolmentLocked(trx, enrolmentId);
    if ((await appealById(trx, appeal.appealId))?.state !== 'filed') return;
    const at = new Date(decision.at);
    await endAppeal(trx, appeal.appealId, {
      ...{ state: decision.outcome, decidedBy: decision.by, decidedAt: at },
      decisionTextId: decision.textId,
    });
    if (decision.outcome === 'granted') await restore(trx, enrolment, context, at, sameYear);
    await tell(trx, shell, enrolment, appeal);
  });
}

function appealOf(context: Context): Appeal {
  if (context.appeal === null) throw new Error('no appeal is pending');
  return context.appeal;
}

async function restore(
  trx: Trx,
  enrolment: Enrolment,
  context: Context,
  at: Date,
  sameYear: readonly Enrolment[],
): Promise<void> {
  const appealed = await auditByN(trx, enrolment.id, context.appeal?.auditN ?? 0);
  if (appealed === undefined) throw new Error('the appealed audit is missing');
  const before = await ledgerOf(trx, enrolment.id);
  const returned = restoreEntries(before, appealed.id, at.getTime());
  await appendLedger(trx, enrolment.id, enrolment.policyVersion, returned);
  await restoreProgress(trx, enrolment, appealed.epoch);
  await tellSharing(trx, enrolment, appealed, { returned, at, sameYear });
  await setEnrolment(trx, enrolment.id, {
    hoursCompletedAt: enrolment.hoursCompletedAt ?? at,
  });
  const auditId =
    context.acceptedAt === null ? await acceptOnAppeal(trx, enrolment, context, at) : appealed.id;
  const stamp = { auditId, at: at.getTime() };
  const union = await watchedByLesson(trx, enrolment);
  const append = (entries: LedgerEntry[]): Promise<void> =>
    appendLedger(trx, enrolment.id, enrolment.policyVersion, entries);
  await append(levelEntries(await ledgerOf(trx, enrolment.id), union, stamp));
  await append(creditEntries(await ledgerOf(trx, enrolment.id), stamp));
}

type Returned = {
  readonly returned: readonly LedgerEntry[];
  readonly at: Date;
  readonly sameYear: readonly Enrolment[];
};

/** What a clear was a finding for elsewhere (F19) is none any more. */
async function tellSharing(
  trx: Trx,
  origin: Enrolment,
  appealed: { readonly id: string; readonly epoch: number },
  { returned, at, sameYear }: Returned,
): Promise<void> {
  const verdict = await verdictOfAudit(trx, appealed.id);
  const cleared = {
    ...{ origin, policy: await policyOf(trx, origin), auditId: appealed.id, epoch: appealed.epoch },
    ...{ entries: returned, clearedAt: (verdict?.at ?? at).getTime() },
    reasonCode: verdict?.reasonCode ?? null,
  };
  await tellOriginRestored(trx, cleared, sameYear, at.getTime());
}

async function restoreProgress(trx: Trx, enrolment: Enrolment, epoch: number): Promise<void> {
  const key = { enrolmentId: enrolment.id, epoch: enrolment.epoch };
  const cleared = await progressOfEnrolment(trx, { ...key, epoch });
  const relearned = await progressOfEnrolment(trx, key);
  for (const [lessonId, past] of cleared) {
    const lesson = await findLesson(trx, lessonId);
    if (lesson === undefined) continue;
    const since = relearned.get(lessonId);
    const duration = Number(lesson.durationSeconds);
    const watched = restoredWatched(past.watched, since?.watched ?? [], duration);
    await saveProgress(
      trx,
      { ...key, lessonId },
      {
        watched,
        pending: since?.pending ?? [],
        watchedSeconds: watched.reduce((sum, [from, to]) => sum + to - from, 0),
        completedAt: since?.completedAt ?? past.completedAt,
      },
    );
  }
}

async function watchedByLesson(trx: Trx, enrolment: Enrolment): Promise<Map<string, number>> {
  const key = { enrolmentId: enrolment.id, epoch: enrolment.epoch };
  const progress = await progressOfEnrolment(trx, key);
  return new Map([...progress].map(([lessonId, { watched }]) => [lessonId, measure(watched)]));
}

async function acceptOnAppeal(
  trx: Trx,
  enrolment: Enrolment,
  { auditsOpened, appeal }: Context,
  at: Date,
): Promise<string> {
  const open = await openAuditOf(trx, enrolment.id);
  if (open !== undefined) await closeAudit(trx, open.id, 'superseded', at);
  const policy = await policyOf(trx, enrolment);
  const calendar = await calendarFor(trx, policy);
  const audit = await insertAudit(trx, {
    ...{ enrolmentId: enrolment.id, epoch: enrolment.epoch, n: auditsOpened + 1 },
    ...{ openedAt: at, dueAt: at, overdueAt: at, calendarVersion: calendar.version },
    ...{ closedAt: at, closedAs: 'accepted' },
  });
  await insertVerdict(trx, {
    ...{ auditId: audit.id, enrolmentId: enrolment.id, verdict: 'accepted', at },
    decidedBy: appeal?.decision?.by ?? '',
    textId: appeal?.decision?.textId ?? null,
    evidenceVersion: enrolment.evidenceVersion,
    policyId: enrolment.policyId,
    policyVersion: enrolment.policyVersion,
    thresholdsVersion: policy.faceThresholds.version,
    ...(await newestModelOf(trx, enrolment.id)),
  });
  await keepGrounds(trx, audit.id, policy);
  return audit.id;
}

async function tell(trx: Trx, shell: Shell, enrolment: Enrolment, appeal: Appeal): Promise<void> {
  const notice = {
    ...{ learnerId: enrolment.learnerId, enrolmentId: enrolment.id, sms: true, inApp: true },
    key: `appeal/${appeal.appealId}/decided`,
  };
  if (appeal.decision?.outcome === 'granted') {
    return queueNotice(trx, shell.vault, { ...notice, template: 'appealGranted', params: {} });
  }
  const learner = await openLearner(trx, shell.vault, enrolment.learnerId);
  const sealed = await caseTextById(trx, appeal.decision?.textId ?? '');
  if (learner === undefined || sealed === null) return;
  const explanation = shell.vault.openText(learner.dataKey, sealed);
  await queueNotice(trx, shell.vault, {
    ...{ ...notice, template: 'appealDismissed', params: { explanation } },
  });
}
