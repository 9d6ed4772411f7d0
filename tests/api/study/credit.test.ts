import { beforeAll, describe, expect, test } from 'vitest';
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
const pass = (seconds: number): void => ground.clock.pass(seconds * 1000);

beforeAll(async () => {
  ground = await studyGround([60, 600, 600, 600, 600, 600, 600, 600, 600, 600]);
  wang = await ground.student('wang');
});

describe('credit of study (invariants 1–6)', () => {
  test('a minute watched at its own speed is a minute credited', async () => {
    const session = await wang.enter(1);
    for (let n = 1; n <= 4; n++) {
      pass(15);
      await wang.beat(session, [n, n * 15]);
    }
    const { totals, savedSeconds } = await wang.look(session.id);
    expect(totals.creditedSeconds).toBe(60);
    expect(totals.elapsedSeconds).toBe(60);
    expect(savedSeconds).toBe(60);
  });

  test('no second ahead of the wall clock is credited: the seek guard', async () => {
    const session = await wang.enter(2, { takeOver: true });
    pass(10);
    const { session: after } = receiptOf(await wang.beat(session, [1, 500]));
    expect(after.totals.creditedSeconds).toBe(10);
    expect(after.positionSeconds).toBe(10);
  });

  for (const speed of [2, 16]) {
    test(`watching at ${speed} times the speed earns the wall clock and no more`, async () => {
      const session = await wang.enter(speed === 2 ? 3 : 4, { takeOver: true });
      for (let n = 1; n <= 6; n++) {
        pass(5);
        await wang.beat(session, [n, n * 5 * speed]);
      }
      const { totals } = await wang.look(session.id);
      expect(totals.creditedSeconds).toBe(30);
    });
  }

  test('a thousand beats in ten seconds earn ten seconds', async () => {
    const session = await wang.enter(5, { takeOver: true });
    let seq = 0;
    for (let batch = 0; batch < 20; batch++) {
      pass(0.5);
      const beats = Array.from({ length: 50 }, () => [(seq += 1), seq * 0.5] as const);
      await wang.beat(session, ...beats);
    }
    const { totals, ackSeq } = await wang.look(session.id);
    expect(ackSeq).toBe(1000);
    expect(totals.creditedSeconds).toBeLessThanOrEqual(10);
    expect(totals.creditedSeconds + totals.pendingSeconds + totals.uncountedSeconds).toBe(
      totals.elapsedSeconds,
    );
  });

  test('beats replayed, doubled and altered leave the totals as they are', async () => {
    const session = await wang.enter(6, { takeOver: true });
    for (let n = 1; n <= 4; n++) {
      pass(10);
      await wang.beat(session, [n, n * 10]);
    }
    const before = await wang.look(session.id);
    for (let again = 0; again < 20; again++) {
      await wang.beat(session, [2, 20], [1, 10], [4, 590], [3, 0, 'paused']);
    }
    expect((await wang.look(session.id)).totals).toEqual(before.totals);
    expect(before.totals.creditedSeconds).toBe(40);
  });

  test('beats kept while offline count within the grace, not beyond it', async () => {
    const session = await wang.enter(7, { takeOver: true });
    pass(60);
    const kept = totalsOf(await wang.beat(session, [1, 15], [2, 30], [3, 45], [4, 60]));
    expect(kept.creditedSeconds).toBe(60);
    pass(600);
    const lost = totalsOf(await wang.beat(session, [5, 600]));
    expect(lost.creditedSeconds).toBeLessThanOrEqual(60 + 120);
    expect(lost.uncountedByReason['networkLost']).toBeGreaterThanOrEqual(480 - 5);
    expect(lost.creditedSeconds + lost.pendingSeconds + lost.uncountedSeconds).toBeCloseTo(
      lost.elapsedSeconds,
      6,
    );
  });

  test('every second has its place: credited, pending or uncounted with one reason', async () => {
    const session = await wang.enter(8, { takeOver: true });
    pass(10);
    await wang.beat(session, [1, 10, 'paused']);
    pass(20);
    await wang.beat(session, [2, 10, 'hidden']);
    pass(30);
    await wang.beat(session, [3, 10]);
    pass(10);
    await wang.beat(session, [4, 20]);
    const { totals } = await wang.look(session.id);
    expect(totals).toMatchObject({
      creditedSeconds: 20,
      uncountedSeconds: 50,
      elapsedSeconds: 70,
      uncountedByReason: { paused: 20, hidden: 30 },
    });
    const rows = await ground.segments(session.id);
    for (const [i, row] of rows.entries()) {
      if (i > 0) expect(row.startedAt).toEqual(rows[i - 1]?.endedAt);
      if (row.kind === 'credited') expect(row.presenceAt).not.toBeNull();
    }
  });

  test('what the client says of time and of faces decides nothing', async () => {
    const session = await wang.enter(9, { takeOver: true });
    pass(5);
    const answer = await wang.browser.post(`/api/me/study-sessions/${session.id}/beats`, {
      leaseToken: session.leaseToken,
      beats: [
        {
          ...{ seq: 1, positionSeconds: 300, playing: true, visible: true },
          clientAt: '2031-01-01T00:00:00Z',
        },
      ],
    });
    expect(totalsOf(answer).creditedSeconds).toBe(5);
    const claimed = await wang.browser.post(`/api/me/study-sessions/${session.id}/beats`, {
      leaseToken: session.leaseToken,
      beats: [{ seq: 2, positionSeconds: 300, playing: true, visible: true, face: 'matched' }],
    });
    expect(claimed.statusCode).toBe(400);
    expect(codeOf(claimed)).toBe('request/invalid');
  });

  test('the last partial interval counts, and a lesson ends when all of it was watched', async () => {
    const session = await wang.enter(0, { takeOver: true });
    for (let n = 1; n <= 3; n++) {
      pass(15);
      await wang.beat(session, [n, n * 15]);
    }
    pass(12.2);
    const last = receiptOf(await wang.beat(session, [4, 57.2]));
    expect(last.session.state).toBe('completed');
    expect(last.session.lessonComplete).toBe(true);
    const ledger = await ground.deps.db
      .selectFrom('hourLedger')
      .selectAll()
      .where('enrolmentId', '=', wang.enrolmentId)
      .execute();
    expect(ledger.map((entry) => [entry.entry, entry.seconds])).toEqual([['hours.studied', 57.2]]);
    const again = await wang.start(0);
    expect([again.statusCode, codeOf(again)]).toEqual([409, 'study/lessonComplete']);
  });

  test('a lesson of which four seconds are missing is not complete', async () => {
    const li = await ground.student('li');
    const session = await li.enter(0);
    pass(15);
    await li.beat(session, [1, 15]);
    pass(15);
    await li.beat(session, [2, 30]);
    pass(15);
    await li.beat(session, [3, 45]);
    pass(11);
    const receipt = receiptOf(await li.beat(session, [4, 56]));
    expect(receipt.session.lessonComplete).toBe(false);
    expect(receipt.session.receipt.zh).toBe('已保存至 00:00:56');
  });
});
