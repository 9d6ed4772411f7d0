import { beforeAll, describe, expect, test } from 'vitest';
import type {
  MyEnrolmentDetailView,
  PassportView,
} from '../../../api/src/schemas/my-enrolments.ts';
import { closeSilentSessions } from '../../../api/src/commands/study/close-silent-session.ts';
import { receiptSentence } from '../../../api/src/commands/study/receipt.ts';
import type { SessionView } from '../../../api/src/schemas/study.ts';
import { receiptOf, studyGround, type Student, type StudyGround } from './study-ground.ts';

let ground: StudyGround;
let wang: Student;
const pass = (seconds: number): void => ground.clock.pass(seconds * 1000);

beforeAll(async () => {
  ground = await studyGround([600, 600, 600, 600]);
  wang = await ground.student('wang');
});

const lessonOfList = async (n: number) => {
  const answer = await wang.browser.get(`/api/me/enrolments/${wang.enrolmentId}`);
  return answer.json<MyEnrolmentDetailView>().courses[0]?.lessons[n];
};

describe('the receipt says what is saved, what did not count, and why', () => {
  test('已保存至 00:41:15;9 秒未计:网络中断', () => {
    const said = receiptSentence(2475.9, {
      pendingSeconds: 0,
      uncountedByReason: { networkLost: 9.4 },
    });
    expect(said.zh).toBe('已保存至 00:41:15;9 秒未计:网络中断');
  });

  test('each reason with its own seconds, the dearest first, none of less than a second', () => {
    const said = receiptSentence(61, {
      pendingSeconds: 4,
      uncountedByReason: { paused: 3, networkLost: 9, hidden: 0.4 },
    });
    expect(said.zh).toBe('已保存至 00:01:01;4 秒待核;9 秒未计:网络中断;3 秒未计:已暂停');
  });
});

describe('whoever comes back is told how the lesson was left', () => {
  test('after a network that stayed away, in the list and at the lesson', async () => {
    const session = await wang.enter(0);
    pass(15);
    await wang.beat(session, [1, 15]);
    pass(600);
    await closeSilentSessions(ground.deps);
    expect((await lessonOfList(0))?.lastReceipt?.zh).toBe(
      '上次已保存至 00:00:15;165 秒未计:网络中断',
    );
    expect((await lessonOfList(1))?.lastReceipt).toBeNull();
    const again = (await wang.start(0)).json<SessionView>();
    expect(again.positionSeconds).toBe(15);
    expect(again.lastReceipt?.zh).toBe('上次已保存至 00:00:15;165 秒未计:网络中断');
    await wang.browser.post(`/api/me/study-sessions/${again.id}/end`);
  });

  test('after a take-over: the first device resumes nothing, the second goes on where it was', async () => {
    const session = await wang.enter(1, { device: '手机' });
    pass(15);
    await wang.beat(session, [1, 15]);
    pass(6);
    const other = await wang.enter(1, { device: '电脑', takeOver: true });
    expect(other.positionSeconds).toBe(15);
    expect(other.lastReceipt?.zh).toBe('上次已保存至 00:00:15;6 秒未计:已在其他设备学习');
    expect((await wang.look(session.id)).receipt.zh).toBe(
      '已保存至 00:00:15;6 秒未计:已在其他设备学习',
    );
    pass(5);
    const { session: now } = receiptOf(await wang.beat(other, [1, 20]));
    expect(now.receipt.zh).toBe('已保存至 00:00:20');
    await wang.browser.post(`/api/me/study-sessions/${other.id}/end`);
  });

  test('beats kept over a reload still count when they come within the grace', async () => {
    const session = await wang.enter(2);
    pass(15);
    await wang.beat(session, [1, 15]);
    pass(15);
    // Noted, not sent: the page was reloaded; forty seconds later it is back and sends what it kept.
    pass(40);
    const { session: after } = receiptOf(await wang.beat(session, [2, 30, 'hidden']));
    expect(after.savedSeconds).toBe(30);
    const back = await wang.look(session.id);
    expect([back.positionSeconds, back.ended, back.leaseToken]).toEqual([
      30,
      false,
      session.leaseToken,
    ]);
    expect(back.totals.creditedSeconds).toBe(30);
    expect(back.totals.elapsedSeconds).toBeGreaterThanOrEqual(65);
    expect(Object.keys(back.totals.uncountedByReason)).toEqual(['networkLost']);
  });
});

describe('the minute passport', () => {
  test('each minute says how it counts, every reason with its seconds, and the check it rests on', async () => {
    const session = await wang.enter(3, { takeOver: true });
    pass(40);
    await wang.beat(session, [1, 40, 'paused']);
    pass(20);
    await wang.beat(session, [2, 40, 'hidden']);
    pass(30);
    await wang.beat(session, [3, 40]);
    await wang.browser.post(`/api/me/study-sessions/${session.id}/end`);
    const answer = await wang.browser.get(`/api/me/enrolments/${wang.enrolmentId}/passport`);
    const { minutes } = answer.json<PassportView>();
    const own = minutes.filter((minute) => minute.sessionId === session.id);
    const check = await ground.deps.db
      .selectFrom('faceChecks')
      .select('id')
      .where('sessionId', '=', session.id)
      .executeTakeFirstOrThrow();
    expect(own).toHaveLength(2);
    expect(own[0]).toMatchObject({
      ...{ kind: 'credited', creditedSeconds: 40, uncountedSeconds: 20, reason: null },
      ...{ reasons: [{ reason: 'paused', seconds: 20 }], evidence: [check.id] },
    });
    expect(own[1]).toMatchObject({
      ...{ kind: 'uncounted', reason: 'hidden', evidence: [check.id] },
      reasons: [{ reason: 'hidden', seconds: 30 }],
    });
  });
});
