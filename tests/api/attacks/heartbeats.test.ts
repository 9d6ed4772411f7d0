import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { collectFindings } from '../../../api/src/commands/study/collect-findings.ts';
import type { SessionView } from '../../../api/src/schemas/study.ts';
import {
  codeOf,
  receiptOf,
  studyGround,
  totalsOf,
  QUIET,
  type Student,
  type StudyGround,
} from '../study/study-ground.ts';

let ground: StudyGround;
let wang: Student;
let li: Student;
let session: SessionView;
let lesson = -1;
const pass = (seconds: number): void => ground.clock.pass(seconds * 1000);

beforeAll(async () => {
  ground = await studyGround(Array.from({ length: 20 }, () => 600));
  wang = await ground.student('wang');
  li = await ground.student('li');
});
beforeEach(async () => {
  pass(61);
  session = await wang.enter((lesson += 1), { takeOver: true });
});

const urlOf = (one: SessionView): string => `/api/me/study-sessions/${one.id}/beats`;
const claim = { seq: 1, positionSeconds: 10, playing: true, visible: true };
const send = (beats: unknown, leaseToken: unknown = session.leaseToken, by: Student = wang) =>
  by.browser.post(urlOf(session), { leaseToken, beats });
/** What stands in the database of the session under attack. */
const stored = () =>
  ground.deps.db
    .selectFrom('studySessions')
    .select(['creditedSeconds', 'pendingSeconds', 'seq', 'positionSeconds', 'endReason'])
    .where('id', '=', session.id)
    .executeTakeFirstOrThrow();

describe('a flood', () => {
  test('of a thousand beats in ten seconds earns ten seconds, and is told to wait', async () => {
    const answers = [];
    for (let n = 1; n <= 1000; n++) {
      pass(0.01);
      answers.push(await wang.beat(session, [n, n]));
    }
    const refused = answers.filter((answer) => answer.statusCode === 429);
    expect(refused.length).toBeGreaterThan(700);
    expect(codeOf(refused[0]!)).toBe('request/rateLimited');
    expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await stored()).creditedSeconds).toBeLessThanOrEqual(10);
    // It keeps nobody else from beating, and waiting always helps.
    const other = await li.enter(0);
    expect((await li.beat(other, [1, 1])).statusCode).toBe(200);
    pass(61);
    expect((await wang.beat(session, [1001, 12])).statusCode).toBe(200);
    const key = { enrolmentId: wang.enrolmentId, epoch: 1 };
    await collectFindings(ground.deps.db, QUIET, key, ground.clock.now());
    const found = await ground.deps.db
      .selectFrom('findings')
      .select(['kind', 'strength'])
      .execute();
    expect(found).toContainEqual({ kind: 'automatedStudy', strength: 'strong' });
  });
});

describe('a position', () => {
  test.each([2, 16])(
    'at %d times the speed earns the wall clock, and is a finding',
    async (speed) => {
      for (let n = 1; n <= 6; n++) {
        pass(10);
        await wang.beat(session, [n, n * 10 * speed]);
      }
      const row = await stored();
      expect(row.creditedSeconds).toBeLessThanOrEqual(60);
      expect(row.positionSeconds).toBeLessThanOrEqual(60);
    },
  );

  test.each([
    ['negative', -1],
    ['infinite', '1e999'],
    ['no number', '"NaN"'],
    ['null', 'null'],
    ['a list', '[1]'],
    ['beyond any lesson', 1e7],
  ])('that is %s is refused, and nothing changes', async (_, value) => {
    const before = await stored();
    pass(10);
    const answer = await raw(`{"seq":1,"positionSeconds":${value},"playing":true,"visible":true}`);
    expect([answer.statusCode, codeOf(answer)]).toEqual([400, 'request/invalid']);
    expect(await stored()).toEqual(before);
  });

  const raw = (beat: string) =>
    ground.app.inject({
      method: 'POST',
      url: urlOf(session),
      payload: `{"leaseToken":${session.leaseToken},"beats":[${beat}]}`,
      headers: { 'content-type': 'application/json', 'x-csrf-token': wang.browser.csrfToken() },
      cookies: { xz_session: wang.browser.cookie() },
    });
});

