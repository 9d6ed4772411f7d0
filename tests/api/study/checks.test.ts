import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commitTo, planChecks, type CheckRule } from '@xuzheng/engine';
import { checkSnapshots } from '../../../api/src/jobs/check-snapshots.ts';
import type { FaceCheckResultView, SessionView } from '../../../api/src/schemas/study.ts';
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
let lesson = 0;
const pass = (seconds: number): void => ground.clock.pass(seconds * 1000);
const verdictOf = (answer: { json: <T>() => T }) => answer.json<FaceCheckResultView>();

beforeAll(async () => {
  ground = await studyGround(Array.from({ length: 20 }, () => 3000));
  wang = await ground.student('wang', CHECKED);
});
beforeEach(() => {
  lesson += 1;
  ground.faces.setAway(false);
});

const enter = (): Promise<SessionView> => wang.enter(lesson, { takeOver: true });

/** Watches on until a check is due; gives the session as it then is. */
async function untilDue(session: SessionView, from = 0): Promise<{ seq: number; at: number }> {
  for (let seq = from + 1, at = from * 10; ; seq++) {
    pass(10);
    at += 10;
    const { session: now } = receiptOf(await wang.beat(session, [seq, at]));
    if (now.due !== null) return { seq, at };
    if (at > 2500) throw new Error('no check fell due');
  }
}

/** Makes a recheck due at once. */
async function untilRecheck(session: SessionView): Promise<SessionView> {
  const { seq, at } = await untilDue(session);
  pass(61);
  await wang.beat(session, [seq + 1, at + 61]);
  const look = await wang.look(session.id);
  expect([look.state, look.due?.kind]).toEqual(['rechecking', 'recheck']);
  return look;
}

describe('the door', () => {
  test('no beat counts before a face was matched', async () => {
    const session = (await wang.start(lesson, { takeOver: true })).json<SessionView>();
    expect(session.state).toBe('checkingFace');
    const beat = await wang.beat(session, [1, 10]);
    expect([beat.statusCode, codeOf(beat)]).toEqual([409, 'study/notAllowed']);
  });

  test('a challenge asks for two actions, the mouth among them, and is good for one answer', async () => {
    const session = (await wang.start(lesson, { takeOver: true })).json<SessionView>();
    expect(session.challenge?.actions).toHaveLength(2);
    expect(session.challenge?.actions).toContain('openMouth');
    expect(verdictOf(await wang.face(session, 'nobody')).outcome).toBe('missed');
    const again = await wang.face(session, 'me');
    expect([again.statusCode, codeOf(again)]).toEqual([409, 'face/challengeUsed']);
  });

  test('another draw makes the one before worthless', async () => {
    const session = (await wang.start(lesson, { takeOver: true })).json<SessionView>();
    const url = `/api/me/study-sessions/${session.id}/challenge`;
    const drawn = await wang.browser.post(url, { another: true });
    expect(drawn.statusCode).toBe(200);
    expect((await wang.face(session, 'me')).statusCode).toBe(409);
    const fresh = { ...session, challenge: drawn.json<NonNullable<SessionView['challenge']>>() };
    expect(verdictOf(await wang.face(fresh, 'me')).session?.state).toBe('playing');
  });

  test('a challenge lapses, and another learner cannot answer it', async () => {
    const session = (await wang.start(lesson, { takeOver: true })).json<SessionView>();
    pass(CHECKED.challenge.ttlSeconds + 1);
    const late = await wang.face(session, 'me');
    expect([late.statusCode, codeOf(late)]).toEqual([409, 'face/challengeExpired']);
  });

  test('another face cannot enter; the reason is said in one sentence', async () => {
    const session = (await wang.start(lesson, { takeOver: true })).json<SessionView>();
    const answer = verdictOf(await wang.face(session, 'other'));
    expect(answer).toMatchObject({ outcome: 'missed', reason: 'otherFace' });
    expect(answer.sentence.zh).toContain('头像');
    expect(answer.session?.state).toBe('checkingFace');
  });

  test('a face pool that is away counts against nobody', async () => {
    const session = (await wang.start(lesson, { takeOver: true })).json<SessionView>();
    ground.faces.setAway(true);
    const answer = verdictOf(await wang.face(session, 'me'));
    expect(answer.outcome).toBe('fault');
    expect(answer.triesLeft).toBe(CHECKED.recheckTries);
    expect(answer.session?.state).toBe('checkingFace');
  });
});

