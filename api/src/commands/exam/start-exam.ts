import { randomBytes } from 'node:crypto';
import { drawPaper, ok, refuse, type Result } from '@xuzheng/engine';
import { findEnrolmentOf, lockEnrolment } from '../../db/enrolments-studied.ts';
import { attemptsOf, insertAttempt } from '../../db/exam-attempts.ts';
import { policyOf } from '../../db/policies.ts';
import { bankFor, questionOf } from '../../db/questions.ts';
import type { Deps } from '../../deps.ts';
import type { AttemptView } from '../../schemas/exam.ts';
import { examOpen } from './exam-gate.ts';
import { attemptView } from './exam-views.ts';

/**
 * 开始考试: draws a paper by a recorded seed and freezes it; goes on with the open attempt when there
 * is one. Refuses `enrolment/notFound`, `exam/notRequired`, `exam/notOpen`, `exam/bankTooSmall`.
 */
export async function startExam(
  deps: Pick<Deps, 'db' | 'clock'>,
  learnerId: string,
  enrolmentId: string,
): Promise<Result<AttemptView>> {
  return deps.db.transaction().execute(async (trx) => {
    if ((await findEnrolmentOf(trx, enrolmentId, learnerId)) === undefined) {
      return refuse('enrolment/notFound');
    }
    const enrolment = await lockEnrolment(trx, enrolmentId);
    const open = examOpen(enrolment);
    if (!open.ok) return open;
    const policy = await policyOf(trx, enrolment);
    const now = deps.clock.now();
    const attempts = await attemptsOf(trx, enrolmentId);
    const running = attempts.find((attempt) => attempt.submittedAt === null);
    if (running !== undefined) return ok(attemptView(running, policy, now));
    const seed = randomBytes(16).toString('hex');
    const bank = (await bankFor(trx, enrolment.post)).map(questionOf);
    const paper = drawPaper(seed, bank, policy.exam);
    if (!paper.ok) return paper;
    const attempt = await insertAttempt(trx, {
      enrolmentId,
      n: (attempts[0]?.n ?? 0) + 1,
      seed,
      paper: JSON.stringify(paper.value),
      startedAt: new Date(now),
      policyVersion: policy.version,
    });
    return ok(attemptView(attempt, policy, now));
  });
}
