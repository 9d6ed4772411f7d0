import { drawsFrom } from '../kernel/draw.ts';
import { grade } from '../exam/grade.ts';
import { drawPaper, type PaperItem } from '../exam/paper.ts';
import type { Question } from '../exam/question.ts';
import type { AttendedRule, Policy } from '../policy/policy.ts';
import type { SessionRule } from './session.machine.ts';

/**
 * The checks of a session without a face. They come at the same committed times: a planned snapshot
 * is a question on the lesson's topic while the lesson plays, a planned recheck a code by SMS; a code
 * lets in at the door.
 */
export const ATTENDED_KINDS = ['entry', 'recheck', 'question'] as const;
export type AttendedKind = (typeof ATTENDED_KINDS)[number];

/**
 * Numbers of the path without a face. Choices of this product: a code travels and is typed, so its
 * answer has three minutes; its limits are its own, sized for a whole day of study at four checks an
 * hour, and no account's activation is ever locked by them.
 */
export const ATTENDED_RULE: AttendedRule = {
  answerSeconds: 180,
  questionTries: 3,
  codeWaitSeconds: 20,
  code: { ttlSeconds: 300, tries: 5, perMinute: 2, perHour: 12, perDay: 80 },
};

/** The policy's rule; a policy written before this path was there has the shipped numbers. */
export const attendedRuleOf = (policy: Pick<Policy, 'attended'>): AttendedRule =>
  policy.attended ?? ATTENDED_RULE;

/** What a session copies of the policy at its start: without a face the answer takes longer. */
export const sessionRuleOf = (policy: Policy, attended: boolean): SessionRule => ({
  recheckAnswerSeconds: attended
    ? attendedRuleOf(policy).answerSeconds
    : policy.recheckAnswerSeconds,
  recheckTries: policy.recheckTries,
  unacknowledgedPauseSeconds: policy.unacknowledgedPauseSeconds,
});

/** Those never asked before; when all were, the half that was asked longest ago. */
function freshest(pool: readonly Question[], asked: readonly string[]): Question[] {
  const fresh = pool.filter((question) => !asked.includes(question.id));
  if (fresh.length > 0) return fresh;
  const lastAsked = (question: Question): number => asked.lastIndexOf(question.id);
  const byAge = [...pool].sort((a, b) => lastAsked(a) - lastAsked(b));
  return byAge.slice(0, Math.ceil(byAge.length / 2));
}

/**
 * Draws a question on the lesson's topic that this learner has not been asked yet (`asked`: ids,
 * oldest first); on any topic of the post when the bank has none on this one. Null: an empty bank.
 */
export function drawCheckQuestion(
  seed: string,
  bank: readonly Question[],
  topic: string,
  asked: readonly string[],
): PaperItem | null {
  const onTopic = bank.filter((question) => question.topic === topic);
  const pool = freshest(onTopic.length > 0 ? onTopic : bank, asked);
  const sorted = [...pool].sort((a, b) => (a.id < b.id ? -1 : 1));
  const question = sorted[drawsFrom(`attended:${seed}`).below(sorted.length)];
  if (question === undefined) return null;
  const paper = drawPaper(seed, [question], { questions: 1, pointsEach: 1 });
  return paper.ok ? (paper.value.items[0] ?? null) : null;
}

/** Is exactly the key chosen? */
export const answersRight = (item: PaperItem, chosen: readonly number[]): boolean =>
  grade(
    { seed: '', pointsEach: 1, items: [item] },
    { [item.questionId]: [...chosen] },
    { passAt: 1 },
  ).passed;
