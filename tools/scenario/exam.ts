import { setTimeout as sleep } from 'node:timers/promises';
import type { Visitor } from './visitor.ts';

/** The right options of a question, by its stem; what a well-prepared learner knows. */
export type Knowledge = ReadonlyMap<string, ReadonlySet<string>>;

/** Waits until something of the process has become true; a process takes its moment. */
export async function until<T>(
  ask: () => Promise<T | null | undefined | false>,
  what: string,
  withinMs = 30_000,
): Promise<T> {
  for (const from = Date.now(); Date.now() - from < withinMs; await sleep(150)) {
    const answer = await ask();
    if (answer) return answer;
  }
  throw new Error(`${what} did not happen within ${withinMs / 1000} s`);
}

/**
 * Sits one attempt and hands it in, with `rightShare` of the questions answered as known. The score.
 */
export async function sitExam(
  { api }: Visitor,
  enrolmentId: string,
  known: Knowledge,
  rightShare = 1,
): Promise<{ score: number | null; passed: boolean | null }> {
  const attempt = await api.take(
    api.POST('/api/me/enrolments/{id}/exam/attempts', { params: { path: { id: enrolmentId } } }),
  );
  const rightOnes = Math.round(attempt.paper.length * rightShare);
  for (const [i, question] of attempt.paper.entries()) {
    const right = known.get(question.stem) ?? new Set<string>();
    const all = question.options.map((_, at) => at);
    const good = all.filter((at) => right.has(question.options[at] ?? ''));
    const chosen = i < rightOnes ? good : all.filter((at) => !good.includes(at)).slice(0, 1);
    await api.take(
      api.PUT('/api/me/exam-attempts/{id}/answers/{questionId}', {
        params: { path: { id: attempt.id, questionId: question.id } },
        body: { chosen },
      }),
    );
  }
  return api.take(
    api.POST('/api/me/exam-attempts/{id}/submit', { params: { path: { id: attempt.id } } }),
  );
}
