import type { ExamRule } from '../policy/policy.ts';
import type { AnswerSheet, Paper, PaperItem } from './paper.ts';

export type TopicScore = {
  readonly topic: string;
  readonly correct: number;
  readonly questions: number;
};

export type Grade = {
  readonly score: number;
  readonly fullScore: number;
  readonly passed: boolean;
  readonly correct: number;
  readonly unanswered: number;
  readonly topics: readonly TopicScore[];
};

/** Right means exactly the key: of a multiple question every right option and no other. */
const isRight = (item: PaperItem, chosen: readonly number[]): boolean =>
  chosen.length === item.key.length && item.key.every((i) => chosen.includes(i));

/**
 * Grades a sheet against its frozen paper. Handbook §2: 满分 100 分,60 分(含)以上为合格. An unanswered
 * question is wrong; failing touches no hours.
 */
export function grade(paper: Paper, sheet: AnswerSheet, rule: Pick<ExamRule, 'passAt'>): Grade {
  const topics = new Map<string, { topic: string; correct: number; questions: number }>();
  let correct = 0;
  let unanswered = 0;
  for (const item of paper.items) {
    const chosen = sheet[item.questionId] ?? [];
    const right = isRight(item, chosen);
    const topic = topics.get(item.topic) ?? { topic: item.topic, correct: 0, questions: 0 };
    topics.set(item.topic, {
      ...topic,
      correct: topic.correct + (right ? 1 : 0),
      questions: topic.questions + 1,
    });
    if (right) correct++;
    if (chosen.length === 0) unanswered++;
  }
  const score = correct * paper.pointsEach;
  return {
    score,
    fullScore: paper.items.length * paper.pointsEach,
    passed: score >= rule.passAt,
    correct,
    unanswered,
    topics: [...topics.values()],
  };
}
