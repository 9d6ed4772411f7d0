import { beforeAll, describe, expect, test } from 'vitest';
import type { Paper } from '@xuzheng/engine';
import type { AttemptView, ExamView } from '../../../api/src/schemas/exam.ts';
import { codeOf, studyGround, type Student, type StudyGround } from '../study/study-ground.ts';

let ground: StudyGround;
let wang: Student;
let li: Student;

beforeAll(async () => {
  ground = await studyGround();
  wang = await ground.student('wang');
  li = await ground.student('li');
  const questions = Array.from({ length: 60 }, (_, n) => ({
    ...{ code: `Q-${n}`, kind: n % 3 === 0 ? 'multiple' : 'single', topic: `主题 ${n % 4}` },
    ...{ stem: `第 ${n} 题怎么做`, options: JSON.stringify(['甲', '乙', '丙', '丁']) },
    answer: n % 3 === 0 ? [0, 2] : [n % 4],
  }));
  await ground.deps.db.insertInto('questions').values(questions).execute();
});

const url = (student: Student): string => `/api/me/enrolments/${student.enrolmentId}/exam`;
const begin = (student: Student) => student.browser.post(`${url(student)}/attempts`);

async function open(student: Student): Promise<void> {
  await ground.deps.db
    .updateTable('enrolments')
    .set({ hoursCompletedAt: new Date(), stateTags: ['hours.complete', 'exam.open'] })
    .where('id', '=', student.enrolmentId)
    .execute();
}

async function paperOf(attemptId: string): Promise<Paper> {
  const row = await ground.deps.db
    .selectFrom('examAttempts')
    .select('paper')
    .where('id', '=', attemptId)
    .executeTakeFirstOrThrow();
  return row.paper as unknown as Paper;
}

/** Answers so many questions rightly and the others wrongly, then hands in. */
async function sit(student: Student, right: number): Promise<AttemptView> {
  const attempt = (await begin(student)).json<AttemptView>();
  const paper = await paperOf(attempt.id);
  for (const [i, item] of paper.items.entries()) {
    const wrong = item.key.length > 1 ? [item.key[0]] : [(item.key[0]! + 1) % 4];
    const chosen = i < right ? item.key : wrong;
    const path = `/api/me/exam-attempts/${attempt.id}/answers/${item.questionId}`;
    expect((await student.browser.put(path, { chosen })).statusCode).toBe(200);
  }
  return (
    await student.browser.post(`/api/me/exam-attempts/${attempt.id}/submit`)
  ).json<AttemptView>();
}

