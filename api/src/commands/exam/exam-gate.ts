import { ok, refuse, type Result } from '@xuzheng/engine';
import type { EnrolmentRow } from '../../db/enrolments-studied.ts';

/**
 * Is the exam open? Handbook §2: 全部学时学习完成,可进入在线考核环节. The fact and the process must both
 * say so: a clear locks it again until the hours are complete. Refuses `exam/notRequired`,
 * `exam/notOpen`.
 */
export function examOpen(enrolment: EnrolmentRow): Result<void> {
  if (!enrolment.examRequired) return refuse('exam/notRequired');
  if (enrolment.examPassedAt !== null) return refuse('exam/notOpen', { why: 'passed' });
  if (enrolment.hoursCompletedAt === null) return refuse('exam/notOpen', { why: 'hours' });
  return enrolment.stateTags.includes('exam.open')
    ? ok(undefined)
    : refuse('exam/notOpen', { why: 'process' });
}
