import { verifyChecks, type Policy } from '@xuzheng/engine';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { collectFindings } from '../../../api/src/commands/study/collect-findings.ts';
import type { CheckProofView } from '../../../api/src/schemas/check-proof.ts';
import type { SessionView } from '../../../api/src/schemas/study.ts';
import { attendedHands, furnishBank } from './attended-student.ts';
import { insertPolicy } from '../../../api/src/db/policies.ts';
import { CHECKED, receiptOf, studyGround, type Student, type StudyGround } from './study-ground.ts';

/** Checks so often that a test meets them soon. */
const WATCHED: Policy = {
  ...CHECKED,
  id: 'watched',
  snapshotEverySeconds: 60,
  recheckEverySeconds: 120,
};

let ground: StudyGround;
let li: Student;
let hands: ReturnType<typeof attendedHands>;
let gatewayAway = false;
let lesson = -1;
const pass = (seconds: number): void => ground.clock.pass(seconds * 1000);

beforeAll(async () => {
  const sms = {
    name: 'test',
    send: async () => {
      if (gatewayAway) throw new Error('gateway away');
      return { state: 'delivered' as const };
    },
  };
  ground = await studyGround(
    Array.from({ length: 16 }, () => 3000),
    { sms },
  );
  await furnishBank(ground);
  await insertPolicy(ground.deps.db, WATCHED, '2020-01-01');
  li = await ground.student('li', WATCHED);
  hands = attendedHands(ground, li);
  for (const kind of ['useFace', 'keepFrames']) await li.browser.delete(`/api/me/consents/${kind}`);
});
beforeEach(() => {
  lesson += 1;
  gatewayAway = false;
  // Every test has its own hour of codes.
  pass(3600);
});

/** Beats on until a check is due. */
async function untilDue(session: SessionView, kind: string): Promise<{ seq: number; at: number }> {
  let { ackSeq: seq } = await li.look(session.id);
  let { positionSeconds: at } = await li.look(session.id);
  for (;;) {
    pass(10);
    at += 10;
    const { session: now } = receiptOf(await li.beat(session, [(seq += 1), at]));
    if (now.due?.kind === kind) return { seq, at };
    if (now.due?.kind === 'question') await hands.choose(session.id);
    if (now.due?.kind === 'recheck') await hands.enterCode(session.id);
    if (at > 2800) throw new Error(`no ${kind} fell due`);
  }
}

const attendedRows = (sessionId: string) =>
  ground.deps.db
    .selectFrom('attendedChecks')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('issuedAt')
    .execute();

describe('the door without a face', () => {
  test('no consent, no camera, no challenge: a code by SMS lets in', async () => {
    expect((await li.start(lesson)).json<{ code: string }>().code).toBe('face/consentMissing');
    const started = (await li.start(lesson, { attended: true })).json<SessionView>();
    expect(started).toMatchObject({ state: 'checkingFace', attended: true, challenge: null });
    const check = await hands.checkOf(started.id);
    expect(check).toMatchObject({ kind: 'entry', answerBy: null, question: null });
    expect(check.code).toMatchObject({ phoneTail: '8001', state: 'sending' });
    const wrong = await hands.enterCode(started.id, '000000');
    expect([wrong.outcome, wrong.session.state]).toEqual(['wrong', 'checkingFace']);
    const right = await hands.enterCode(started.id);
    expect([right.outcome, right.session.state]).toEqual(['matched', 'playing']);
    expect(ground.sent.at(-1)?.body).toContain('学习核验');
  });

  test('a code is good for its own check, once', async () => {
    const session = await hands.enter(lesson);
    const code = /\d{6}/.exec(ground.sent.at(-1)?.body ?? '')?.[0] ?? '';
    await untilDue(session, 'recheck');
    const again = await hands.enterCode(session.id, code);
    expect(again.outcome).toBe('wrong');
    const faces = ground.deps.db.selectFrom('faceChecks').selectAll();
    expect(await faces.where('sessionId', '=', session.id).execute()).toEqual([]);
  });

  test('codes of study never use up those of an activation', async () => {
    await hands.enter(lesson);
    const own = await ground.deps.db
      .selectFrom('learners')
      .select('idNumberIndex')
      .where('id', '=', li.learnerId)
      .executeTakeFirstOrThrow();
    const since = new Date(ground.clock.now() - 3_600_000);
    const sends = ground.deps.db.selectFrom('codeSends').selectAll().where('sentAt', '>', since);
    expect((await sends.execute()).length).toBeGreaterThan(0);
    expect(await sends.where('subjectIndex', '=', own.idNumberIndex).execute()).toEqual([]);
  });
});