describe('在线考核', () => {
  test('opens only when all hours are studied', async () => {
    const closed = await begin(wang);
    expect([closed.statusCode, codeOf(closed)]).toEqual([409, 'exam/notOpen']);
    await ground.deps.db
      .updateTable('enrolments')
      .set({ stateTags: ['exam.open'] })
      .where('id', '=', wang.enrolmentId)
      .execute();
    expect(codeOf(await begin(wang))).toBe('exam/notOpen');
    await open(wang);
    expect((await begin(wang)).statusCode).toBe(201);
  });

  test('has 50 questions of 100 points whose keys never leave the server', async () => {
    const answer = await begin(wang);
    const attempt = answer.json<AttemptView>();
    expect(attempt.paper).toHaveLength(50);
    expect([attempt.fullScore, attempt.passAt]).toEqual([100, 60]);
    expect(answer.body).not.toMatch(/"key"|"answer":|"seed"/);
    for (const question of attempt.paper) {
      expect(Object.keys(question).sort()).toEqual(
        ['id', 'kind', 'n', 'options', 'stem', 'topic'].sort(),
      );
    }
  });

  test('goes on where it was left, on any device', async () => {
    const attempt = (await begin(wang)).json<AttemptView>();
    const question = attempt.paper[4];
    await wang.browser.put(`/api/me/exam-attempts/${attempt.id}/answers/${question?.id}`, {
      chosen: [1],
    });
    const again = (await begin(wang)).json<AttemptView>();
    expect(again.id).toBe(attempt.id);
    expect(again.paper).toEqual(attempt.paper);
    expect(again.answers[question?.id ?? '']).toEqual([1]);
  });

  test('refuses a foreign question, options that are not there, and a stranger', async () => {
    const attempt = (await begin(wang)).json<AttemptView>();
    const put = (student: Student, question: string, chosen: number[]) =>
      student.browser.put(`/api/me/exam-attempts/${attempt.id}/answers/${question}`, { chosen });
    const single = attempt.paper.find((question) => question.kind === 'single')?.id ?? '';
    const foreign = await put(wang, wang.enrolmentId, [0]);
    expect([foreign.statusCode, codeOf(foreign)]).toEqual([422, 'exam/answersInvalid']);
    expect(codeOf(await put(wang, single, [9]))).toBe('exam/answersInvalid');
    expect(codeOf(await put(wang, single, [0, 1]))).toBe('exam/answersInvalid');
    expect((await put(li, single, [0])).statusCode).toBe(404);
    expect((await li.browser.get(`/api/me/exam-attempts/${attempt.id}`)).statusCode).toBe(404);
  });

  test('58 points fail and touch no hours; another try is welcome', async () => {
    const before = await ground.enrolment(wang.enrolmentId);
    const result = await sit(wang, 29);
    expect([result.score, result.passed]).toEqual([58, false]);
    const after = await ground.enrolment(wang.enrolmentId);
    expect(after).toEqual(before);
    const exam = (await wang.browser.get(url(wang))).json<ExamView>();
    expect(exam).toMatchObject({ open: true, openAttemptId: null });
    expect(exam.attempts.map((attempt) => attempt.score)).toEqual([58]);
  });

  test('60 points pass (60 分(含)以上为合格), and the process is told', async () => {
    const result = await sit(wang, 30);
    expect([result.score, result.passed, result.n]).toEqual([60, true, 2]);
    expect(result.topics.reduce((sum, topic) => sum + topic.right, 0)).toBe(30);
    expect((await ground.enrolment(wang.enrolmentId)).examPassedAt).not.toBeNull();
    const told = await ground.deps.db
      .selectFrom('outbox')
      .select('kind')
      .where('enrolmentId', '=', wang.enrolmentId)
      .execute();
    expect(told).toEqual([{ kind: 'milestonesChanged' }]);
  });

  test('handing in twice gives the same result; answers after it are refused', async () => {
    const { attempts } = (await wang.browser.get(url(wang))).json<ExamView>();
    const id = attempts[0]?.id ?? '';
    const again = (
      await wang.browser.post(`/api/me/exam-attempts/${id}/submit`)
    ).json<AttemptView>();
    expect([again.score, again.submittedAt]).toEqual([60, attempts[0]?.submittedAt]);
    const late = await wang.browser.put(
      `/api/me/exam-attempts/${id}/answers/${again.paper[0]?.id}`,
      { chosen: [0] },
    );
    expect([late.statusCode, codeOf(late)]).toEqual([409, 'exam/alreadySubmitted']);
    expect(codeOf(await begin(wang))).toBe('exam/notOpen');
  });

  test('two clicks on start draw one paper', async () => {
    await open(li);
    const answers = await Promise.all([begin(li), begin(li), begin(li)]);
    const ids = new Set(answers.map((answer) => answer.json<AttemptView>().id));
    expect(ids.size).toBe(1);
  });

  test('a clear locks an open exam again', async () => {
    await ground.deps.db
      .updateTable('enrolments')
      .set({ epoch: 2, hoursCompletedAt: null, stateTags: ['hours.studying', 'exam.locked'] })
      .where('id', '=', li.enrolmentId)
      .execute();
    expect(codeOf(await begin(li))).toBe('exam/notOpen');
  });

  test('a bank that is too small says so', async () => {
    await open(li);
    await ground.deps.db
      .deleteFrom('examAttempts')
      .where('enrolmentId', '=', li.enrolmentId)
      .execute();
    await ground.deps.db
      .updateTable('questions')
      .set({ retiredAt: new Date() })
      .where('code', 'like', 'Q-1%')
      .execute();
    const refused = await begin(li);
    expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'exam/bankTooSmall']);
  });

  test('is not asked of a post without an exam', async () => {
    await ground.deps.db
      .updateTable('enrolments')
      .set({ examRequired: false })
      .where('id', '=', li.enrolmentId)
      .execute();
    expect(codeOf(await begin(li))).toBe('exam/notRequired');
  });
});
