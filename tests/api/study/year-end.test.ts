import { startOfDay } from '@xuzheng/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { codeOf, receiptOf, studyGround, type Student, type StudyGround } from './study-ground.ts';

const MIDNIGHT = startOfDay('2027-01-01');

let ground: StudyGround;
let wang: Student;
let li: Student;
const pass = (seconds: number): void => ground.clock.pass(seconds * 1000);

beforeAll(async () => {
  ground = await studyGround([20]);
  ground.clock.pass(MIDNIGHT - 22_000 - ground.clock.now());
  wang = await ground.student('wang');
  li = await ground.student('li');
});

const creditedOf = async (sessionId: string) =>
  (await ground.segments(sessionId)).filter((segment) => segment.kind === 'credited');

describe('two learners study through the midnight of 31 December', () => {
  test('what was studied before it counts, no second after it does', async () => {
    const early = await wang.enter(0);
    pass(12);
    const late = await li.enter(0);
    pass(3);
    await wang.beat(early, [1, 15]);
    pass(15);
    // 00:00:08 on 1 January: both beats tell of seconds on either side of midnight.
    const done = receiptOf(await wang.beat(early, [2, 30])).session;
    expect(done).toMatchObject({ state: 'completed', hoursComplete: true });
    const cut = receiptOf(await li.beat(late, [1, 18])).session;
    expect(cut.hoursComplete).toBe(false);
    expect(cut.totals.creditedSeconds).toBe(10);

    for (const { id } of [early, late]) {
      const segments = await ground.segments(id);
      expect(segments.length).toBeGreaterThan(0);
      for (const segment of segments) {
        expect(segment.endedAt.getTime()).toBeLessThanOrEqual(MIDNIGHT);
      }
      expect((await creditedOf(id)).length).toBeGreaterThan(0);
    }
    expect((await ground.enrolment(wang.enrolmentId)).hoursCompletedAt).not.toBeNull();
  });

  test('the old year takes no further second, and says since when', async () => {
    const refused = await li.start(0);
    expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'study/notOpen']);
    expect(refused.json<{ details: object }>().details).toEqual({ endedOn: '2027-01-01' });
  });
});
