import { ok, refusalSentence, refuse, type Result } from '@xuzheng/engine';
import { findEnrolmentOf } from '../../db/enrolments-studied.ts';
import { attemptsOf, findAttemptOf } from '../../db/exam-attempts.ts';
import { policyOf } from '../../db/policies.ts';
import type { Deps } from '../../deps.ts';
import type { AttemptView, ExamView } from '../../schemas/exam.ts';
import { isoOrNull } from '../../schemas/shared.ts';
import { examOpen } from './exam-gate.ts';
import { attemptSummary, attemptView } from './exam-views.ts';

type ShowDeps = Pick<Deps, 'db' | 'clock'>;

/** The exam of an enrolment with its attempts. Refuses `enrolment/notFound`. */
export async function showExam(
  { db, clock }: ShowDeps,
  learnerId: string,
  enrolmentId: string,
): Promise<Result<ExamView>> {
  const enrolment = await findEnrolmentOf(db, enrolmentId, learnerId);
  if (enrolment === undefined) return refuse('enrolment/notFound');
  const { exam } = await policyOf(db, enrolment);
  const attempts = await attemptsOf(db, enrolmentId);
  const open = examOpen(enrolment);
  return ok({
    required: enrolment.examRequired,
    open: open.ok,
    code: open.ok ? null : open.refusal.code,
    sentence: open.ok
      ? null
      : { zh: refusalSentence(open.refusal), en: refusalSentence(open.refusal, 'en') },
    passedAt: isoOrNull(enrolment.examPassedAt),
    questions: exam.questions,
    pointsEach: exam.pointsEach,
    passAt: exam.passAt,
    openAttemptId: attempts.find((attempt) => attempt.submittedAt === null)?.id ?? null,
    attempts: attempts.map((attempt) => attemptSummary(attempt, clock.now())),
  });
}

/** One attempt: the paper without keys, the answers so far, the result. Refuses `request/notFound`. */
export async function showAttempt(
  { db, clock }: ShowDeps,
  learnerId: string,
  attemptId: string,
): Promise<Result<AttemptView>> {
  const attempt = await findAttemptOf(db, attemptId, learnerId);
  if (attempt === undefined) return refuse('request/notFound');
  const enrolment = await findEnrolmentOf(db, attempt.enrolmentId, learnerId);
  if (enrolment === undefined) return refuse('request/notFound');
  return ok(attemptView(attempt, await policyOf(db, enrolment), clock.now()));
}
