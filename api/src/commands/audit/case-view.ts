import {
  checkConflicts,
  creditHoursOf,
  maskIdentityNumber,
  ok,
  permitted,
  postLabel,
  refusalSentence,
  WHOLE_YEAR,
  type ClearScope,
  type LifecycleSnapshot,
  type Policy,
  type Result,
  type StaffPermission,
} from '@xuzheng/engine';
import { hasSeenPortrait } from '../../db/access-log.ts';
import {
  auditCase,
  faceChecksOfCase,
  sessionsOfCase,
  snapshotsOfCase,
  studiedWithoutFace,
} from '../../db/audit-desk.ts';
import { attendedChecksOfEpoch } from '../../db/attended-checks.ts';
import { calendarVersion } from '../../db/calendars.ts';
import type { Db } from '../../db/connect.ts';
import { enrolmentShown } from '../../db/enrolments-listed.ts';
import { findingsOf } from '../../db/findings.ts';
import { fileInForce } from '../../db/learner-files.ts';
import { policyOf } from '../../db/policies.ts';
import { sharedInto } from '../../db/shared-hours.ts';
import { staffNames } from '../../db/signers.ts';
import type { Deps } from '../../deps.ts';
import type { CaseView } from '../../schemas/audits.ts';
import { explanationView, projectedSnapshot } from '../../schemas/explanation-view.ts';

import { iso, isoOrNull } from '../../schemas/shared.ts';
import { readCaseText } from '../case-text.ts';
import { explainFactsOf } from '../enrolment/explain-facts.ts';
import {
  AUDIT_NOT_FOUND,
  caseFactsOf,
  signerOf,
  type CaseRow,
  type StoredProposal,
} from './case-facts.ts';
import {
  attendedViews,
  faceCheckViews,
  findingViews,
  reasonLabel,
  sessionViews,
  sharedViews,
  snapshotViews,
  totalsOfSessions,
} from './case-parts.ts';
import { clearCost, scopeWords } from './clear-cost.ts';
import { auditClockView, pauseTextId } from './clock-view.ts';
import { questionsOf } from './question-view.ts';
import { ownershipView } from './handler-view.ts';

/** Who looks at the case. */
export type CaseReader = {
  readonly staffId: string;
  readonly permissions: readonly StaffPermission[];
  readonly language: 'zh' | 'en';
};

const COMMANDS = {
  ACCEPT: ['accept', 'audits.accept'],
  PROPOSE_CLEAR: ['proposeClear', 'audits.proposeClear'],
  REJECT_PROPOSAL: ['rejectProposal', 'audits.proposeClear'],
  SIGN_CLEAR: ['signClear', 'audits.signClear'],
  PAUSE_AUDIT: ['pauseAudit', 'audits.accept'],
  RESUME_AUDIT: ['resumeAudit', 'audits.accept'],
} as const;

function permittedOf(
  snapshot: LifecycleSnapshot | null,
  row: CaseRow,
  reader: CaseReader,
  now: number,
): CaseView['permitted'] {
  if (snapshot === null || row.closedAt !== null) return [];
  const open = permitted(snapshot, now);
  const given = reader.permissions.includes('audits.accept') ? (['handOver'] as const) : [];
  const commanded = (Object.keys(COMMANDS) as (keyof typeof COMMANDS)[]).flatMap((name) => {
    const [action, permission] = COMMANDS[name];
    if (!open.includes(name) || !reader.permissions.includes(permission)) return [];
    return name === 'SIGN_CLEAR' && row.proposedBy === reader.staffId ? [] : [action];
  });
  return [...commanded, ...given];
}

async function proposalView(
  deps: Deps,
  row: CaseRow,
  reader: CaseReader,
): Promise<CaseView['proposal']> {
  const proposal = row.proposal as StoredProposal | null;
  if (proposal === null || row.proposedBy === null || row.proposedAt === null) return null;
  const names = await staffNames(deps.db, [row.proposedBy]);
  return {
    proposedBy: names.get(row.proposedBy) ?? '',
    mine: row.proposedBy === reader.staffId,
    proposedAt: iso(row.proposedAt),
    reasonCode: proposal.reasonCode,
    reasonLabel: reasonLabel(proposal.reasonCode),
    explanation: (await readCaseText(deps, proposal.textId, row.wrappedDataKey)) ?? '',
    findingIds: [...proposal.findingIds],
    evidenceVersion: proposal.evidenceVersion,
    scope: await scopeView(deps.db, row, proposal.scope ?? WHOLE_YEAR),
    cost: await clearCost(deps.db, row, proposal.scope ?? WHOLE_YEAR),
  };
}

const scopeView = async (db: Db, row: CaseRow, scope: ClearScope) => ({
  kind: scope.kind,
  ids: [...scope.ids],
  words: await scopeWords(db, row, scope),
});

export async function verdictView(
  deps: Pick<Deps, 'db' | 'vault'>,
  row: CaseRow,
): Promise<CaseView['verdict']> {
  if (row.verdict === null || row.decidedAt === null) return null;
  return {
    verdict: row.verdict as 'accepted' | 'cleared',
    at: iso(row.decidedAt),
    reasonLabel: row.reasonCode === null ? null : reasonLabel(row.reasonCode),
    explanation: await readCaseText(deps, row.textId, row.wrappedDataKey),
    scope:
      row.verdict === 'cleared'
        ? await scopeView(deps.db, row, (row.scope as ClearScope | null) ?? WHOLE_YEAR)
        : null,
  };
}

