import { CONSENT_VERSION } from '@xuzheng/engine';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkSnapshots } from '../../../api/src/jobs/check-snapshots.ts';
import { forgetFaces } from '../../../api/src/jobs/forget-faces.ts';
import { leadOffFaces } from '../../../api/src/commands/study/lead-off-faces.ts';
import type { FaceCheckResultView, SessionView } from '../../../api/src/schemas/study.ts';
import type { Answer } from '../browser.ts';
import { attendedHands, furnishBank } from './attended-student.ts';
import {
  CHECKED,
  codeOf,
  receiptOf,
  studyGround,
  type Student,
  type StudyGround,
} from './study-ground.ts';

let ground: StudyGround;
let wang: Student;
let hands: ReturnType<typeof attendedHands>;
let lesson = -1;
const pass = (seconds: number): void => ground.clock.pass(seconds * 1000);

beforeAll(async () => {
  ground = await studyGround(Array.from({ length: 16 }, () => 3000));
  await furnishBank(ground);
  wang = await ground.student('wang', CHECKED);
  hands = attendedHands(ground, wang);
});
beforeEach(async () => {
  lesson += 1;
  pass(3600);
  for (const kind of ['useFace', 'keepFrames']) {
    await wang.browser.put(`/api/me/consents/${kind}`, { version: CONSENT_VERSION });
  }
  await makeTemplate();
});

const withdraw = (kind: string) => wang.browser.delete(`/api/me/consents/${kind}`);
const enter = (): Promise<SessionView> => wang.enter(lesson, { takeOver: true });

