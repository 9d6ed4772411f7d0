import { randomBytes } from 'node:crypto';
import { drawCheckQuestion, type AttendedKind, type PaperItem } from '@xuzheng/engine';
import {
  insertAttendedCheck,
  openAttendedCheckOf,
  questionsAsked,
  updateAttendedCheck,
  type AttendedCheckRow,
} from '../../db/attended-checks.ts';
import { findEnrolmentOf } from '../../db/enrolments-studied.ts';
import type { LessonRow } from '../../db/lessons.ts';
import { bankFor, questionOf } from '../../db/questions.ts';
import { dueCheck } from './check-log.ts';
import { codeStateOf, sendAttendedCode, type CodeWork } from './attended-code.ts';
import type { StudyState } from './study-state.ts';
import { uuidv7 } from './uuid.ts';

export interface AttendedWork extends CodeWork {
  readonly lesson: LessonRow;
  readonly before: StudyState;
}

/** So many of a learner's last checks are looked through for questions they know already. */
const CHECKS_REMEMBERED = 200;

/** A fresh question on the lesson's topic; null when the bank has none for this post. */
export async function drawQuestion(work: AttendedWork): Promise<PaperItem | null> {
  const { trx, lesson, before } = work;
  const { learnerId, enrolmentId } = before.row;
  const enrolment = await findEnrolmentOf(trx, enrolmentId, learnerId);
  if (enrolment === undefined) return null;
  const bank = (await bankFor(trx, enrolment.post)).map(questionOf);
  const asked = await questionsAsked(trx, learnerId, CHECKS_REMEMBERED);
  return drawCheckQuestion(randomBytes(16).toString('hex'), bank, lesson.topic, asked);
}

/** Puts a fresh question into an open check. */
export async function askQuestion(
  work: AttendedWork,
  check: AttendedCheckRow,
  wrongAnswers: number,
): Promise<AttendedCheckRow> {
  const item = await drawQuestion(work);
  return updateAttendedCheck(work.trx, check.id, {
    question: item === null ? null : JSON.stringify(item),
    questionIds: item === null ? check.questionIds : [...check.questionIds, item.questionId],
    wrongAnswers,
  });
}

interface Wanted {
  readonly kind: AttendedKind;
  readonly answerBy: number | null;
}

/** The check a session without a face waits for as it stands. */
function wantedBy(state: StudyState, questionSeconds: number): Wanted | null {
  const { value, context } = state.session;
  if (state.endedAt !== null) return null;
  if (value === 'checkingFace') return { kind: 'entry', answerBy: null };
  if (value === 'rechecking') return { kind: 'recheck', answerBy: context.answerBy };
  const { open } = state.plan;
  const stands = value === 'playing' || value === 'paused';
  if (open === null || !stands || dueCheck(state)?.kind !== 'snapshot') return null;
  return { kind: 'question', answerBy: open.dueAt + questionSeconds * 1000 };
}

async function close(work: AttendedWork, state: StudyState, open: AttendedCheckRow): Promise<void> {
  const unanswered = state.session.context.unansweredAt.length;
  const lapsed = unanswered > work.before.session.context.unansweredAt.length;
  const escalated = open.kind === 'question' && state.session.value === 'rechecking';
  const missed = (lapsed && open.kind === 'recheck') || escalated;
  // Whatever became of a check whose code could not come: the fault was ours (invariant 14).
  const ours =
    !missed &&
    open.kind !== 'question' &&
    (await codeStateOf(work.trx, open, work.policy, work.now)) === 'away';
  const outcome = missed ? 'missed' : ours ? 'fault' : 'withdrawn';
  await updateAttendedCheck(work.trx, open.id, { outcome, answeredAt: new Date(work.now) });
}

async function issue(work: AttendedWork, state: StudyState, wanted: Wanted): Promise<void> {
  const { trx, now } = work;
  const { id: sessionId, learnerId, enrolmentId } = state.row;
  const id = uuidv7(now);
  const item = wanted.kind === 'question' ? await drawQuestion(work) : null;
  const code =
    wanted.kind === 'question'
      ? { sent: false as const }
      : await sendAttendedCode(work, { id, learnerId, enrolmentId });
  await insertAttendedCheck(trx, {
    ...{ id, learnerId, sessionId, kind: wanted.kind, issuedAt: new Date(now) },
    answerBy: wanted.answerBy === null ? null : new Date(wanted.answerBy),
    question: item === null ? null : JSON.stringify(item),
    questionIds: item === null ? [] : [item.questionId],
    ...(code.sent ? { codeSentAt: code.sentAt, codeNoticeKey: code.noticeKey } : {}),
  });
}

/**
 * Brings the open check of a session without a face in line with what the session waits for: one that
 * is over is closed, one that is due is issued and its code sent. Nothing happens when they agree.
 */
export async function keepAttendedCheck(work: AttendedWork, state: StudyState): Promise<void> {
  if (!state.row.attended || state.row.replay) return;
  const open = await openAttendedCheckOf(work.trx, state.row.id);
  const wanted = wantedBy(state, work.policy.recheckAnswerSeconds);
  const agrees =
    open !== undefined &&
    wanted !== null &&
    open.kind === wanted.kind &&
    (open.answerBy?.getTime() ?? null) === wanted.answerBy;
  if (agrees) return;
  if (open !== undefined) await close(work, state, open);
  if (wanted !== null) await issue(work, state, wanted);
}
