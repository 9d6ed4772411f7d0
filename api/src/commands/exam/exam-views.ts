import {
  openItems,
  type AnswerSheet,
  type Paper,
  type Policy,
  type TopicScore,
} from '@xuzheng/engine';
import type { ExamAttemptRow } from '../../db/exam-attempts.ts';
import type { AttemptSummaryView, AttemptView } from '../../schemas/exam.ts';
import { iso, isoOrNull } from '../../schemas/shared.ts';

/** The frozen paper of an attempt, keys included: it never leaves the server. */
export const paperOf = (attempt: ExamAttemptRow): Paper => attempt.paper as unknown as Paper;

export const sheetOf = (attempt: ExamAttemptRow): AnswerSheet =>
  attempt.answers as unknown as AnswerSheet;

const answeredOf = (sheet: AnswerSheet): number =>
  Object.values(sheet).filter((chosen) => chosen.length > 0).length;

export function attemptSummary(attempt: ExamAttemptRow, now: number): AttemptSummaryView {
  const until = attempt.submittedAt?.getTime() ?? now;
  const topics = (attempt.topics ?? []) as unknown as readonly TopicScore[];
  return {
    id: attempt.id,
    n: attempt.n,
    startedAt: iso(attempt.startedAt),
    submittedAt: isoOrNull(attempt.submittedAt),
    elapsedSeconds: Math.max(0, Math.floor((until - attempt.startedAt.getTime()) / 1000)),
    answered: answeredOf(sheetOf(attempt)),
    questions: paperOf(attempt).items.length,
    score: attempt.score,
    passed: attempt.passed,
    topics: topics.map(({ topic, correct, questions }) => ({
      topic,
      right: correct,
      total: questions,
    })),
  };
}

export function attemptView(attempt: ExamAttemptRow, policy: Policy, now: number): AttemptView {
  const paper = paperOf(attempt);
  const answers = Object.fromEntries(
    Object.entries(sheetOf(attempt)).map(([id, chosen]) => [id, [...chosen]]),
  );
  return {
    ...attemptSummary(attempt, now),
    enrolmentId: attempt.enrolmentId,
    passAt: policy.exam.passAt,
    fullScore: paper.items.length * paper.pointsEach,
    paper: openItems(paper).map((item, i) => ({
      id: item.questionId,
      n: i + 1,
      kind: item.kind,
      topic: item.topic,
      stem: item.stem,
      options: [...item.options],
    })),
    answers,
  };
}