/** A template as the worker pool would make it of the portrait. */
async function makeTemplate(): Promise<void> {
  const { db } = ground.deps;
  const file = await db
    .selectFrom('learnerFiles')
    .select('id')
    .where('learnerId', '=', wang.learnerId)
    .executeTakeFirstOrThrow();
  const { vault } = ground.deps;
  const row = await db
    .selectFrom('learners')
    .select('wrappedDataKey')
    .where('id', '=', wang.learnerId)
    .executeTakeFirstOrThrow();
  const key = vault.unwrap(row.wrappedDataKey ?? Buffer.alloc(0));
  const vector = Buffer.from(new Float32Array([1, 0]).buffer);
  const template = { learnerId: wang.learnerId, fileId: file.id, modelId: 'scripted' };
  await db
    .insertInto('faceTemplates')
    .values({ ...template, weightsHash: '00', descriptorSealed: vault.seal(key, vector) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function facesKept(): Promise<number> {
  const { db } = ground.deps;
  const templates = await db.selectFrom('faceTemplates').selectAll().execute();
  const sessions = await db
    .selectFrom('studySessions')
    .select('id')
    .where('entryDescriptorSealed', 'is not', null)
    .execute();
  return templates.length + sessions.length;
}

describe('a consent withdrawn while a session runs', () => {
  test.each(['useFace', 'keepFrames'])(
    '%s: no face is processed any more, and study goes on by code',
    async (kind) => {
      const session = await enter();
      pass(20);
      await wang.beat(session, [1, 20]);
      await withdraw(kind);
      pass(10);
      const { session: told } = receiptOf(await wang.beat(session, [2, 30]));
      expect(told).toMatchObject({ attended: true, state: 'playing', ended: false });
      expect(told.totals.creditedSeconds).toBe(30);
      for (const answer of [
        await wang.face(session, 'me'),
        await wang.snapshot(session.id, 'me'),
        await wang.browser.post(`/api/me/study-sessions/${session.id}/challenge`),
      ]) {
        expect(answer.statusCode).toBe(409);
      }
      let at = 30;
      for (let seq = 3; ; seq++) {
        pass(10);
        at += 10;
        const { session: now } = receiptOf(await wang.beat(session, [seq, at]));
        if (now.due !== null) {
          expect(now.due.kind).toBe('question');
          break;
        }
      }
      expect((await hands.choose(session.id)).outcome).toBe('matched');
    },
  );

  test('a check that waited for the face waits for a code instead, with its whole time', async () => {
    const session = (await wang.start(lesson, { takeOver: true })).json<SessionView>();
    await withdraw('useFace');
    expect((await wang.face(session, 'me')).statusCode).toBe(409);
    expect((await hands.enterCode(session.id)).session.state).toBe('playing');
  });

  test('a snapshot that waits to be checked is never looked at', async () => {
    const session = await enter();
    let at = 0;
    for (let seq = 1; ; seq++) {
      pass(10);
      at += 10;
      const { session: now } = receiptOf(await wang.beat(session, [seq, at]));
      if (now.due?.kind === 'snapshot') break;
    }
    await wang.snapshot(session.id, 'other');
    await withdraw('useFace');
    await checkSnapshots(ground.deps);
    const row = await ground.deps.db
      .selectFrom('snapshots')
      .selectAll()
      .where('sessionId', '=', session.id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ outcome: 'fault', reason: 'consentWithdrawn', modelId: null });
    expect((await wang.look(session.id)).state).toBe('playing');
  });

  test('the job leads a session off that the withdrawal could not reach', async () => {
    const session = await enter();
    await ground.deps.db
      .updateTable('consents')
      .set({ withdrawnAt: new Date(ground.clock.now()) })
      .where('learnerId', '=', wang.learnerId)
      .where('withdrawnAt', 'is', null)
      .execute();
    expect(await leadOffFaces(ground.deps)).toBe(1);
    expect(await wang.look(session.id)).toMatchObject({ attended: true, state: 'playing' });
    expect(await leadOffFaces(ground.deps)).toBe(0);
  });
});

describe('back to the face', () => {
  test('consenting again opens the door with the camera; withdrawing blocks nothing', async () => {
    await withdraw('keepFrames');
    expect(codeOf(await wang.start(lesson, { takeOver: true }))).toBe('face/consentMissing');
    expect(await hands.enter(lesson)).toMatchObject({ attended: true, state: 'playing' });
    await wang.browser.put('/api/me/consents/keepFrames', { version: CONSENT_VERSION });
    expect(await enter()).toMatchObject({ attended: false, state: 'playing' });
  });
});

describe('doubts at the door', () => {
  const verdictOf = (answer: Answer) => answer.json<FaceCheckResultView>();
  const anew = async (session: SessionView): Promise<SessionView> => {
    const url = `/api/me/study-sessions/${session.id}/challenge`;
    const challenge = (await wang.browser.post(url)).json<SessionView['challenge']>();
    return { ...session, challenge };
  };

  test('three uncertain checks stop and offer the way without a face, which opens at once', async () => {
    const session = (await wang.start(lesson, { takeOver: true })).json<SessionView>();
    const first = verdictOf(await wang.face(session, 'unsure'));
    expect(first).toMatchObject({ outcome: 'uncertain', session: { state: 'checkingFace' } });
    await wang.face(await anew(session), 'unsure');
    const third = verdictOf(await wang.face(await anew(session), 'unsure'));
    expect(third).toMatchObject({
      outcome: 'uncertain',
      session: { state: 'suspended', pausedBecause: 'uncertain', ended: false },
    });
    // The consents stand; the learner may go without a face all the same.
    expect(await hands.enter(lesson)).toMatchObject({ attended: true, state: 'playing' });
  });

  test('a miss between them neither counts nor forgets; trying again begins anew', async () => {
    const session = (await wang.start(lesson, { takeOver: true })).json<SessionView>();
    await wang.face(session, 'unsure');
    await wang.face(await anew(session), 'nobody');
    await wang.face(await anew(session), 'unsure');
    const last = verdictOf(await wang.face(await anew(session), 'unsure'));
    expect(last.session?.pausedBecause).toBe('uncertain');
    const again = verdictOf(await wang.face(await anew(session), 'unsure'));
    expect(again.session?.state).toBe('checkingFace');
    expect(verdictOf(await wang.face(await anew(session), 'me')).session?.state).toBe('playing');
  });

  test('they are no finding and no uncounted second of the learner', async () => {
    const session = (await wang.start(lesson, { takeOver: true })).json<SessionView>();
    let at = session;
    for (let n = 0; n < 3; n++) {
      await wang.face(at, 'unsure');
      at = n < 2 ? await anew(session) : at;
    }
    const { totals } = await wang.look(session.id);
    expect(totals).toMatchObject({ creditedSeconds: 0, uncountedSeconds: 0, pendingSeconds: 0 });
    const findings = await ground.deps.db
      .selectFrom('findings')
      .select('kind')
      .where('enrolmentId', '=', wang.enrolmentId)
      .execute();
    expect(findings).toEqual([]);
  });

  test('a camera that fails during study: without a face at the same second, the rest credited', async () => {
    const session = await enter();
    pass(20);
    await wang.beat(session, [1, 20]);
    const started = await wang.start(lesson, { attended: true, takeOver: true });
    expect(started.json<SessionView>()).toMatchObject({ attended: true, positionSeconds: 20 });
    const { session: on } = await hands.enterCode(started.json<SessionView>().id);
    pass(15);
    const told = receiptOf(await wang.beat(on, [1, 35])).session;
    expect(told).toMatchObject({ positionSeconds: 35, savedSeconds: 35 });
    expect(told.totals.creditedSeconds).toBe(15);
  });
});

describe('templates after a withdrawal', () => {
  test('with both consents nothing is deleted', async () => {
    await enter();
    const before = await facesKept();
    expect(await forgetFaces(ground.deps)).toBe(0);
    expect(await facesKept()).toBe(before);
  });

  test('within a day none is left, whatever the withdrawal itself could not reach', async () => {
    await enter();
    expect(await facesKept()).toBeGreaterThan(1);
    await withdraw('useFace');
    // One that a race left behind.
    await makeTemplate();
    ground.clock.pass(86_400_000 - 1);
    await forgetFaces(ground.deps);
    expect(await facesKept()).toBe(0);
  });
});