describe('random checks', () => {
  test('the schedule was bound before the first second and is revealed at the end', async () => {
    const session = await enter();
    expect(session.seed).toBeNull();
    await wang.browser.post(`/api/me/study-sessions/${session.id}/end`);
    const { seed, commitment } = await wang.look(session.id);
    expect(commitment).toBe(session.commitment);
    const row = await ground.deps.db
      .selectFrom('studySessions')
      .select('checkPlan')
      .where('id', '=', session.id)
      .executeTakeFirstOrThrow();
    const { rule } = row.checkPlan as unknown as { rule: CheckRule };
    expect(commitTo(seed ?? '', rule)).toBe(commitment);
    expect(planChecks(seed ?? '', rule).checks.length).toBeGreaterThan(5);
  });

  test('a snapshot is taken only when it was asked for, and the same bytes only once', async () => {
    const session = await enter();
    const early = await wang.snapshot(session.id, 'me');
    expect([early.statusCode, codeOf(early)]).toEqual([409, 'study/notAllowed']);
    const { seq, at } = await untilDue(session);
    const taken = await wang.snapshot(session.id, 'me');
    expect(taken.statusCode).toBe(201);
    expect(taken.json<{ session: { due: unknown } }>().session.due).toBeNull();
    await checkSnapshots(ground.deps);
    pass(5);
    const { session: after } = receiptOf(await wang.beat(session, [seq + 1, at + 5]));
    expect(after.state).toBe('playing');
    const row = await ground.deps.db
      .selectFrom('snapshots')
      .selectAll()
      .where('sessionId', '=', session.id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ outcome: 'matched', thresholdsVersion: 'face-2' });
  });

  test('a snapshot without the learner stops play and asks for the face', async () => {
    const session = await enter();
    const { seq, at } = await untilDue(session);
    await wang.snapshot(session.id, 'nobody');
    await checkSnapshots(ground.deps);
    const stopped = await wang.look(session.id);
    expect([stopped.state, stopped.due?.kind]).toEqual(['rechecking', 'recheck']);
    pass(20);
    const { session: during } = receiptOf(await wang.beat(session, [seq + 1, at + 20]));
    expect(during.totals.creditedSeconds).toBe(at);
    expect(during.totals.uncountedByReason).toEqual({ faceMissed: 20 });
    const back = verdictOf(await wang.face(await wang.look(session.id), 'me'));
    expect(back.session?.state).toBe('playing');
    pass(10);
    const { session: after } = receiptOf(await wang.beat(session, [seq + 2, at + 30]));
    expect(after.totals.creditedSeconds).toBe(at + 10);
  });

  test('play after a stop is credited although no beat came during the stop', async () => {
    const session = await enter();
    const { seq, at } = await untilDue(session);
    await wang.snapshot(session.id, 'nobody');
    await checkSnapshots(ground.deps);
    pass(20);
    await wang.face(await wang.look(session.id), 'me');
    pass(10);
    const { session: after } = receiptOf(await wang.beat(session, [seq + 1, at + 10]));
    expect(after.totals.creditedSeconds).toBe(at + 10);
    expect(after.totals.uncountedByReason).toEqual({ faceMissed: 20 });
  });

  test('a recheck not answered three times stops the session; its time is not counted', async () => {
    const session = await enter();
    const asked = await untilRecheck(session);
    expect(asked.challenge?.actions).toEqual([]);
    // The page is there and beats on; nobody answers.
    for (let beats = 1; beats <= 13; beats++) {
      pass(15);
      await wang.beat(session, [asked.ackSeq + beats, asked.positionSeconds, 'paused']);
    }
    const stopped = await wang.look(session.id);
    expect([stopped.state, stopped.pausedBecause]).toEqual(['suspended', 'checksMissed']);
    const drawn = await wang.browser.post(`/api/me/study-sessions/${session.id}/challenge`);
    const again = { ...stopped, challenge: drawn.json<SessionView['challenge']>() };
    expect(again.challenge?.actions).toHaveLength(2);
    expect(verdictOf(await wang.face(again, 'me')).session?.state).toBe('playing');
  });

  test('who could not be reached during a recheck has missed nothing and is asked again', async () => {
    const session = await enter();
    const asked = await untilRecheck(session);
    pass(400);
    const back = await wang.look(session.id);
    expect([back.state, back.due?.triesLeft]).toEqual(['rechecking', CHECKED.recheckTries]);
    expect(back.challenge?.nonce).not.toBe(asked.challenge?.nonce);
    expect(verdictOf(await wang.face(back, 'me')).session?.state).toBe('playing');
    expect(back.totals.creditedSeconds).toBe(asked.totals.creditedSeconds);
  });

  test('an uncertain recheck lets study go on; its time is pending and a person looks', async () => {
    const session = await enter();
    const asked = await untilRecheck(session);
    const answer = verdictOf(await wang.face(asked, 'unsure'));
    expect([answer.outcome, answer.session?.state]).toEqual(['uncertain', 'playing']);
    const { ackSeq, positionSeconds, totals } = asked;
    pass(30);
    await wang.beat(session, [ackSeq + 1, positionSeconds + 30]);
    const after = await wang.look(session.id);
    expect(after.totals.pendingSeconds).toBeCloseTo(30, 2);
    expect(after.totals.creditedSeconds).toBe(totals.creditedSeconds);
  });

  test('a fault of the pool during study leaves the time pending, not uncounted', async () => {
    const session = await enter();
    const asked = await untilRecheck(session);
    ground.faces.setAway(true);
    const answer = verdictOf(await wang.face(asked, 'me'));
    expect([answer.outcome, answer.session?.state]).toEqual(['fault', 'playing']);
    pass(20);
    await wang.beat(session, [asked.ackSeq + 1, asked.positionSeconds + 20]);
    const { totals } = await wang.look(session.id);
    expect(totals.pendingSeconds).toBeCloseTo(20, 2);
    expect(totals.uncountedSeconds).toBeLessThan(0.01);
  });
});

