import {
  balanceOf,
  FINDING_LABELS,
  isWindowOpen,
  ok,
  refuse,
  relearnPlan,
  type FindingKind,
  type LifecycleContext,
  type LifecycleSnapshot,
  type Policy,
  type Ranges,
  type Result,
} from '@xuzheng/engine';
import { latestAppealOf } from '../../db/appeals-shown.ts';
import { auditCase, latestAuditOf, snapshotsOfCase } from '../../db/audit-desk.ts';
import { calendarVersion } from '../../db/calendars.ts';
import type { Db } from '../../db/connect.ts';
import { findEnrolmentOf } from '../../db/enrolments-studied.ts';
import { findingsOf } from '../../db/findings.ts';
import { ledgerOf } from '../../db/hour-ledger.ts';
import { policyOf } from '../../db/policies.ts';
import { relearnLessons, clearedSecondsOf, auditIdByNumber } from '../../db/relearn.ts';
import type { Deps } from '../../deps.ts';
import type { MyAuditView } from '../../schemas/audits.ts';
import { explanationView, projectedSnapshot } from '../../schemas/explanation-view.ts';
import { iso, isoOrNull } from '../../schemas/shared.ts';
import { readCaseText } from '../case-text.ts';
import { explainFactsOf } from '../enrolment/explain-facts.ts';
import type { CaseRow } from './case-facts.ts';
import { reasonLabel } from './case-parts.ts';
import { verdictView } from './case-view.ts';
import { auditClockView, pauseTextId } from './clock-view.ts';
import { questionsOf } from './question-view.ts';

const CONSEQUENCE = {
  zh: '到期不会自动通过,也不会自动清除;超过 5 个工作日将升级由高级审核员处理。',
  en: 'Lapse of time neither accepts nor clears anything; past 5 working days a senior auditor takes over.',
} as const;

type Own = { readonly enrolmentId: string; readonly learnerId: string };

/** The learner's side of the newest audit: the clock, the verdict and its reasons, the way back. */
export async function myAuditView(deps: Deps, own: Own): Promise<Result<MyAuditView>> {
  const enrolment = await findEnrolmentOf(deps.db, own.enrolmentId, own.learnerId);
  if (enrolment === undefined) return refuse('enrolment/notFound');
  const audit = await latestAuditOf(deps.db, enrolment.id);
  const snapshot = projectedSnapshot(enrolment);
  const now = deps.clock.now();
  const policy = await policyOf(deps.db, enrolment);
  const running = audit !== null && audit.closedAt === null;
  return ok({
    clock: running
      ? auditClockView(
          audit,
          policy,
          await calendarVersion(deps.db, audit.calendarVersion),
          now,
          await readCaseText(deps, pauseTextId(audit), audit.wrappedDataKey),
        )
      : null,
    owner: await ownerOf(deps, enrolment, policy),
    consequence: CONSEQUENCE,
    verdict: audit === null ? null : await verdictView(deps, audit),
    clear: snapshot === null ? null : await clearView(deps, enrolment.id, snapshot, now),
    appeal: await appealView(deps, enrolment.id),
    question: audit === null ? null : ((await questionsOf(deps, audit)).at(-1) ?? null),
  });
}

async function ownerOf(
  { db, clock }: Deps,
  enrolment: Parameters<typeof projectedSnapshot>[0] & Parameters<typeof explainFactsOf>[1],
  policy: Policy,
): Promise<string> {
  const snapshot = projectedSnapshot(enrolment);
  if (snapshot === null) return 'system';
  return explanationView(snapshot, policy, clock.now(), await explainFactsOf(db, enrolment)).owner;
}