describe('checks at the committed times', () => {
  test('a planned snapshot is a question beside the lesson; its key stays on the server', async () => {
    const session = await hands.enter(lesson);
    const { seq, at } = await untilDue(session, 'question');
    const state = await hands.show(session.id);
    expect(state.session.state).toBe('playing');
    expect(state.check?.question?.options).toHaveLength(3);
    expect(JSON.stringify(state)).not.toMatch(/"key"|"answer"|"version"/);
    const first = state.check?.question?.id;
    const wrong = await hands.choose(session.id, '快些做完');
    expect(wrong.outcome).toBe('wrong');
    expect(wrong.check?.question?.id).not.toBe(first);
    expect((await hands.choose(session.id)).outcome).toBe('matched');
    pass(5);
    const { session: after } = receiptOf(await li.beat(session, [seq + 1, at + 5]));
    expect(after.state).toBe('playing');
    expect(after.totals).toMatchObject({ creditedSeconds: at + 5, pendingSeconds: 0 });
    const segments = await ground.segments(session.id);
    // The next one may have been asked meanwhile.
    const rows = await attendedRows(session.id);
    const answered = rows.findLast((row) => row.outcome === 'matched');
    expect(segments.at(-1)?.evidence).toContain(answered?.id);
  });

  test('after a few wrong answers a code is asked for; that is no missed check', async () => {
    const session = await hands.enter(lesson);
    await untilDue(session, 'question');
    for (let n = 0; n < 3; n++) await hands.choose(session.id, '快些做完');
    const stopped = await li.look(session.id);
    expect([stopped.state, stopped.due?.triesLeft]).toEqual(['rechecking', WATCHED.recheckTries]);
    expect((await hands.enterCode(session.id)).session.state).toBe('playing');
  });

  test('the plan proves itself like one with faces', async () => {
    const session = await hands.enter(lesson);
    await untilDue(session, 'recheck');
    await hands.enterCode(session.id);
    await li.browser.post(`/api/me/study-sessions/${session.id}/end`);
    const url = `/api/me/study-sessions/${session.id}/check-proof`;
    const proof = (await li.browser.get(url)).json<CheckProofView>();
    const steps = verifyChecks({
      ...proof,
      startedAt: Date.parse(proof.startedAt),
      endedAt: Date.parse(proof.endedAt),
      done: proof.done.map((check) => ({
        ...check,
        dueAt: Date.parse(check.dueAt),
        closedAt: Date.parse(check.closedAt),
      })),
    });
    expect(steps.filter((step) => !step.holds)).toEqual([]);
    expect(proof.commitment).toBe(session.commitment);
    expect(proof.done.some((check) => check.kind === 'recheck')).toBe(true);
    expect(proof.done.filter((check) => check.closedAs === 'answered').length).toBeGreaterThan(1);
  });

  test('a code nobody answers pauses, is sent anew, and stops the session at the third time', async () => {
    const session = await hands.enter(lesson);
    const { seq, at } = await untilDue(session, 'recheck');
    expect((await li.look(session.id)).totals.creditedSeconds).toBe(at);
    const messages = ground.sent.length;
    for (let n = 1; n <= 40; n++) {
      pass(15);
      await li.beat(session, [seq + n, at, 'paused']);
      await ground.lastSms();
    }
    const stopped = await li.look(session.id);
    expect([stopped.state, stopped.pausedBecause]).toEqual(['suspended', 'checksMissed']);
    expect(ground.sent.length - messages).toBe(WATCHED.recheckTries);
    const key = { enrolmentId: li.enrolmentId, epoch: 1 };
    await ground.deps.db
      .transaction()
      .execute((trx) => collectFindings(trx, WATCHED, key, ground.clock.now()));
    const found = await ground.deps.db
      .selectFrom('findings')
      .select(['kind', 'strength', 'sentence'])
      .where('enrolmentId', '=', li.enrolmentId)
      .execute();
    // Three of five missed: proposed for a person, and nothing is taken away by it.
    expect(found).toEqual([
      { kind: 'idleStudy', strength: 'weak', sentence: '连续 5 次抽查中有 3 次无人应答。' },
    ]);
    const back = await hands.codeAgain(session.id);
    expect(back.statusCode).toBe(200);
    expect((await hands.enterCode(session.id)).session.state).toBe('playing');
    const after = await li.look(session.id);
    expect(after.totals.creditedSeconds).toBe(at);
    expect(after.totals.uncountedByReason.faceMissed).toBeGreaterThan(0);
  });
});

describe('a gateway that is away', () => {
  test('a question alone lets in; the time waits for a person and is held against nobody', async () => {
    gatewayAway = true;
    const started = (
      await li.start(lesson, { attended: true, takeOver: true })
    ).json<SessionView>();
    await ground.lastSms();
    const check = await hands.checkOf(started.id);
    expect(check.code?.state).toBe('away');
    expect(check.question).not.toBeNull();
    const answer = await hands.choose(started.id);
    expect([answer.outcome, answer.session.state]).toEqual(['pending', 'playing']);
    pass(30);
    const { session: later } = receiptOf(await li.beat(started, [1, 30]));
    expect(later.totals).toMatchObject({ creditedSeconds: 0, pendingSeconds: 30 });
    await untilDue(started, 'question');
    expect((await hands.choose(started.id)).outcome).toBe('pending');
  });

  test('a recheck whose code cannot come never lapses into a miss', async () => {
    const session = await hands.enter(lesson);
    gatewayAway = true;
    const { seq, at } = await untilDue(session, 'recheck');
    for (let n = 1; n <= 50; n++) {
      pass(15);
      await ground.lastSms();
      await li.beat(session, [seq + n, at, 'paused']);
    }
    const asked = await li.look(session.id);
    expect([asked.state, asked.due?.triesLeft]).toEqual(['rechecking', WATCHED.recheckTries]);
    expect((await hands.choose(session.id)).outcome).toBe('pending');
    gatewayAway = false;
    // The player stood still until the beat after the answer: those ten seconds are a pause.
    const { at: then } = await untilDue(session, 'recheck');
    await hands.enterCode(session.id);
    pass(10);
    const { ackSeq } = await li.look(session.id);
    const { session: sure } = receiptOf(await li.beat(session, [ackSeq + 1, then + 10]));
    expect(sure.totals.creditedSeconds).toBeCloseTo(at + 10, 1);
    expect(sure.totals.pendingSeconds).toBeCloseTo(then - at - 10, 1);
  });
});
