import type { Question, QuestionContent } from './api.ts';

export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** The form as it is typed. */
export type QuestionDraft = {
  code: string;
  post: string;
  kind: Question['kind'];
  topic: string;
  stem: string;
  options: string[];
  answer: number[];
  explanation: string;
};

export const draftOf = (question: Question | null): QuestionDraft =>
  question === null
    ? {
        code: '',
        post: '',
        kind: 'single',
        topic: '',
        stem: '',
        options: ['', '', '', ''],
        answer: [],
        explanation: '',
      }
    : {
        ...question,
        post: question.post ?? '',
        options: [...question.options],
        answer: [...question.answer],
      };

/** What the API is sent. Empty options at the end are left out; the server checks the rest. */
export const contentOf = (draft: QuestionDraft): QuestionContent => {
  const options = draft.options.map((option) => option.trim());
  const last = options.findLastIndex((option) => option !== '');
  return {
    post: draft.post === '' ? null : draft.post,
    kind: draft.kind,
    topic: draft.topic.trim(),
    stem: draft.stem.trim(),
    options: options.slice(0, last + 1),
    answer: draft.answer.toSorted((a, b) => a - b),
    explanation: draft.explanation.trim(),
  };
};

/** Another kind asks for other options and answers. */
export const withKind = (draft: QuestionDraft, kind: QuestionDraft['kind']): QuestionDraft => ({
  ...draft,
  kind,
  options: kind === 'trueFalse' ? ['正确', '错误'] : draft.options,
  answer: kind === 'multiple' ? draft.answer : draft.answer.slice(0, 1),
});

/** A click on an option: one right answer, or several where the kind allows it. */
export const withAnswer = (draft: QuestionDraft, n: number): QuestionDraft => {
  const others = draft.answer.filter((answer) => answer !== n);
  const has = others.length < draft.answer.length;
  return { ...draft, answer: draft.kind === 'multiple' ? (has ? others : [...others, n]) : [n] };
};
