import { ok, refuse, type Result } from '../kernel/result.ts';

export const QUESTION_KINDS = ['single', 'multiple', 'trueFalse'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** A question of the bank, in one version. The answer never leaves the server. */
export type Question = {
  readonly id: string;
  readonly version: number;
  readonly kind: QuestionKind;
  readonly topic: string;
  readonly stem: string;
  readonly options: readonly string[];
  /** Indexes into `options`. */
  readonly answer: readonly number[];
};

export type QuestionDraft = Omit<Question, 'id' | 'version'>;

/** The two options of a true-or-false question, always in this order. */
export const TRUE_FALSE_OPTIONS = ['正确', '错误'] as const;

/** Does the question hold together? Refuses `exam/questionInvalid` with `part`. */
export function checkQuestion(draft: QuestionDraft): Result<QuestionDraft> {
  const bad = (part: string) => refuse('exam/questionInvalid', { part });
  if (draft.stem.trim().length < 4) return bad('stem');
  if (draft.topic.trim() === '') return bad('topic');
  const texts = draft.options.map((option) => option.trim());
  if (texts.length < 2 || texts.length > 8 || texts.includes('')) return bad('options');
  if (new Set(texts).size !== texts.length) return bad('options');
  if (draft.kind === 'trueFalse' && texts.length !== 2) return bad('options');
  const answer = [...new Set(draft.answer)].sort((a, b) => a - b);
  const within = answer.every((i) => Number.isInteger(i) && i >= 0 && i < texts.length);
  if (!within || answer.length !== draft.answer.length) return bad('answer');
  if (draft.kind === 'multiple' ? answer.length < 2 : answer.length !== 1) return bad('answer');
  return ok({ ...draft, stem: draft.stem.trim(), options: texts, answer });
}
