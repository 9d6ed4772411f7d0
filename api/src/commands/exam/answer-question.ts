import { checkAnswer, checkAttemptOpen, ok, refuse, type Result } from '@xuzheng/engine';
import { findEnrolmentOf } from '../../db/enrolments-studied.ts';
import { findAttemptOf, lockAttempt, updateAttempt } from '../../db/exam-attempts.ts';
import { policyOf } from '../../db/policies.ts';
import type { Deps } from '../../deps.ts';
import { paperOf, sheetOf } from './exam-views.ts';

export interface AnswerReceipt {
  questionId: string;
  chosen: number[];
  answered: number;
  savedAt: string;
}

/**
 * Saves one answer as given; the last one counts, an empty one takes it back. Refuses
 * `request/notFound`, `exam/alreadySubmitted`, `exam/timeOver`, `exam/answersInvalid`.
 */
export function answerQuestion(
  deps: Pick<Deps, 'db' | 'clock'>,
  learnerId: string,
  asked: { attemptId: string; questionId: string; chosen: readonly number[] },
): Promise<Result<AnswerReceipt>> {
  return deps.db.transaction().execute(async (trx) => {
    const own = await findAttemptOf(trx, asked.attemptId, learnerId);
    const attempt = own && (await lockAttempt(trx, own.id));
    if (attempt === undefined) return refuse('request/notFound');
    const enrolment = await findEnrolmentOf(trx, attempt.enrolmentId, learnerId);
    if (enrolment === undefined) return refuse('request/notFound');
    const policy = await policyOf(trx, enrolment);
    const now = deps.clock.now();
    const times = {
      startedAt: attempt.startedAt.getTime(),
      submittedAt: attempt.submittedAt?.getTime() ?? null,
    };
    const open = checkAttemptOpen(times, now, policy.exam);
    if (!open.ok) return open;
    const answer = checkAnswer(paperOf(attempt), asked.questionId, asked.chosen);
    if (!answer.ok) return answer;
    const answers = { ...sheetOf(attempt), [asked.questionId]: answer.value };
    if (answer.value.length === 0) delete answers[asked.questionId];
    await updateAttempt(trx, attempt.id, { answers: JSON.stringify(answers) });
    return ok({
      questionId: asked.questionId,
      chosen: [...answer.value],
      answered: Object.keys(answers).length,
      savedAt: new Date(now).toISOString(),
    });
  });
}
