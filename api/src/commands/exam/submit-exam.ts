import { grade, ok, refuse, type Result } from '@xuzheng/engine';
import { findEnrolmentOf, noteExamPassed } from '../../db/enrolments-studied.ts';
import { findAttemptOf, lockAttempt, updateAttempt } from '../../db/exam-attempts.ts';
import { policyOf } from '../../db/policies.ts';
import type { Deps } from '../../deps.ts';
import { announce } from '../../outbox/index.ts';
import type { AttemptView } from '../../schemas/exam.ts';
import { attemptView, paperOf, sheetOf } from './exam-views.ts';

/**
 * 交卷: the server grades the frozen paper. Submitting again gives the same result. A pass is told to
 * the process; a fail changes nothing but the attempt (Handbook §2: 考核未通过不影响学时累计). Refuses
 * `request/notFound`.
 */
export function submitExam(
  deps: Pick<Deps, 'db' | 'clock'>,
  learnerId: string,
  attemptId: string,
): Promise<Result<AttemptView>> {
  return deps.db.transaction().execute(async (trx) => {
    const own = await findAttemptOf(trx, attemptId, learnerId);
    const attempt = own && (await lockAttempt(trx, own.id));
    if (attempt === undefined) return refuse('request/notFound');
    const enrolment = await findEnrolmentOf(trx, attempt.enrolmentId, learnerId);
    if (enrolment === undefined) return refuse('request/notFound');
    const policy = await policyOf(trx, enrolment);
    const now = deps.clock.now();
    if (attempt.submittedAt !== null) return ok(attemptView(attempt, policy, now));
    const result = grade(paperOf(attempt), sheetOf(attempt), policy.exam);
    const submittedAt = new Date(now);
    const graded = await updateAttempt(trx, attempt.id, {
      submittedAt,
      score: result.score,
      passed: result.passed,
      topics: JSON.stringify(result.topics),
    });
    if (result.passed && (await noteExamPassed(trx, enrolment.id, submittedAt))) {
      await announce(trx, enrolment.id, 'milestonesChanged');
    }
    return ok(attemptView(graded, policy, now));
  });
}
