import { beforeAll, describe, expect, test } from 'vitest';
import { endWebSessions } from '../../../api/src/db/web-sessions.ts';
import type { Answer, Browser } from '../browser.ts';
import type { SessionView } from '../../../api/src/schemas/study.ts';
import {
  codeOf,
  receiptOf,
  studyGround,
  type Student,
  type StudyGround,
} from '../study/study-ground.ts';

let ground: StudyGround;
let wang: Student;
let li: Student;

beforeAll(async () => {
  ground = await studyGround([3600, 600]);
  wang = await ground.student('wang');
  li = await ground.student('li');
});

interface Made {
  readonly url: string;
  readonly qrSvg: string;
  readonly goodForSeconds: number;
}

const make = (who: Student = wang, lesson = 0): Promise<Answer> =>
  who.browser.post('/api/me/hand-overs', {
    place: 'lesson',
    enrolmentId: who.enrolmentId,
    lessonId: ground.lessons[lesson],
  });

const tokenOf = (answer: Answer): string => answer.json<Made>().url.split('#')[1] ?? '';
const look = (browser: Browser, token: string) =>
  browser.post('/api/hand-overs/look', { token }) as Promise<Answer>;
const take = (browser: Browser, token: string) =>
  browser.post('/api/hand-overs/take', { token }) as Promise<Answer>;
const kindOf = async (browser: Browser): Promise<string> =>
  (await browser.get('/api/session')).json<{ kind: string }>().kind;
const statusOf = (answer: Answer): readonly [number, string] => [answer.statusCode, codeOf(answer)];