describe('evidence', () => {
  test('another face during study makes a finding, and what it may have watched waits', async () => {
    const li = await ground.student('li', CHECKED);
    const session = await li.enter(0);
    let at = 0;
    for (let seq = 1; ; seq++) {
      pass(10);
      at += 10;
      const { session: now } = receiptOf(await li.beat(session, [seq, at]));
      if (now.due !== null) break;
    }
    const before = await ground.enrolment(li.enrolmentId);
    await li.snapshot(session.id, 'other');
    await checkSnapshots(ground.deps);
    const seen = await li.look(session.id);
    expect(seen.state).toBe('rechecking');
    expect(seen.totals).toMatchObject({ creditedSeconds: 0, pendingSeconds: at });
    const once = await ground.enrolment(li.enrolmentId);
    expect(once.evidenceVersion).toBe(before.evidenceVersion + 1);
    await li.face(seen, 'other');
    const findings = await ground.deps.db
      .selectFrom('findings')
      .selectAll()
      .where('enrolmentId', '=', li.enrolmentId)
      .execute();
    expect(findings.map((finding) => [finding.kind, finding.strength])).toEqual([
      ['impersonation', 'strong'],
    ]);
    const waiting = await ground.deps.db
      .selectFrom('outbox')
      .select('kind')
      .where('enrolmentId', '=', li.enrolmentId)
      .execute();
    expect(waiting.map((row) => row.kind)).toContain('milestonesChanged');
  });

  test('a frame used once is refused in any later challenge', async () => {
    const session = (await wang.start(lesson, { takeOver: true })).json<SessionView>();
    const { form, FORM_HEADERS } = await import('./forms.ts');
    const url = `/api/me/study-sessions/${session.id}`;
    const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('[nobody] same')]);
    const send = (nonce: string) =>
      wang.browser.post(
        `${url}/face-check`,
        form({ meta: JSON.stringify({ nonce, frames: [{ atMs: 0, action: null }] }) }, [
          { name: 'frame', bytes },
        ]),
        FORM_HEADERS,
      );
    expect((await send(session.challenge?.nonce ?? '')).statusCode).toBe(200);
    const drawn = await wang.browser.post(`${url}/challenge`);
    const again = await send(drawn.json<{ nonce: string }>().nonce);
    expect([again.statusCode, codeOf(again)]).toEqual([422, 'face/frameRepeated']);
  });

  test('without consent no face is processed', async () => {
    await ground.deps.db
      .updateTable('consents')
      .set({ withdrawnAt: new Date(ground.clock.now()) })
      .where('learnerId', '=', wang.learnerId)
      .where('kind', '=', 'useFace')
      .execute();
    const refused = await wang.start(lesson, { takeOver: true });
    expect(codeOf(refused)).toBe('face/consentMissing');
  });
});
