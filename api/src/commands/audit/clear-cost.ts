import {
  CLEAR_SCOPE_LABELS,
  clearCostOf,
  clearCostSentence,
  clearScopesOf,
  cutsOf,
  ok,
  WHOLE_YEAR,
  type ClearCost,
  type ClearScope,
  type ClearScopeKind,
  type Result,
} from '@xuzheng/engine';
import type { Static } from 'typebox';
import { auditCase } from '../../db/audit-desk.ts';
import type { Db } from '../../db/connect.ts';
import { findingsOf } from '../../db/findings.ts';
import { heldLessons, type HeldLesson } from '../../db/held-lessons.ts';
import { policyOf } from '../../db/policies.ts';
import { sessionsOfEpoch } from '../../db/study-sessions.ts';
import type { Deps } from '../../deps.ts';
import type { ClearCostSchema, ClearOptionsSchema } from '../../schemas/clearing.ts';
import { AUDIT_NOT_FOUND } from './case-facts.ts';

type Epoch = { readonly enrolmentId: string; readonly epoch: number };
type Options = Static<typeof ClearOptionsSchema>;
type Choice = Options['scopes'][number]['choices'][number];

/** Of findings that are more than a note: the sessions they name. */
async function suspectSessions(db: Db, key: Epoch): Promise<string[]> {
  const findings = await findingsOf(db, key);
  const named = findings
    .filter((finding) => finding.strength !== 'note')
    .flatMap((finding) => (finding.evidence as { sessions?: string[] }).sessions ?? []);
  return [...new Set(named)];
}

const costShown = (cost: ClearCost): Static<typeof ClearCostSchema> => ({
  ...cost,
  sentence: clearCostSentence(cost),
});

/** What a clear of this scope would cost now. */
export async function clearCost(
  db: Db,
  key: Epoch,
  scope: ClearScope,
): Promise<Static<typeof ClearCostSchema>> {
  const lessons = await heldLessons(db, key);
  return costShown(clearCostOf(scope, lessons, await suspectSessions(db, key)));
}

/** The same for an audit named by its id. Refuses `audit/notFound`. */
export async function previewClear(
  { db }: Pick<Deps, 'db'>,
  auditId: string,
  scope: ClearScope,
): Promise<Result<Static<typeof ClearCostSchema>>> {
  const row = await auditCase(db, auditId);
  return row === null ? AUDIT_NOT_FOUND : ok(await clearCost(db, row, scope));
}

type Case = {
  readonly lessons: readonly HeldLesson[];
  readonly suspects: readonly string[];
  readonly sessions: Awaited<ReturnType<typeof sessionsOfEpoch>>;
};

/** When a session was, as people in Shanghai say it. */
const whenWords = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ');

function choicesOf(kind: ClearScopeKind, its: Case): Omit<Choice, 'seconds'>[] {
  const { lessons, suspects, sessions } = its;
  const isSuspect = (lesson: HeldLesson): boolean =>
    lesson.secured.some(({ sessionId }) => suspects.includes(sessionId));
  const titleOf = new Map(lessons.map((lesson) => [lesson.lessonId, lesson.title]));
  switch (kind) {
    case 'wholeYear':
      return [];
    case 'course':
      return [...new Map(lessons.map((one) => [one.courseId, one.courseTitle]))].map(
        ([id, label]) => ({
          ...{ id, label },
          suspect: lessons.some((one) => one.courseId === id && isSuspect(one)),
        }),
      );
    case 'lesson':
      return lessons.map((one) => ({
        ...{ id: one.lessonId, label: one.title, suspect: isSuspect(one) },
      }));
    case 'segments':
      return sessions.map((session) => ({
        id: session.id,
        label: `${titleOf.get(session.lessonId) ?? ''} ${whenWords(session.startedAt)}`,
        suspect: suspects.includes(session.id),
      }));
  }
}

/** What a clear would begin with: all of the kind that a finding names, or everything. */
function suggested(kind: ClearScopeKind, choices: readonly Choice[]): ClearScope {
  if (kind === 'wholeYear') return WHOLE_YEAR;
  return { kind, ids: choices.filter((choice) => choice.suspect).map(({ id }) => id) };
}

/** The scopes that the policy allows, with what each takes. Refuses `audit/notFound`. */
export async function clearOptions(
  { db }: Pick<Deps, 'db'>,
  auditId: string,
): Promise<Result<Options>> {
  const row = await auditCase(db, auditId);
  if (row === null) return AUDIT_NOT_FOUND;
  const [lessons, suspects, sessions, policy] = await Promise.all([
    heldLessons(db, row),
    suspectSessions(db, row),
    sessionsOfEpoch(db, row),
    policyOf(db, row),
  ]);
  const secondsOf = (scope: ClearScope): number =>
    cutsOf(scope, lessons).reduce((sum, cut) => sum + cut.seconds, 0);
  const scopes = clearScopesOf(policy).map((kind) => {
    const choices = choicesOf(kind, { lessons, suspects, sessions })
      .map((choice) => ({ ...choice, seconds: secondsOf({ kind, ids: [choice.id] }) }))
      .filter((choice) => choice.seconds > 0);
    const cost = costShown(clearCostOf(suggested(kind, choices), lessons, suspects));
    return { kind, label: { ...CLEAR_SCOPE_LABELS[kind] }, cost, choices };
  });
  return ok({ scopes });
}

const NAMED_AT_MOST = 3;

/** A scope in words: what the learner reads in the SMS and both sides on their screens. */
export async function scopeWords(
  db: Db,
  key: Epoch,
  scope: ClearScope,
): Promise<{ zh: string; en: string }> {
  if (scope.kind === 'wholeYear') return { ...CLEAR_SCOPE_LABELS.wholeYear };
  const lessons = await heldLessons(db, key);
  const touched = lessons.filter((one) =>
    scope.kind === 'segments'
      ? one.secured.some(({ sessionId }) => scope.ids.includes(sessionId))
      : scope.ids.includes(scope.kind === 'course' ? one.courseId : one.lessonId),
  );
  const titles = touched.map((one) => (scope.kind === 'course' ? one.courseTitle : one.title));
  const all = [...new Set(titles)];
  // A message has little room: the screens list the rest.
  const list = all.slice(0, NAMED_AT_MOST);
  const suffix =
    scope.kind === 'segments' ? { zh: '的部分时段', en: ' in part' } : { zh: '', en: '' };
  return {
    zh: `${list.map((title) => `“${title}”`).join('、')}${all.length > list.length ? `等${all.length}项` : ''}${suffix.zh}`,
    en: `${list.map((title) => `“${title}”`).join(', ')}${suffix.en}`,
  };
}
