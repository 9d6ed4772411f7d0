import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AccommodationView } from '../../../api/src/schemas/people.ts';
import type { ChallengeView, SessionView } from '../../../api/src/schemas/study.ts';
import type { Browser } from '../browser.ts';
import { attendedHands, furnishBank } from './attended-student.ts';
import { CHECKED, codeOf, studyGround, type Student, type StudyGround } from './study-ground.ts';

let ground: StudyGround;
let wang: Student;
let support: Browser;
let lesson = -1;

beforeAll(async () => {
  ground = await studyGround(Array.from({ length: 10 }, () => 3000));
  await furnishBank(ground);
  wang = await ground.student('wang', CHECKED);
  support = (await ground.staff('support1', ['support'])).browser;
});
beforeEach(() => void (lesson += 1));

const url = () => `/api/learners/${wang.learnerId}/accommodation`;
const reason = '颈椎手术后三个月内不能转头';
const record = (leftOut: string[], timeFactor: number, why = reason) =>
  support.put(url(), { leftOut, timeFactor, reason: why });
const itemsOf = (answer: { json: <T>() => T }) =>
  answer.json<{ items: AccommodationView[] }>().items;
const draw = (id: string, another: boolean) =>
  wang.browser.post(`/api/me/study-sessions/${id}/challenge`, { another });
const open = async (more: object = {}): Promise<SessionView> => {
  const answer = await wang.start(lesson, { takeOver: true, ...more });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<SessionView>();
};

describe('便利安排', () => {
  test('support records it with a reason; the learner is told and can read it', async () => {
    expect((await record(['turnLeft', 'turnRight'], 2)).statusCode).toBe(200);
    const [shown] = itemsOf(await wang.browser.get('/api/me/accommodations'));
    expect(shown).toMatchObject({
      leftOut: ['turnLeft', 'turnRight'],
      timeFactor: 2,
      reason,
      recordedBy: 'support1',
      endedAt: null,
    });
    const told = await wang.browser.get('/api/me/notices');
    expect(told.body).toContain(reason);
    const { db } = ground.deps;
    const journal = await db
      .selectFrom('journal')
      .selectAll()
      .where('action', '=', 'accommodation.recorded')
      .executeTakeFirstOrThrow();
    expect(journal.details).toMatchObject({ leftOut: ['turnLeft', 'turnRight'], timeFactor: 2 });
    // What may speak of somebody's health lies sealed, and in no log.
    expect(JSON.stringify(journal)).not.toContain('颈椎');
    const row = await db.selectFrom('accommodations').selectAll().executeTakeFirstOrThrow();
    expect(row.reasonSealed.toString('utf8')).not.toContain('颈椎');
  });

  test('left-out actions are never drawn, the mouth always is, and time is longer', async () => {
    await record(['turnLeft', 'turnRight'], 2);
    const { challenge, id } = await open();
    expect(challenge?.actions.toSorted()).toEqual(['nod', 'openMouth']);
    expect(challenge?.perActionMs).toBe(CHECKED.challenge.perActionMs * 2);
    const life = Date.parse(challenge!.expiresAt) - Date.parse(challenge!.issuedAt);
    expect(life).toBe(CHECKED.challenge.ttlSeconds * 2000);
    for (let n = 0; n < 2; n++) {
      const again = (await draw(id, true)).json<ChallengeView>();
      expect(again.actions.toSorted()).toEqual(['nod', 'openMouth']);
    }
    const view = await wang.look(id);
    expect(view.recheckAnswerSeconds).toBe(CHECKED.recheckAnswerSeconds * 2);
  });

  test('with the mouth left out others take its place; the last action left is asked alone', async () => {
    await record(['openMouth', 'nod'], 1);
    expect((await open()).challenge?.actions.toSorted()).toEqual(['turnLeft', 'turnRight']);
    await record(['openMouth', 'turnLeft', 'turnRight'], 1);
    expect((await open()).challenge?.actions).toEqual(['nod']);
  });

  test('the check is issued and judged by the longer time; without a face it applies as well', async () => {
    await record([], 1.5);
    const session = await open();
    const check = await ground.deps.db
      .selectFrom('faceChecks')
      .select('thresholdsVersion')
      .where('sessionId', '=', session.id)
      .executeTakeFirstOrThrow();
    expect(check.thresholdsVersion).toBe(`${CHECKED.faceThresholds.version};time=1.5`);
    expect((await wang.face(session, 'me')).statusCode).toBe(200);
    expect(ground.faces.lastThresholds()?.liveness.withinMs).toBe(4500);
    const attended = attendedHands(ground, wang);
    const other = await open({ attended: true });
    await attended.enterCode(other.id);
    expect(await wang.look(other.id)).toMatchObject({ state: 'playing', attended: true });
  });

  test('nothing, an unknown factor, or no action left is refused', async () => {
    for (const answer of [
      await record([], 1),
      await record(['nod'], 2.5),
      await record(['openMouth', 'turnLeft', 'turnRight', 'nod'], 1),
    ]) {
      expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'accommodation/invalid']);
    }
    expect((await record(['nod'], 1, '短')).statusCode).toBe(400);
  });

  test('it ends by staff; the learner is told, and all actions are drawn again', async () => {
    await record(['nod'], 1);
    const [ended] = itemsOf(await support.delete(url()));
    expect(ended?.endedAt).not.toBeNull();
    expect(codeOf(await support.delete(url()))).toBe('accommodation/notFound');
    const { challenge } = await open();
    expect(challenge?.perActionMs).toBe(CHECKED.challenge.perActionMs);
  });
});

