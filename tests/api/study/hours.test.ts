import { beforeAll, describe, expect, test } from 'vitest';
import { HOURS_COMPLETED_TEXT } from '@xuzheng/engine';
import { collectDueFindings } from '../../../api/src/jobs/collect-findings.ts';
import type {
  MyEnrolmentDetailView,
  PassportView,
} from '../../../api/src/schemas/my-enrolments.ts';
import type { SessionView } from '../../../api/src/schemas/study.ts';
import { codeOf, receiptOf, studyGround, type Student, type StudyGround } from './study-ground.ts';

let ground: StudyGround;
let wang: Student;
let li: Student;
const pass = (seconds: number): void => ground.clock.pass(seconds * 1000);

beforeAll(async () => {
  ground = await studyGround([30, 30]);
  wang = await ground.student('wang');
  li = await ground.student('li');
});

async function watch(student: Student, lesson: number): Promise<SessionView> {
  const session = await student.enter(lesson, { takeOver: true });
  pass(15);
  await student.beat(session, [1, 15]);
  pass(15);
  await student.beat(session, [2, 30]);
  return student.look(session.id);
}

const detail = async (student: Student): Promise<MyEnrolmentDetailView> =>
  (
    await student.browser.get(`/api/me/enrolments/${student.enrolmentId}`)
  ).json<MyEnrolmentDetailView>();

describe('study opens', () => {
  test('only with a complete profile, and says what is missing', async () => {
    const set = (at: Date | null) =>
      ground.deps.db
        .updateTable('learners')
        .set({ profileCompletedAt: at })
        .where('id', '=', li.learnerId)
        .execute();
    await set(null);
    const refused = await li.start(0);
    expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'profile/incomplete']);
    const { missing } = refused.json<{ details: { missing: string[] } }>().details;
    expect(missing).toContain('idCardFront');
    expect((await detail(li)).study).toMatchObject({ open: false, code: 'profile/incomplete' });
    await set(new Date());
    expect((await detail(li)).study).toMatchObject({ open: true, replay: false });
  });

  test('only inside its study year', async () => {
    const year = (yearStartsOn: string, yearEndsOn: string) =>
      ground.deps.db
        .updateTable('enrolments')
        .set({ yearStartsOn, yearEndsOn })
        .where('id', '=', li.enrolmentId)
        .execute();
    await year('2027-01-01', '2028-01-01');
    expect(codeOf(await li.start(0))).toBe('study/aheadOfYear');
    await year('2025-01-01', '2026-01-01');
    expect(codeOf(await li.start(0))).toBe('study/notOpen');
    await year('2026-01-01', '2027-01-01');
  });

  test('not for a lesson of another course, a closed enrolment, or a stranger', async () => {
    const stranger = await li.browser.post('/api/me/study-sessions', {
      ...{ enrolmentId: wang.enrolmentId, lessonId: ground.lessons[0], device: 'Chrome' },
    });
    expect([stranger.statusCode, codeOf(stranger)]).toEqual([404, 'enrolment/notFound']);
    const foreign = await li.browser.post('/api/me/study-sessions', {
      ...{ enrolmentId: li.enrolmentId, lessonId: li.enrolmentId, device: 'Chrome' },
    });
    expect(codeOf(foreign)).toBe('study/lessonNotFound');
    const tags = (stateTags: string[]) =>
      ground.deps.db
        .updateTable('enrolments')
        .set({ stateTags })
        .where('id', '=', li.enrolmentId)
        .execute();
    await tags(['closed.withdrawn']);
    expect(codeOf(await li.start(0))).toBe('enrolment/closed');
    await tags(['hours.studying']);
  });
});

