import type { Instant } from '../calendar/day.ts';
import { drawsFrom } from '../kernel/draw.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { ExamRule } from '../policy/policy.ts';
import type { Question, QuestionKind } from './question.ts';

/** A question as it stands on one paper: options in their drawn order, key beside them. */
export type PaperItem = {
  readonly questionId: string;
  readonly version: number;
  readonly kind: QuestionKind;
  readonly topic: string;
  readonly stem: string;
  readonly options: readonly string[];
  /** Indexes into the options as drawn. Never leaves the server. */
  readonly key: readonly number[];
};

/** A paper frozen at the start of an attempt: a later change of the bank does not touch it. */
export type Paper = {
  readonly seed: string;
  readonly pointsEach: number;
  readonly items: readonly PaperItem[];
};

/** What the learner sees of an item. */
export type OpenItem = Omit<PaperItem, 'key' | 'version'>;

/** Chosen options by question id, indexes into the options as drawn. */
export type AnswerSheet = Readonly<Record<string, readonly number[]>>;

function itemOf(question: Question, seed: string): PaperItem {
  const indexes = question.options.map((_, i) => i);
  const order =
    question.kind === 'trueFalse'
      ? indexes
      : drawsFrom(`options:${seed}:${question.id}`).shuffled(indexes);
  return {
    questionId: question.id,
    version: question.version,
    kind: question.kind,
    topic: question.topic,
    stem: question.stem,
    options: order.map((i) => question.options[i] ?? ''),
    key: question.answer.map((i) => order.indexOf(i)).sort((a, b) => a - b),
  };
}

/**
 * Draws a paper from the bank by a recorded seed: the same seed and bank give the same paper.
 * Handbook §2: 题目共 50 道. Refuses `exam/bankTooSmall`.
 */
export function drawPaper(
  seed: string,
  bank: readonly Question[],
  rule: Pick<ExamRule, 'questions' | 'pointsEach'>,
): Result<Paper> {
  if (bank.length < rule.questions) {
    return refuse('exam/bankTooSmall', { has: bank.length, needs: rule.questions });
  }
  // Sorted first: the order in which a database hands out rows must not change a paper.
  const sorted = [...bank].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const drawn = drawsFrom(`paper:${seed}`).shuffled(sorted).slice(0, rule.questions);
  const items = drawn.map((question) => itemOf(question, seed));
  return ok({ seed, pointsEach: rule.pointsEach, items });
}

/** The paper as the learner may see it: without keys. */
export const openItems = (paper: Paper): OpenItem[] =>
  paper.items.map(({ questionId, kind, topic, stem, options }) => ({
    questionId,
    kind,
    topic,
    stem,
    options,
  }));

/**
 * Reads one answer. An empty choice takes an answer back. Refuses `exam/answersInvalid` with `part`:
 * a question of another paper, an option that is not there, two options where one is asked.
 */
export function checkAnswer(
  paper: Paper,
  questionId: string,
  chosen: readonly number[],
): Result<readonly number[]> {
  const bad = (part: string) => refuse('exam/answersInvalid', { part });
  const item = paper.items.find((candidate) => candidate.questionId === questionId);
  if (item === undefined) return bad('foreignQuestion');
  const picked = [...new Set(chosen)].sort((a, b) => a - b);
  if (picked.length !== chosen.length) return bad('repeatedOption');
  if (!picked.every((i) => Number.isInteger(i) && i >= 0 && i < item.options.length)) {
    return bad('unknownOption');
  }
  if (item.kind !== 'multiple' && picked.length > 1) return bad('tooManyOptions');
  return ok(picked);
}

/** Reads a whole sheet: 51 answers, a foreign question or a bad option refuse it as a whole. */
export function checkAnswers(paper: Paper, sheet: AnswerSheet): Result<AnswerSheet> {
  const checked: Record<string, readonly number[]> = {};
  for (const [questionId, chosen] of Object.entries(sheet)) {
    const answer = checkAnswer(paper, questionId, chosen);
    if (!answer.ok) return answer;
    checked[questionId] = answer.value;
  }
  return ok(checked);
}

/** May an answer still be given? Refuses `exam/alreadySubmitted`, `exam/timeOver`. */
export function checkAttemptOpen(
  attempt: { readonly startedAt: Instant; readonly submittedAt: Instant | null },
  at: Instant,
  rule: Pick<ExamRule, 'timeLimitSeconds'>,
): Result<void> {
  if (attempt.submittedAt !== null) return refuse('exam/alreadySubmitted');
  const limit = rule.timeLimitSeconds;
  const late = limit !== null && at > attempt.startedAt + limit * 1000;
  return late ? refuse('exam/timeOver', { limitSeconds: limit }) : ok(undefined);
}