describe('换一个动作', () => {
  test('another draw brings other actions, the mouth among them, and two of them are enough', async () => {
    const { id, challenge } = await open();
    let before = challenge?.actions.join() ?? '';
    for (let n = 0; n < 2; n++) {
      const { actions } = (await draw(id, true)).json<ChallengeView>();
      expect(actions).toContain('openMouth');
      expect(actions.join()).not.toBe(before);
      before = actions.join();
    }
    const fished = await draw(id, true);
    expect([fished.statusCode, codeOf(fished)]).toEqual([409, 'face/drawsUsedUp']);
    // Fetching it again, or letting it lapse, draws nothing new either.
    expect((await draw(id, false)).json<ChallengeView>().actions.join()).toBe(before);
    ground.clock.pass(CHECKED.challenge.ttlSeconds * 1000 + 1);
    expect((await draw(id, false)).json<ChallengeView>().actions.join()).toBe(before);
  });

  test('a check that was answered is over: the next one is drawn and counted anew', async () => {
    const session = await open();
    await draw(session.id, true);
    const challenge = (await draw(session.id, true)).json<ChallengeView>();
    expect((await wang.face({ ...session, challenge }, 'nobody')).statusCode).toBe(200);
    expect((await draw(session.id, true)).statusCode).toBe(200);
  });
});

describe('试用', () => {
  test('a rehearsal has no penalty, leaves no evidence, and may be taken as often as one likes', async () => {
    const { form, FORM_HEADERS } = await import('./forms.ts');
    const { picture } = await import('./scripted-faces.ts');
    for (let n = 0; n < 6; n++) {
      const { id, nonce } = (await wang.browser.post('/api/me/rehearsals')).json<ChallengeView>();
      const meta = JSON.stringify({ nonce, frames: [{ atMs: 0, action: null }] });
      const file = { name: 'frame', bytes: picture(n % 2 === 0 ? 'other' : 'me') };
      const path = `/api/me/rehearsals/${id}/frames`;
      expect((await wang.browser.post(path, form({ meta }, [file]), FORM_HEADERS)).statusCode).toBe(
        200,
      );
    }
    const rows = await ground.deps.db
      .selectFrom('faceChecks')
      .selectAll()
      .where('kind', '=', 'rehearsal')
      .execute();
    expect(rows).toHaveLength(6);
    for (const row of rows) {
      expect(row).toMatchObject({ frameKeys: [], measured: {}, distance: null, modelId: null });
    }
    const findings = await ground.deps.db.selectFrom('findings').selectAll().execute();
    expect(findings).toEqual([]);
  });
});