const pauseWords = (deps: Deps, row: CaseRow) =>
  readCaseText(deps, pauseTextId(row), row.wrappedDataKey);

async function evidenceOf(deps: Deps, row: CaseRow, policy: Policy) {
  const key = { enrolmentId: row.enrolmentId, epoch: row.epoch };
  const [snapshots, faceChecks, attended, sessions, findings, shared] = await Promise.all([
    snapshotsOfCase(deps.db, key),
    faceChecksOfCase(deps.db, key),
    attendedChecksOfEpoch(deps.db, key),
    sessionsOfCase(deps.db, key),
    findingsOf(deps.db, key),
    sharedInto(deps.db, row.enrolmentId),
  ]);
  const totals = totalsOfSessions(sessions);
  const standing = totals.creditedSeconds + totals.pendingSeconds;
  return {
    snapshots: snapshotViews(snapshots),
    faceChecks: faceCheckViews(faceChecks),
    attendedChecks: attendedViews(attended),
    sessions: sessionViews(sessions),
    findings: findingViews(findings),
    sharedHours: sharedViews(shared, row.epoch),
    totals: { ...totals, creditHours: creditHoursOf(standing, policy.creditHourSeconds) },
  };
}

function identityOf(deps: Deps, row: CaseRow) {
  if (row.wrappedDataKey === null) return { holder: '', idNumberMasked: '' };
  const key = deps.vault.unwrap(row.wrappedDataKey);
  return {
    holder: deps.vault.openText(key, row.nameSealed),
    idNumberMasked: maskIdentityNumber(deps.vault.openText(key, row.idNumberSealed)),
  };
}

/** What the registry said of the portrait when it was uploaded; null when there is none. */
async function portraitMatchOf(deps: Deps, row: CaseRow): Promise<CaseView['portraitMatch']> {
  const portrait = await fileInForce(deps.db, row.learnerId, 'portrait');
  return (portrait?.registryMatch ?? null) as CaseView['portraitMatch'];
}

/** Where no machine compared a face a person does: has this reader looked at the portrait yet? */
async function portraitByEyeOf(
  { db }: Deps,
  { enrolmentId, epoch, learnerId, openedAt: since }: CaseRow,
  staffId: string,
): Promise<CaseView['portraitByEye']> {
  if (!(await studiedWithoutFace(db, { enrolmentId, epoch }))) return null;
  return { seen: await hasSeenPortrait(db, { staffId, learnerId, since }) };
}

/** The whole case as one member of staff may see it. Refuses `audit/notFound`. */
export async function caseView(
  deps: Deps,
  auditId: string,
  reader: CaseReader,
): Promise<Result<CaseView>> {
  const row = await auditCase(deps.db, auditId);
  const enrolment = row && (await enrolmentShown(deps.db, row.enrolmentId));
  if (!row || !enrolment) return AUDIT_NOT_FOUND;
  const snapshot = projectedSnapshot(enrolment);
  if (snapshot === null) return AUDIT_NOT_FOUND;
  const now = deps.clock.now();
  const policy = await policyOf(deps.db, row);
  const calendar = await calendarVersion(deps.db, row.calendarVersion);
  const conflict = checkConflicts(
    await signerOf(deps.db, reader.staffId),
    await caseFactsOf(deps.db, row),
  );
  return ok({
    ...plainPartOf(row),
    ...identityOf(deps, row),
    portraitMatch: await portraitMatchOf(deps, row),
    portraitByEye: await portraitByEyeOf(deps, row, reader.staffId),
    clock: auditClockView(row, policy, calendar, now, await pauseWords(deps, row)),
    explanation: explanationView(snapshot, policy, now, await explainFactsOf(deps.db, enrolment)),
    ...(await evidenceOf(deps, row, policy)),
    questions: await questionsOf(deps, row),
    costSentence: (await clearCost(deps.db, row, WHOLE_YEAR)).sentence,
    ...(await ownershipView(deps, row, reader.staffId)),
    proposal: await proposalView(deps, row, reader),
    verdict: await verdictView(deps, row),
    permitted: conflict.ok ? permittedOf(snapshot, row, reader, now) : [],
    conflict: conflict.ok
      ? null
      : {
          code: conflict.refusal.code,
          sentence: refusalSentence(conflict.refusal, reader.language),
        },
  });
}

const plainPartOf = (row: CaseRow) => ({
  id: row.id,
  enrolmentId: row.enrolmentId,
  learnerId: row.learnerId,
  post: row.post,
  postLabel: { zh: postLabel(row.post, 'zh'), en: postLabel(row.post, 'en') },
  studyYear: row.studyYear,
  employer: row.employer,
  n: row.n,
  epoch: row.epoch,
  risk: row.risk,
  examRequired: row.examRequired,
  examPassedAt: isoOrNull(row.examPassedAt),
  evidenceVersion: row.evidenceVersion,
  portraitUrl: `/api/learners/${row.learnerId}/portrait`,
  closedAt: isoOrNull(row.closedAt),
  closedAs: row.closedAs,
});