describe('a lesson goes on in a browser that has a camera', () => {
  test('the link opens the lesson at the saved second, signed in, after a confirmation', async () => {
    const session = await wang.enter(0);
    ground.clock.pass(15_000);
    await wang.beat(session, [1, 15]);
    const made = await make();
    expect(made.statusCode).toBe(201);
    expect(made.json<Made>()).toMatchObject({ goodForSeconds: 120 });
    expect(made.json<Made>().url).toMatch(/\/hand-over#[\w-]{43}$/);
    expect(made.json<Made>().qrSvg).toMatch(/^<svg/);
    const phone = ground.browser('198.51.100.4');
    const shown = await look(phone, tokenOf(made));
    expect(shown.json()).toEqual({
      holderMasked: '王**',
      place: 'lesson',
      lessonTitle: '第 1 讲',
      savedSeconds: 15,
    });
    expect(await kindOf(phone)).toBe('anonymous');
    const taken = await take(phone, tokenOf(made));
    expect(taken.json()).toMatchObject({
      place: 'lesson',
      enrolmentId: wang.enrolmentId,
      lessonId: ground.lessons[0],
    });
    expect(await kindOf(phone)).toBe('learner');
    expect(phone.cookie()).not.toBe(wang.browser.cookie());
    const start = { enrolmentId: wang.enrolmentId, lessonId: ground.lessons[0], takeOver: true };
    const opened = await phone.post('/api/me/study-sessions', { ...start, device: '手机' });
    expect(opened.json<{ positionSeconds: number }>().positionSeconds).toBe(15);
  });

  test('while a recheck waits for a camera that failed: at the same second, nothing missed', async () => {
    const session = await li.enter(0);
    let due: SessionView['due'] = null;
    for (let seq = 1; due?.kind !== 'recheck'; seq++) {
      ground.clock.pass(15_000);
      due = receiptOf(await li.beat(session, [seq, seq * 15])).session.due;
      if (due?.kind === 'snapshot') await li.snapshot(session.id, 'me');
      if (seq > 200) throw new Error('no recheck fell due');
    }
    const before = await li.look(session.id);
    const made = await li.browser.post('/api/me/hand-overs', {
      ...{ place: 'lesson', enrolmentId: li.enrolmentId, lessonId: ground.lessons[0] },
    });
    const phone = ground.browser();
    const token = tokenOf(made);
    expect((await look(phone, token)).json()).toMatchObject({ savedSeconds: before.savedSeconds });
    await take(phone, token);
    const start = { enrolmentId: li.enrolmentId, lessonId: ground.lessons[0], device: '手机' };
    const held = await phone.post('/api/me/study-sessions', start);
    expect(statusOf(held)).toEqual([409, 'study/leaseHeld']);
    const opened = await phone.post('/api/me/study-sessions', { ...start, takeOver: true });
    expect(opened.json<SessionView>()).toMatchObject({
      state: 'checkingFace',
      positionSeconds: before.savedSeconds,
    });
    const left = await li.look(session.id);
    expect(left).toMatchObject({ state: 'superseded', ended: true });
    expect(left.totals.uncountedByReason).not.toHaveProperty('faceMissed');
  });

  test('the rehearsal goes on elsewhere too: no lesson, no second, and no session of study', async () => {
    const made = await wang.browser.post('/api/me/hand-overs', { place: 'rehearsal' });
    expect(made.statusCode).toBe(201);
    const phone = ground.browser();
    expect((await look(phone, tokenOf(made))).json()).toEqual({
      ...{ holderMasked: '王**', place: 'rehearsal', lessonTitle: null, savedSeconds: null },
    });
    const taken = await take(phone, tokenOf(made));
    expect(taken.json()).toMatchObject({ place: 'rehearsal', enrolmentId: null, lessonId: null });
    expect((await phone.post('/api/me/rehearsals')).statusCode).toBe(201);
  });

  test.each([
    {},
    { place: 'exam' },
    { place: 'lesson' },
    { place: 'rehearsal', lessonId: '00000000-0000-7000-8000-000000000000' },
  ])('a link leads nowhere else: %o', async (body) => {
    expect((await wang.browser.post('/api/me/hand-overs', body)).statusCode).toBe(400);
  });

  test('the new sign-in stands among my devices and may be ended there; the journal has both steps', async () => {
    const phone = ground.browser();
    await take(phone, tokenOf(await make()));
    const listed = (await wang.browser.get('/api/me/sessions')).json<{
      items: { id: string; current: boolean }[];
    }>();
    const other = listed.items.filter((item) => !item.current);
    expect(other.length).toBeGreaterThanOrEqual(1);
    for (const { id } of other) await wang.browser.delete(`/api/me/sessions/${id}`);
    expect(await kindOf(phone)).toBe('anonymous');
    const rows = await ground.deps.db
      .selectFrom('journal')
      .select(['action', 'details'])
      .where('learnerId', '=', wang.learnerId)
      .where('action', 'like', 'account.hand%')
      .execute();
    expect(rows.map((row) => row.action)).toEqual(
      expect.arrayContaining(['account.handOverMade', 'account.handedOver']),
    );
    expect(JSON.stringify(rows)).not.toContain('王');
  });
});

describe('a link is good once, shortly, and for nobody else', () => {
  test('the second use is refused and signs nobody in', async () => {
    const token = tokenOf(await make());
    await take(ground.browser(), token);
    const late = ground.browser();
    expect(statusOf(await take(late, token))).toEqual([422, 'account/handOverUsed']);
    expect(statusOf(await look(late, token))).toEqual([422, 'account/handOverUsed']);
    expect(await kindOf(late)).toBe('anonymous');
  });

  test('of ten uses at once one succeeds', async () => {
    const token = tokenOf(await make());
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => take(ground.browser(), token)),
    );
    const statuses = answers.map((answer) => answer.statusCode).sort();
    expect(statuses).toEqual([200, ...Array(9).fill(422)]);
  });

  test('after two minutes it is refused', async () => {
    const token = tokenOf(await make());
    ground.clock.pass(120_000);
    const late = ground.browser();
    expect(statusOf(await look(late, token))).toEqual([422, 'account/handOverExpired']);
    expect(statusOf(await take(late, token))).toEqual([422, 'account/handOverExpired']);
  });

  test('a new link takes the place of the one before', async () => {
    const first = tokenOf(await make());
    const second = tokenOf(await make());
    const phone = ground.browser();
    expect(statusOf(await take(phone, first))).toEqual([422, 'account/handOverInvalid']);
    expect((await take(phone, second)).statusCode).toBe(200);
  });

  test('a made-up token is refused like any other that never was', async () => {
    const token = 'A'.repeat(43);
    expect(statusOf(await look(ground.browser(), token))).toEqual([422, 'account/handOverInvalid']);
    expect((await look(ground.browser(), 'short')).statusCode).toBe(400);
  });

  test("it never puts one person's sign-in in the place of another's", async () => {
    const token = tokenOf(await make());
    expect(statusOf(await take(li.browser, token))).toEqual([409, 'account/handOverForeign']);
    const staff = await ground.staff('auditor-one', ['auditor']);
    expect(statusOf(await look(staff.browser, token))).toEqual([409, 'account/handOverForeign']);
    expect((await take(ground.browser(), token)).statusCode).toBe(200);
  });

  test("somebody else's enrolment or lesson gives no link", async () => {
    const foreign = await li.browser.post('/api/me/hand-overs', {
      place: 'lesson',
      enrolmentId: wang.enrolmentId,
      lessonId: ground.lessons[0],
    });
    expect(statusOf(foreign)).toEqual([404, 'enrolment/notFound']);
    const nowhere = await li.browser.post('/api/me/hand-overs', {
      place: 'lesson',
      enrolmentId: li.enrolmentId,
      lessonId: li.enrolmentId,
    });
    expect(statusOf(nowhere)).toEqual([404, 'study/lessonNotFound']);
  });

  test('a page of another site can use none up', async () => {
    const token = tokenOf(await make());
    const foreign = await ground
      .browser()
      .post('/api/hand-overs/take', { token }, { 'sec-fetch-site': 'cross-site' });
    expect(statusOf(foreign)).toEqual([403, 'account/csrfMissing']);
  });

  test('signing out where it was made, or a new password, ends the link too', async () => {
    const token = tokenOf(await make(li, 1));
    await endWebSessions(ground.deps.db, 'learner', li.learnerId);
    expect(statusOf(await take(ground.browser(), token))).toEqual([422, 'account/handOverExpired']);
  });
});