describe('a beat', () => {
  test('with a number that is none is refused', async () => {
    for (const seq of [0, -1, 1.5, 1e12, '1; DROP TABLE study_sessions', null]) {
      const answer = await send([{ ...claim, seq }]);
      expect([answer.statusCode, codeOf(answer)]).toEqual([400, 'request/invalid']);
    }
    expect((await stored()).seq).toBe(0);
  });

  test('that says more than beats say is refused whole', async () => {
    for (const more of [
      { creditedSeconds: 9999 },
      { at: 0 },
      { outcome: 'matched' },
      { speed: 16 },
    ]) {
      expect((await send([{ ...claim, ...more }])).statusCode).toBe(400);
    }
    expect((await send([], session.leaseToken)).statusCode).toBe(400);
    expect((await send(Array(65).fill(claim))).statusCode).toBe(400);
    expect((await stored()).creditedSeconds).toBe(0);
  });

  test('acknowledged once never changes, whatever is said under its number later', async () => {
    pass(10);
    const first = receiptOf(await wang.beat(session, [1, 10]));
    for (const other of [0, 5, 600]) {
      const again = await wang.beat(session, [1, other], [1, other, 'hidden']);
      expect(receiptOf(again).session.totals.creditedSeconds).toBe(
        first.session.totals.creditedSeconds,
      );
    }
    expect((await stored()).positionSeconds).toBe(10);
  });

  test('of a clock a day off in either direction earns the same', async () => {
    for (const [n, days] of [-1, 1, 0].entries()) {
      pass(10);
      const clientAt = new Date(ground.clock.now() + days * 86_400_000).toISOString();
      await send([{ ...claim, seq: n + 1, positionSeconds: (n + 1) * 10, clientAt }]);
    }
    expect((await stored()).creditedSeconds).toBe(30);
    expect((await send([{ ...claim, seq: 4, clientAt: 'x'.repeat(500) }])).statusCode).toBe(400);
  });

  test('after the end earns nothing', async () => {
    pass(10);
    await wang.beat(session, [1, 10]);
    await wang.browser.post(`/api/me/study-sessions/${session.id}/end`);
    const before = await stored();
    pass(10);
    const late = await wang.beat(session, [2, 20]);
    expect([late.statusCode, codeOf(late)]).toEqual([409, 'study/sessionEnded']);
    expect(await stored()).toEqual(before);
  });
});

describe('a lease', () => {
  test('of the future, of nobody, or of another learner opens nothing', async () => {
    pass(10);
    const other = await li.enter(1, { takeOver: true });
    for (const token of [session.leaseToken + 1, session.leaseToken + 1000, other.leaseToken]) {
      const answer = await send([claim], token);
      const same = token === session.leaseToken;
      expect([answer.statusCode, codeOf(answer)]).toEqual(
        same ? [200, ''] : [409, 'study/superseded'],
      );
    }
    for (const token of [0, -1, 1.5, 'x', null])
      expect((await send([claim], token)).statusCode).toBe(400);
    const foreign = await send([claim], session.leaseToken, li);
    expect([foreign.statusCode, codeOf(foreign)]).toEqual([404, 'study/sessionNotFound']);
    expect(await stored()).toMatchObject({ creditedSeconds: 0, seq: 0, endReason: null });
  });

  test('raced for by two devices credits each second once', async () => {
    const began = ground.clock.now();
    const phone = session;
    pass(10);
    const starts = await Promise.all([
      wang.start(lesson, { takeOver: true, device: '电脑' }),
      wang.beat(phone, [1, 10]),
      wang.start(lesson, { takeOver: true, device: '平板' }),
    ]);
    expect(starts.every((answer) => [200, 201, 409].includes(answer.statusCode))).toBe(true);
    pass(10);
    const late = await wang.beat(phone, [2, 20]);
    expect([late.statusCode, codeOf(late)]).toEqual([409, 'study/superseded']);
    const open = await ground.deps.db
      .selectFrom('studySessions')
      .select('id')
      .where('learnerId', '=', wang.learnerId)
      .where('endedAt', 'is', null)
      .execute();
    expect(open).toHaveLength(1);
    const wall = (ground.clock.now() - began) / 1000;
    expect((await stored()).creditedSeconds).toBeLessThanOrEqual(wall);
    const taken = await ground.deps.db
      .selectFrom('journal')
      .select('action')
      .where('action', '=', 'study.takenOver')
      .where('learnerId', '=', wang.learnerId)
      .execute();
    expect(taken.length).toBeGreaterThan(1);
  });

  test('given up with a pause earns nothing while paused, however the page beats', async () => {
    pass(10);
    await wang.beat(session, [1, 10]);
    await wang.browser.post(`/api/me/study-sessions/${session.id}/pause`);
    pass(10);
    await wang.beat(session, [2, 10, 'paused']);
    pass(60);
    const totals = totalsOf(await wang.beat(session, [3, 70, 'hidden']));
    expect(totals.creditedSeconds).toBe(10);
  });
});