describe('hours', () => {
  test('are complete when all lessons are, and the process is told in the same transaction', async () => {
    const first = await watch(wang, 0);
    expect([first.state, first.hoursComplete]).toEqual(['completed', false]);
    expect((await ground.enrolment(wang.enrolmentId)).hoursCompletedAt).toBeNull();
    const replay = await wang.start(0);
    expect(codeOf(replay)).toBe('study/lessonComplete');
    const session = await wang.enter(1);
    pass(15);
    await wang.beat(session, [1, 15]);
    pass(15);
    const last = receiptOf(await wang.beat(session, [2, 30]));
    expect(last.session.hoursComplete).toBe(true);
    expect((await ground.enrolment(wang.enrolmentId)).hoursCompletedAt).not.toBeNull();
    const outbox = await ground.deps.db
      .selectFrom('outbox')
      .select('kind')
      .where('enrolmentId', '=', wang.enrolmentId)
      .execute();
    expect(outbox).toEqual([{ kind: 'milestonesChanged' }]);
  });

  test('complete: the notice of the handbook, word for word, and the hours on the page', async () => {
    const shown = await detail(wang);
    expect(shown.completionNotice).toBe(HOURS_COMPLETED_TEXT);
    expect(shown.hours).toMatchObject({
      studiedSeconds: 60,
      lessonsCompleted: 2,
      lessonsTotal: 2,
      creditedCreditHours: 0,
    });
    expect(shown.courses[0]?.lessons.map((lesson) => lesson.completedAt !== null)).toEqual([
      true,
      true,
    ]);
    const list = (await wang.browser.get('/api/me/enrolments')).json<unknown[]>();
    expect(list).toHaveLength(1);
    // The process has not been told yet: nobody is sent to study what is studied.
    expect(shown.explanation).toMatchObject({ owner: 'system', primaryAction: null });
    expect(shown.explanation.permitted).toContain('replay');
    expect(shown.explanation.permitted).not.toContain('study');
  });

  test('全部课程学完可重播观看: replay is free, asks for no face and credits nothing', async () => {
    const started = await wang.start(0);
    const session = started.json<SessionView>();
    expect([started.statusCode, session.replay, session.state]).toEqual([201, true, 'playing']);
    pass(10);
    const receipt = receiptOf(await wang.beat(session, [1, 25]));
    expect(receipt.session.totals).toMatchObject({ creditedSeconds: 0, pendingSeconds: 0 });
    const ledger = await ground.deps.db
      .selectFrom('hourLedger')
      .selectAll()
      .where('enrolmentId', '=', wang.enrolmentId)
      .execute();
    expect(ledger).toHaveLength(2);
  });

  test('the passport gives every second its place and sums to the elapsed time', async () => {
    const answer = await wang.browser.get(`/api/me/enrolments/${wang.enrolmentId}/passport`);
    const { totals, segments, minutes } = answer.json<PassportView>();
    expect(totals).toMatchObject({ elapsedSeconds: 60, creditedSeconds: 60 });
    const sum = minutes.reduce(
      (all, one) => all + one.creditedSeconds + one.pendingSeconds + one.uncountedSeconds,
      0,
    );
    expect(sum).toBe(totals.elapsedSeconds);
    expect(segments.every((segment) => segment.presenceAt !== null)).toBe(true);
  });

  test('the rules look at a completed epoch once, and find nothing in an honest one', async () => {
    expect(await collectDueFindings(ground.deps)).toBe(1);
    expect(await collectDueFindings(ground.deps)).toBe(0);
    const findings = await ground.deps.db.selectFrom('findings').selectAll().execute();
    expect(findings).toEqual([]);
  });

  test('a clear begins a new epoch: everything is to be studied again, nothing is deleted', async () => {
    await ground.deps.db
      .updateTable('enrolments')
      .set({ epoch: 2, hoursCompletedAt: null })
      .where('id', '=', wang.enrolmentId)
      .execute();
    const shown = await detail(wang);
    expect(shown.hours).toMatchObject({ studiedSeconds: 0, lessonsCompleted: 0 });
    const again = await watch(wang, 0);
    expect(again.totals.creditedSeconds).toBe(30);
    const progress = await ground.deps.db
      .selectFrom('lessonProgress')
      .select(['epoch', 'watchedSeconds'])
      .where('enrolmentId', '=', wang.enrolmentId)
      .orderBy('epoch')
      .execute();
    expect(progress.map((row) => row.epoch)).toEqual([1, 1, 2]);
  });

  test('lessons that give too few hours do not complete the hours of the policy', async () => {
    const strict = await ground.deps.db
      .selectFrom('policies')
      .selectAll()
      .where('id', '=', 'quiet')
      .executeTakeFirstOrThrow();
    const body = {
      ...(strict.body as Record<string, unknown>),
      requirement: { creditHours: 1000, professionalCreditHours: 500 },
    };
    await ground.deps.db
      .updateTable('policies')
      .set({ body: JSON.stringify(body) })
      .where('id', '=', 'quiet')
      .execute();
    await watch(li, 0);
    await watch(li, 1);
    const shown = await detail(li);
    expect(shown.hours.lessonsCompleted).toBe(2);
    expect([shown.hours.completedAt, shown.requirementMet]).toEqual([null, false]);
  });
});
