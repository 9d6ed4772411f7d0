import {
  answersRight,
  attendedRuleOf,
  ok,
  refusalSentence,
  type PaperItem,
  type Refusal,
  type Result,
} from '@xuzheng/engine';
import {
  openAttendedCheckOf,
  updateAttendedCheck,
  type AttendedCheckRow,
} from '../../db/attended-checks.ts';
import type { AttendedAnswer, AttendedResultView } from '../../schemas/study.ts';
import { askQuestion } from './attended-check.ts';
import { checkAttendedCode, codeStateOf } from './attended-code.ts';
import { ATTENDED_SENTENCES } from './attended-sentences.ts';
import { answeredByQuestion, attendedView } from './attended-view.ts';
import { checkDone } from './check-log.ts';
import { openBooks } from './open-books.ts';
import { askRecheck } from './random-checks.ts';
import { mark, step } from './study-events.ts';
import type { StudyState } from './study-state.ts';
import {
  beginWork,
  finishWork,
  stillOpen,
  viewOf,
  withTime,
  type StudyDeps,
  type StudyWork,
} from './study-work.ts';

type Said = Pick<AttendedResultView, 'outcome' | 'sentence'>;
/** What an answer is worth: presence, presence for a person to look at, a wrong one, or none. */
type Judged =
  | { readonly said: Said; readonly presence: 'matched' | 'fault' | null; readonly with: Answered }
  | { readonly said: Said; readonly presence: 'wrong' };
type Answered = 'code' | 'question' | null;

const MATCHED: Said = { outcome: 'matched', sentence: ATTENDED_SENTENCES.matched };
const PENDING: Said = { outcome: 'pending', sentence: ATTENDED_SENTENCES.pending };
const WRONG: Said = { outcome: 'wrong', sentence: ATTENDED_SENTENCES.wrongAnswer };
const OVER: Said = { outcome: 'over', sentence: ATTENDED_SENTENCES.over };

const refused = (refusal: Refusal): Said => ({
  outcome: 'wrong',
  sentence: { zh: refusalSentence(refusal, 'zh'), en: refusalSentence(refusal, 'en') },
});

/** While the last code could not come, a question keeps the time pending: only a code clears that. */
const lastWasFault = (state: StudyState): boolean =>
  state.credit?.marks.at(-1)?.outcome === 'fault';

function judgeChoice(
  state: StudyState,
  check: AttendedCheckRow,
  chosen: readonly number[],
): Judged {
  const item = check.question as PaperItem | null;
  const atQuestion = check.kind === 'question';
  if (item === null) {
    // The bank has nothing to ask: being there is said, not proved, and nothing rests on it.
    return {
      said: atQuestion ? MATCHED : PENDING,
      presence: atQuestion ? null : 'fault',
      with: null,
    };
  }
  if (!answersRight(item, chosen)) return { said: WRONG, presence: 'wrong' };
  const proves = atQuestion && !lastWasFault(state);
  return {
    said: proves ? MATCHED : PENDING,
    presence: proves ? 'matched' : 'fault',
    with: 'question',
  };
}

async function judge(
  work: StudyWork,
  state: StudyState,
  check: AttendedCheckRow,
  asked: AttendedAnswer,
): Promise<Judged> {
  if (check.kind !== 'question' && asked.code !== undefined) {
    const right = await checkAttendedCode(work, check, asked.code);
    return right.ok
      ? { said: MATCHED, presence: 'matched', with: 'code' }
      : { said: refused(right.refusal), presence: 'wrong' };
  }
  const code = await codeStateOf(work.trx, check, work.policy, work.now);
  if (answeredByQuestion(check, code)) return judgeChoice(state, check, asked.chosen ?? []);
  return { said: refused({ code: 'account/codeWrong' }), presence: 'wrong' };
}

/** An answer that counts: the check is closed, the machine and the books hear of it. */
async function accept(
  work: StudyWork,
  before: StudyState,
  check: AttendedCheckRow,
  judged: Exclude<Judged, { presence: 'wrong' }>,
): Promise<StudyState> {
  const at = work.now;
  await updateAttendedCheck(work.trx, check.id, {
    ...{ outcome: judged.presence ?? 'fault', answeredAt: new Date(at) },
    answeredWith: judged.with,
  });
  if (judged.presence === null) return checkDone(before, at, 'answered');
  const presence = { outcome: judged.presence, evidenceId: check.id };
  // At the door a question alone lets in; its time is pending, and a person looks.
  const sure = judged.presence === 'matched' || check.kind === 'entry';
  let state = step(before, { type: sure ? 'FACE_MATCHED' : 'FACE_UNCERTAIN', at });
  if (state.credit === null) state = await openBooks(work, state, presence);
  else state = mark(state, { at, ...presence });
  if (check.kind !== 'entry') state = checkDone(state, at, 'answered');
  return { ...state, row: { ...state.row, lastBeatAt: new Date(at) } };
}

/** A wrong answer costs nothing but another one; after a few of them a code is asked for. */
async function tryAgain(
  work: StudyWork,
  before: StudyState,
  check: AttendedCheckRow,
  asked: AttendedAnswer,
): Promise<{ state: StudyState; said?: Said }> {
  if (asked.chosen === undefined) return { state: before };
  const wrong = check.wrongAnswers + 1;
  const tries = attendedRuleOf(work.policy).questionTries;
  if (check.kind !== 'question' || wrong < tries) {
    await askQuestion(work, check, wrong);
    return { state: before };
  }
  await updateAttendedCheck(work.trx, check.id, { wrongAnswers: wrong });
  const said: Said = { outcome: 'wrong', sentence: ATTENDED_SENTENCES.codeInstead };
  return { state: askRecheck(before, work.now), said };
}

const STANDS: Readonly<Record<string, readonly string[]>> = {
  entry: ['checkingFace'],
  recheck: ['rechecking'],
  question: ['playing', 'paused'],
};

async function answer(
  work: StudyWork,
  before: StudyState,
  asked: AttendedAnswer,
): Promise<{ state: StudyState; said: Said }> {
  const check = await openAttendedCheckOf(work.trx, before.row.id);
  const stands = check?.id === asked.checkId && STANDS[check.kind]?.includes(before.session.value);
  if (check === undefined || !stands) return { state: before, said: OVER };
  const judged = await judge(work, before, check, asked);
  if (judged.presence !== 'wrong') {
    return { state: await accept(work, before, check, judged), said: judged.said };
  }
  return { said: judged.said, ...(await tryAgain(work, before, check, asked)) };
}

/**
 * An answer to a check without a face: the code of its message, or the options of its question. A
 * wrong one and a late one are no refusals: the answer says what to do, with the check that stands
 * now. Refuses `study/sessionNotFound`, `study/sessionEnded`, `study/superseded`.
 */
export function answerAttended(
  deps: StudyDeps,
  learnerId: string,
  sessionId: string,
  asked: AttendedAnswer,
): Promise<Result<AttendedResultView>> {
  return deps.db.transaction().execute(async (trx) => {
    const begun = await beginWork(trx, deps, learnerId, sessionId);
    if (!begun.ok) return begun;
    const work = begun.value;
    const open = stillOpen(work);
    if (!open.ok) return open;
    const { state, said } = await answer(work, withTime(work, work.before), asked);
    const done = await finishWork(work, state);
    return ok({ ...said, check: await attendedView(done), session: await viewOf(done) });
  });
}