/** The last clear, for as long as it is the newest thing that happened to the hours. */
async function clearView(
  deps: Deps,
  enrolmentId: string,
  snapshot: LifecycleSnapshot,
  now: number,
): Promise<MyAuditView['clear']> {
  const { clear } = snapshot.context;
  const auditId = clear && (await auditIdByNumber(deps.db, enrolmentId, clear.auditN));
  const row = auditId ? await auditCase(deps.db, auditId) : null;
  if (!clear || row === null) return null;
  const explanation = await readCaseText(deps, row.textId, row.wrappedDataKey);
  return {
    clearedAt: iso(clear.at),
    reasonLabel: reasonLabel(row.reasonCode ?? ''),
    explanation: explanation ?? '',
    ...(await evidenceOf(deps.db, row)),
    clearedSeconds: await clearedSecondsOf(deps.db, row.id),
    // Past its guessed end, a window of an unpublished year is open and nobody knows how long.
    appealUntil:
      isWindowOpen(clear, now) && now > clear.appealUntil ? null : iso(clear.appealUntil),
    relearnUntil: iso(Math.max(clear.relearnUntil, snapshot.context.yearEndsAt)),
    mayAppeal: !clear.appealed && isWindowOpen(clear, now),
    scope: (await verdictView(deps, row))?.scope ?? null,
    ...(await wayBack(deps.db, enrolmentId)),
  };
}

/** The shortest way back, in whole minutes: a started one counts. */
async function wayBack(db: Db, enrolmentId: string) {
  const lessons = await relearnLessons(db, enrolmentId);
  const titles = new Map(lessons.map((lesson) => [lesson.id, lesson.title]));
  const plan = relearnPlan(
    lessons.map((lesson) => ({
      lessonId: lesson.id,
      durationSeconds: Number(lesson.durationSeconds),
      watched: (lesson.watched ?? []) as unknown as Ranges,
    })),
  );
  return {
    relearn: plan.steps.map(({ lessonId, missingSeconds, done }) => ({
      ...{ lessonId, title: titles.get(lessonId) ?? '', done },
      minutes: Math.ceil(missingSeconds / 60),
    })),
    relearnMinutes: Math.ceil(plan.missingSeconds / 60),
    relearnLessons: plan.lessonsLeft,
    keptSeconds: balanceOf(await ledgerOf(db, enrolmentId)).studiedSeconds,
  };
}

async function evidenceOf(db: Db, row: CaseRow) {
  const key = { enrolmentId: row.enrolmentId, epoch: row.epoch };
  const findings = await findingsOf(db, key);
  const snapshots = await snapshotsOfCase(db, key);
  return {
    findings: findings
      .filter((finding) => finding.strength !== 'note')
      .map((finding) => ({
        label: FINDING_LABELS[finding.kind as FindingKind],
        sentence: finding.sentence,
        seconds: finding.seconds,
      })),
    snapshots: snapshots
      .filter((snapshot) => snapshot.outcome === 'missed' || snapshot.outcome === 'uncertain')
      // What the learner had deleted is not there to be shown.
      .filter((snapshot) => snapshot.forgottenAt === null)
      .map((snapshot) => ({
        id: snapshot.id,
        takenAt: iso(snapshot.takenAt),
        imageUrl: `/api/me/snapshots/${snapshot.id}/image`,
        outcome: snapshot.outcome,
      })),
  };
}

const isEscalated = ({ stateContext }: { readonly stateContext: unknown }): boolean =>
  (stateContext as Partial<LifecycleContext> | null)?.appeal?.overdueNotedAt != null;

async function appealView(deps: Deps, enrolmentId: string): Promise<MyAuditView['appeal']> {
  const appeal = await latestAppealOf(deps.db, enrolmentId);
  if (appeal === null) return null;
  const read = (id: string | null) => readCaseText(deps, id, appeal.wrappedDataKey);
  return {
    id: appeal.id,
    filedAt: iso(appeal.filedAt),
    dueAt: iso(appeal.dueAt),
    state: appeal.state,
    text: (await read(appeal.textId)) ?? '',
    decision: isoOrNull(appeal.decidedAt) && (await read(appeal.decisionTextId)),
    overdue: appeal.state === 'filed' && isEscalated(appeal),
  };
}
