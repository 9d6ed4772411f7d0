import { beforeAll, describe, expect, test } from 'vitest';
import { closeSilentSessions } from '../../../api/src/commands/study/close-silent-session.ts';
import {
  codeOf,
  receiptOf,
  studyGround,
  totalsOf,
  type Student,
  type StudyGround,
} from './study-ground.ts';

let ground: StudyGround;
let wang: Student;
let li: Student;
const pass = (seconds: number): void => ground.clock.pass(seconds * 1000);

beforeAll(async () => {
  ground = await studyGround([600, 600, 600, 600]);
  wang = await ground.student('wang');
  li = await ground.student('li');
});

const creditedOf = async (learnerId: string): Promise<number> => {
  const rows = await ground.deps.db
    .selectFrom('studySessions')
    .select('creditedSeconds')
    .where('learnerId', '=', learnerId)
    .execute();
  return rows.reduce((sum, row) => sum + row.creditedSeconds, 0);
};

describe('one live session per learner (lease and fencing)', () => {
  test('a second device is told who holds the session and may take it over', async () => {
    const first = await wang.enter(0, { device: '手机' });
    const refused = await wang.start(0, { device: '电脑' });
    expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'study/leaseHeld']);
    expect(refused.json()).toMatchObject({ details: { device: '手机' } });
    pass(10);
    const second = await wang.enter(0, { device: '电脑', takeOver: true });
    expect(second.leaseToken).toBeGreaterThan(first.leaseToken);
    const old = await wang.look(first.id);
    expect([old.state, old.endReason]).toEqual(['superseded', 'superseded']);
  });

  test('beats under an old lease earn nothing', async () => {
    const old = await wang.enter(1, { takeOver: true });
    pass(10);
    await wang.beat(old, [1, 10]);
    const fresh = await wang.enter(1, { device: '电脑', takeOver: true });
    pass(10);
    const late = await wang.beat(old, [2, 20]);
    expect([late.statusCode, codeOf(late)]).toEqual([409, 'study/superseded']);
    const stolen = await wang.beat({ ...fresh, leaseToken: old.leaseToken }, [1, 20]);
    expect([stolen.statusCode, codeOf(stolen)]).toEqual([409, 'study/superseded']);
    const own = totalsOf(await wang.beat(fresh, [1, 20]));
    expect(own.creditedSeconds).toBe(10);
  });

  test('two devices racing are credited no more than the wall clock together', async () => {
    const before = await creditedOf(wang.learnerId);
    const began = ground.clock.now();
    const session = await wang.enter(2, { takeOver: true, device: '手机' });
    let [mine, other] = [session, session];
    for (let round = 1; round <= 4; round++) {
      pass(10);
      await Promise.all([wang.beat(mine, [1, round * 10]), wang.beat(other, [1, round * 10])]);
      mine = await wang.enter(2, { takeOver: true, device: `手机 ${round}` });
      pass(5);
      await Promise.all([wang.beat(mine, [1, 600]), wang.beat(other, [9, 600])]);
      other = mine;
    }
    const wall = (ground.clock.now() - began) / 1000;
    const earned = (await creditedOf(wang.learnerId)) - before;
    expect(earned).toBeLessThanOrEqual(wall);
    expect(earned).toBeGreaterThan(0);
  });

  test('two starts at once open one session', async () => {
    pass(200);
    const answers = await Promise.all([
      wang.start(3, { device: '平板' }),
      wang.start(3, { device: '平板' }),
      wang.start(3, { device: '平板' }),
    ]);
    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.json<{ id: string }>().id)).size).toBe(1);
  });

  test('of the same stretch watched in two sessions no second is credited twice', async () => {
    const first = await li.enter(0);
    pass(15);
    await li.beat(first, [1, 15]);
    const second = await li.enter(0, { takeOver: true, device: '电脑' });
    expect(second.positionSeconds).toBe(15);
    pass(15);
    await li.beat(second, [1, 0]);
    pass(15);
    const { session } = receiptOf(await li.beat(second, [2, 15]));
    expect(session.totals.creditedSeconds).toBe(0);
    const rows = await ground.deps.db
      .selectFrom('lessonProgress')
      .selectAll()
      .where('enrolmentId', '=', li.enrolmentId)
      .execute();
    expect(rows.map((row) => row.watchedSeconds)).toEqual([15]);
  });
});

describe("another learner's session", () => {
  test('is not found, whatever is asked of it', async () => {
    const session = await wang.enter(3, { takeOver: true });
    const url = `/api/me/study-sessions/${session.id}`;
    const beats = { leaseToken: session.leaseToken, beats: [] as object[] };
    beats.beats.push({ seq: 1, positionSeconds: 1, playing: true, visible: true });
    const answers = await Promise.all([
      li.browser.get(url),
      li.browser.post(`${url}/beats`, beats),
      li.browser.post(`${url}/pause`),
      li.browser.post(`${url}/end`),
      li.browser.post(`${url}/challenge`),
      li.snapshot(session.id, 'me'),
      li.face(session, 'me'),
      li.browser.get(`/api/me/enrolments/${wang.enrolmentId}`),
      li.browser.get(`/api/me/enrolments/${wang.enrolmentId}/passport`),
    ]);
    expect(answers.map((answer) => answer.statusCode)).toEqual(Array(9).fill(404));
    expect((await wang.look(session.id)).state).toBe('playing');
    expect((await ground.browser().get(url)).statusCode).toBe(401);
  });
});

describe('a session nothing is heard of any more', () => {
  test('ends after lease and grace with every second in its place', async () => {
    const session = await wang.enter(3, { takeOver: true });
    pass(15);
    await wang.beat(session, [1, 15]);
    pass(100);
    expect(await closeSilentSessions(ground.deps)).toBe(0);
    pass(3600);
    expect(await closeSilentSessions(ground.deps)).toBeGreaterThan(0);
    const { totals, state, endReason } = await wang.look(session.id);
    expect([state, endReason]).toEqual(['suspended', 'expired']);
    expect(totals).toMatchObject({ creditedSeconds: 15, elapsedSeconds: 15 + 165 });
    expect(totals.uncountedByReason).toEqual({ networkLost: 165 });
    const late = await wang.beat(session, [2, 30]);
    expect([late.statusCode, codeOf(late)]).toEqual([409, 'study/sessionEnded']);
    const known = await wang.beat(session, [1, 15]);
    expect(receiptOf(known).ackSeq).toBe(1);
  });
});
