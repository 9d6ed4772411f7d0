import {
  checkAppealDecision,
  ok,
  postLabel,
  refusalSentence,
  refuse,
  workingDaysLeft,
  type LifecycleContext,
  type Refused,
  type Result,
  type Signer,
} from '@xuzheng/engine';
import { appealShown, openAppeals } from '../../db/appeals-shown.ts';
import { auditCase } from '../../db/audit-desk.ts';
import { calendarVersion } from '../../db/calendars.ts';
import { openLearner } from '../../db/learners.ts';
import { policyOf } from '../../db/policies.ts';
import { staffNames } from '../../db/signers.ts';
import type { Deps } from '../../deps.ts';
import type { AppealItemView, BlindCaseView } from '../../schemas/appeals.ts';
import { iso } from '../../schemas/shared.ts';
import { caseFactsOf, signerOf, type CaseRow } from '../audit/case-facts.ts';
import { caseView } from '../audit/case-view.ts';
import { readCaseText } from '../case-text.ts';
import { veil } from './veil.ts';

export type AppealRow = NonNullable<Awaited<ReturnType<typeof appealShown>>>;

const NOT_FOUND: Refused = refuse('appeal/notFound');

/** Staff who touched the case: the process remembers them. */
export const involvedIn = ({ stateContext }: AppealRow): readonly string[] =>
  (stateContext as Partial<LifecycleContext> | null)?.involved ?? [];

const isEscalated = ({ stateContext }: AppealRow): boolean =>
  (stateContext as Partial<LifecycleContext> | null)?.appeal?.overdueNotedAt != null;

async function mayDecide(
  deps: Deps,
  row: AppealRow,
  audit: CaseRow,
  signer: Signer,
): Promise<Result<void>> {
  return checkAppealDecision(signer, await caseFactsOf(deps.db, audit, involvedIn(row)));
}

/** All that would tell the reviewer who it is, or who decided: hidden in what people wrote. */
async function wordsToHide(deps: Deps, row: AppealRow, audit: CaseRow): Promise<string[]> {
  const learner = await openLearner(deps.db, deps.vault, audit.learnerId);
  const names = await staffNames(deps.db, involvedIn(row));
  const { name = '', idNumber = '', phone = '' } = learner ?? {};
  return [name, idNumber, phone, row.employer ?? '', ...names.values()];
}

async function itemOf(
  deps: Deps,
  row: AppealRow,
  audit: CaseRow,
  hidden: readonly string[],
): Promise<AppealItemView> {
  const policy = await policyOf(deps.db, row);
  const calendar = await calendarVersion(deps.db, audit.calendarVersion);
  const left = workingDaysLeft(deps.clock.now(), row.dueAt.getTime(), policy.audit, calendar);
  const text = (await readCaseText(deps, row.textId, row.wrappedDataKey)) ?? '';
  return {
    id: row.id,
    postLabel: { zh: postLabel(row.post, 'zh'), en: postLabel(row.post, 'en') },
    studyYear: row.studyYear,
    filedAt: iso(row.filedAt),
    dueAt: iso(row.dueAt),
    workingDaysLeft: left,
    overdue: row.state === 'filed' && isEscalated(row),
    text: veil(text, hidden),
    state: row.state,
  };
}

/** Undecided appeals that this person may decide, the soonest due first, without names. */
export async function appealsFor(deps: Deps, staffId: string): Promise<AppealItemView[]> {
  const signer = await signerOf(deps.db, staffId);
  const items: AppealItemView[] = [];
  for (const row of await openAppeals(deps.db, 100)) {
    const audit = await auditCase(deps.db, row.auditId);
    if (audit === null || !(await mayDecide(deps, row, audit, signer)).ok) continue;
    items.push(await itemOf(deps, row, audit, await wordsToHide(deps, row, audit)));
  }
  return items;
}

type Reader = { readonly staffId: string; readonly language: 'zh' | 'en' };

/**
 * An appeal with its case as the reviewer sees it: no name, number, phone, employer or id of the
 * learner, nobody's who decided; the portrait only where faces have to be judged. Refuses
 * `appeal/notFound`.
 */
export async function blindAppeal(
  deps: Deps,
  appealId: string,
  reader: Reader,
): Promise<Result<{ appeal: AppealItemView; case: BlindCaseView }>> {
  const row = await appealShown(deps.db, appealId);
  const audit = row && (await auditCase(deps.db, row.auditId));
  if (!row || !audit) return NOT_FOUND;
  const named = await caseView(deps, row.auditId, { ...reader, permissions: [] });
  if (!named.ok) return named;
  const hidden = await wordsToHide(deps, row, audit);
  const may = await mayDecide(deps, row, audit, await signerOf(deps.db, reader.staffId));
  const { snapshots, faceChecks, attendedChecks, sessions, findings, totals, verdict, questions } =
    named.value;
  const hasFaces = snapshots.length > 0 || faceChecks.length > 0;
  return ok({
    appeal: await itemOf(deps, row, audit, hidden),
    case: {
      ...{ snapshots, faceChecks, attendedChecks, sessions, findings, totals },
      portraitUrl: hasFaces ? `/api/appeals/${row.id}/portrait` : null,
      portraitMatch: named.value.portraitMatch,
      questions: questions.map((one) => ({
        ...one,
        question: veil(one.question, hidden),
        answer: one.answer && veil(one.answer, hidden),
      })),
      verdict: verdict && {
        ...verdict,
        explanation: verdict.explanation && veil(verdict.explanation, hidden),
      },
      conflict: may.ok
        ? null
        : { code: may.refusal.code, sentence: refusalSentence(may.refusal, reader.language) },
    },
  });
}

/** The audit behind an appeal, for its passport and portrait. Refuses `appeal/notFound`. */
export async function auditOfAppeal(deps: Deps, appealId: string): Promise<Result<CaseRow>> {
  const row = await appealShown(deps.db, appealId);
  const audit = row && (await auditCase(deps.db, row.auditId));
  return audit ? ok(audit) : NOT_FOUND;
}
