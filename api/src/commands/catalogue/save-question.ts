import { checkQuestion, isPost, ok, refuse, type Result } from '@xuzheng/engine';
import type { Db } from '../../db/connect.ts';
import { writeJournal } from '../../db/journal.ts';
import {
  findQuestion,
  insertQuestion,
  lockQuestionVersions,
  retireQuestion,
  type QuestionRow,
} from '../../db/questions.ts';
import type { Deps } from '../../deps.ts';
import type { QuestionContentAsked, QuestionDraftAsked } from '../../schemas/catalogue.ts';

type QuestionDeps = Pick<Deps, 'db' | 'clock'>;

const note = (trx: Db, staffId: string, now: number, action: string, questionId: string) =>
  writeJournal(trx, {
    at: new Date(now),
    actor: { kind: 'staff', id: staffId },
    action,
    details: { questionId },
  });

/** The content once it holds. Refuses `exam/questionInvalid` with the part. */
export function checkContent(content: QuestionContentAsked): Result<QuestionContentAsked> {
  if (content.post !== null && !isPost(content.post)) {
    return refuse('exam/questionInvalid', { part: 'post' });
  }
  const checked = checkQuestion(content);
  if (!checked.ok) return checked;
  const { stem, options, answer, topic } = checked.value;
  return ok({ ...content, stem, topic, options: [...options], answer: [...answer] });
}

const insertVersion = (
  trx: Db,
  code: string,
  version: number,
  content: QuestionContentAsked,
  now: number,
): Promise<QuestionRow> =>
  insertQuestion(trx, {
    code,
    version,
    post: content.post,
    kind: content.kind,
    topic: content.topic.trim(),
    stem: content.stem,
    options: JSON.stringify(content.options),
    answer: content.answer,
    explanation: content.explanation ?? '',
    createdAt: new Date(now),
  });

/** Does the live version say the same already? */
export const saysTheSame = (row: QuestionRow, content: QuestionContentAsked): boolean =>
  row.retiredAt === null &&
  row.post === content.post &&
  row.kind === content.kind &&
  row.topic === content.topic.trim() &&
  row.stem === content.stem &&
  row.explanation === (content.explanation ?? '') &&
  JSON.stringify(row.options) === JSON.stringify(content.options) &&
  JSON.stringify(row.answer) === JSON.stringify(content.answer);

/** Writes the next version of a code: papers that were drawn keep the version they froze. */
export async function writeNextVersion(
  trx: Db,
  code: string,
  content: QuestionContentAsked,
  now: number,
): Promise<{ row: QuestionRow; was: 'inserted' | 'updated' | 'unchanged' }> {
  const [newest] = await lockQuestionVersions(trx, code);
  if (newest === undefined) {
    return { row: await insertVersion(trx, code, 1, content, now), was: 'inserted' };
  }
  if (saysTheSame(newest, content)) return { row: newest, was: 'unchanged' };
  await retireQuestion(trx, newest.id, new Date(now));
  const row = await insertVersion(trx, code, newest.version + 1, content, now);
  return { row, was: 'updated' };
}

/** A new question under a code of its own. Refuses `exam/questionInvalid`, `request/conflict`. */
export function draftQuestion(
  { db, clock }: QuestionDeps,
  staffId: string,
  { code, ...content }: QuestionDraftAsked,
): Promise<Result<QuestionRow>> {
  return db.transaction().execute(async (trx) => {
    const checked = checkContent(content);
    if (!checked.ok) return checked;
    if ((await lockQuestionVersions(trx, code)).length > 0) return refuse('request/conflict');
    const now = clock.now();
    const row = await insertVersion(trx, code, 1, checked.value, now);
    await note(trx, staffId, now, 'question.drafted', row.id);
    return ok(row);
  });
}

/** A new version of a question. Refuses `request/notFound`, `exam/questionInvalid`. */
export function changeQuestion(
  { db, clock }: QuestionDeps,
  staffId: string,
  id: string,
  content: QuestionContentAsked,
): Promise<Result<QuestionRow>> {
  return db.transaction().execute(async (trx) => {
    const known = await findQuestion(trx, id);
    if (known === undefined) return refuse('request/notFound');
    const checked = checkContent(content);
    if (!checked.ok) return checked;
    const now = clock.now();
    const { row, was } = await writeNextVersion(trx, known.code, checked.value, now);
    if (was !== 'unchanged') await note(trx, staffId, now, 'question.changed', row.id);
    return ok(row);
  });
}

/** Takes a question out of the bank; papers that hold it stay as they are. */
export function withdrawQuestion(
  { db, clock }: QuestionDeps,
  staffId: string,
  id: string,
): Promise<Result<void>> {
  return db.transaction().execute(async (trx) => {
    const known = await findQuestion(trx, id);
    if (known === undefined) return refuse('request/notFound');
    if (known.retiredAt !== null) return ok(undefined);
    const now = clock.now();
    await retireQuestion(trx, id, new Date(now));
    await note(trx, staffId, now, 'question.retired', id);
    return ok(undefined);
  });
}
