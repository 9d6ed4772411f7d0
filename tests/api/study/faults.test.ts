import { beforeAll, describe, expect, test } from 'vitest';
import { checkSnapshots } from '../../../api/src/jobs/check-snapshots.ts';
import { findDataKey } from '../../../api/src/db/learner-keys.ts';
import { picture } from './scripted-faces.ts';
import {
  codeOf,
  receiptOf,
  SILENT,
  studyGround,
  totalsOf,
  type Student,
  type StudyGround,
} from './study-ground.ts';

let ground: StudyGround;
let wang: Student;
const pass = (seconds: number): void => ground.clock.pass(seconds * 1000);

beforeAll(async () => {
  ground = await studyGround([3000, 3000]);
  wang = await ground.student('wang', SILENT);
});

const snapshotsOf = (sessionId: string) =>
  ground.deps.db
    .selectFrom('snapshots')
    .select(['outcome', 'attempts', 'reason'])
    .where('sessionId', '=', sessionId)
    .execute();

describe('a fault of the system never counts against a learner (invariant 14)', () => {
  test('snapshots our checker has not looked at yet make time pending, not uncounted', async () => {
    const session = await wang.enter(0);
    let at = 0;
    for (let seq = 1; at < 1500; seq++) {
      pass(15);
      at += 15;
      const { session: now } = receiptOf(await wang.beat(session, [seq, at]));
      if (now.due?.kind === 'snapshot') await wang.snapshot(session.id, 'me');
    }
    const late = await wang.look(session.id);
    expect(late.totals.uncountedSeconds).toBe(0);
    expect(late.totals.pendingSeconds).toBeGreaterThan(300);
    expect(late.totals.creditedSeconds).toBeGreaterThan(1000);
    await checkSnapshots(ground.deps);
    const waiting = (await snapshotsOf(session.id)).filter((row) => row.outcome === 'pending');
    expect(waiting).toEqual([]);
    pass(15);
    const after = totalsOf(await wang.beat(session, [1000, at + 15]));
    expect(after.uncountedSeconds).toBe(0);
    await wang.browser.post(`/api/me/study-sessions/${session.id}/end`);
  });

  test('a pool that is away puts a snapshot off, again and again, and judges it when it is back', async () => {
    const session = await wang.enter(1, { takeOver: true });
    let at = 0;
    for (let seq = 1; ; seq++) {
      pass(15);
      at += 15;
      const { session: now } = receiptOf(await wang.beat(session, [seq, at]));
      if (now.due !== null) break;
    }
    await wang.snapshot(session.id, 'me');
    ground.faces.setAway(true);
    for (let times = 0; times < 3; times++) {
      await checkSnapshots(ground.deps);
      pass(400);
    }
    const [waiting] = await snapshotsOf(session.id);
    expect(waiting).toMatchObject({ outcome: 'pending', reason: 'face/unavailable', attempts: 3 });
    ground.faces.setAway(false);
    await checkSnapshots(ground.deps);
    expect((await snapshotsOf(session.id)).map((row) => row.outcome)).toEqual(['matched']);
  });

  test('a beat whose answer was lost is answered again with the same receipt', async () => {
    const session = await wang.enter(1, { takeOver: true, device: '电脑' });
    pass(15);
    const first = receiptOf(await wang.beat(session, [1, session.positionSeconds + 15]));
    const again = receiptOf(await wang.beat(session, [1, session.positionSeconds + 15]));
    expect(again.ackSeq).toBe(first.ackSeq);
    expect(again.session.totals).toEqual(first.session.totals);
    expect(again.session.receipt).toEqual(first.session.receipt);
  });

  test('a portrait that waits to be measured is not asked for again: 开始学习 says to come back', async () => {
    const li = await ground.student('li');
    const { db, vault, storage } = ground.deps;
    const key = await findDataKey(db, vault, li.learnerId);
    const put = await storage.put(picture('me'), { contentType: 'image/jpeg', sealWith: key });
    const { learnerId } = li;
    await db
      .updateTable('learnerFiles')
      .set({ storageKey: put.key })
      .where('learnerId', '=', learnerId)
      .execute();
    await db.deleteFrom('faceTemplates').where('learnerId', '=', learnerId).execute();
    const answer = await li.start();
    expect([answer.statusCode, codeOf(answer)]).toEqual([503, 'face/unavailable']);
    await db.deleteFrom('learnerFiles').where('learnerId', '=', learnerId).execute();
    expect(codeOf(await li.start())).toBe('face/noPortrait');
  });
});
