import type { PaperItem } from '@xuzheng/engine';
import { type AttendedCheckRow, openAttendedCheckOf } from '../../db/attended-checks.ts';
import { openLearner } from '../../db/learners.ts';
import { iso, isoOrNull } from '../../schemas/shared.ts';
import type { AttendedCheckView } from '../../schemas/study.ts';
import { askQuestion } from './attended-check.ts';
import { codeStateOf, codeWaitOf, type CodeState } from './attended-code.ts';
import type { DoneWork } from './study-work.ts';

/** The question as the learner may see it: its key stays here. */
const questionView = (stored: unknown): AttendedCheckView['question'] => {
  if (stored === null) return null;
  const { questionId, kind, stem, options } = stored as PaperItem;
  return { id: questionId, kind, stem, options: [...options] };
};

/** Is a question what this check is answered with: planned so, or because no code can come? */
export const answeredByQuestion = (check: AttendedCheckRow, code: CodeState): boolean =>
  check.kind === 'question' || check.question !== null || code === 'away';

/**
 * The check a session without a face waits for. While no code can come through our own fault a
 * question is put in its place here, once.
 */
export async function attendedView(done: DoneWork): Promise<AttendedCheckView | null> {
  const { trx, state, policy, now, vault } = done;
  const open = state.row.attended ? await openAttendedCheckOf(trx, state.row.id) : undefined;
  if (open === undefined || state.endedAt !== null) return null;
  const { triesLeft } = state.session.context;
  const plain = { id: open.id, kind: open.kind as AttendedCheckView['kind'], triesLeft };
  const answerBy = isoOrNull(open.answerBy);
  if (open.kind === 'question') {
    return { ...plain, answerBy, code: null, question: questionView(open.question) };
  }
  const code = await codeStateOf(trx, open, policy, now);
  const instead = code === 'away' && open.question === null;
  const check = instead ? await askQuestion(done, open, 0) : open;
  const learner = await openLearner(trx, vault, state.row.learnerId);
  const wait = await codeWaitOf(done, state.row.learnerId);
  return {
    ...plain,
    answerBy,
    code: {
      phoneTail: learner?.phone.slice(-4) ?? '',
      state: code,
      sentAt: isoOrNull(open.codeSentAt),
      again: iso(now + wait * 1000),
    },
    question: answeredByQuestion(check, code) ? questionView(check.question) : null,
  };
}
