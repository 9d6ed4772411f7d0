import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { closeSilentSessions } from '../../../api/src/commands/study/close-silent-session.ts';
import { readState, type StoredPlan } from '../../../api/src/commands/study/study-state.ts';
import { checkSnapshots } from '../../../api/src/jobs/check-snapshots.ts';
import type { CheckProofView } from '../../../api/src/schemas/check-proof.ts';
import type { SessionView } from '../../../api/src/schemas/study.ts';
import { ownFolder, runScript } from '../../tools/run-script.ts';
import type { Answer, Browser } from '../browser.ts';
import { WHO_MAY_DO_WHAT } from '../plugins/who-may-do-what.table.ts';
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
let lesson = -1;
const pass = (seconds: number): void => ground.clock.pass(seconds * 1000);

beforeAll(async () => {
  ground = await studyGround(Array.from({ length: 12 }, () => 2400));
  wang = await ground.student('wang', CHECKED);
});

const enter = (): Promise<SessionView> => wang.enter((lesson += 1), { takeOver: true });
const end = (session: SessionView) => wang.browser.post(urlOf(session, '/end'));
const urlOf = (session: SessionView, more = ''): string =>
  `/api/me/study-sessions/${session.id}${more}`;

async function planOf(sessionId: string): Promise<StoredPlan> {
  const row = await ground.deps.db
    .selectFrom('studySessions')
    .selectAll()
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow();
  return readState(row).plan;
}

/** Plays on in beats of half a minute, doing what the page does with checks; every answer is kept. */
async function play(session: SessionView, seconds: number, answers: Answer[] = [], obey = true) {
  let { seq, at } = { seq: 0, at: session.positionSeconds };
  for (let n = 0; n < seconds / 30; n++) {
    pass(30);
    const answer = await wang.beat(session, [(seq += 1), (at += 30)]);
    answers.push(answer);
    const { due } = receiptOf(answer).session;
    if (due !== null && !obey) return { seq, at, due };
    if (due?.kind === 'snapshot') answers.push(await wang.snapshot(session.id, 'me'));
    if (due?.kind === 'recheck') {
      answers.push(await wang.face(await wang.look(session.id), 'me'));
      pass(2);
    }
  }
  return { seq, at, due: null };
}

/** Plays until a check of this kind is due and not answered. */
async function untilDue(session: SessionView) {
  const { seq, at, due } = await play(session, 900, [], false);
  expect(due?.kind).toBe('snapshot');
  pass(1);
  return { seq, at };
}

const proofOf = async (session: SessionView): Promise<CheckProofView> =>
  (await wang.browser.get(urlOf(session, '/check-proof'))).json<CheckProofView>();

describe('a session is proved without the database', () => {
  test('what the learner downloads is verified by the program; what was altered is not', async () => {
    const session = await enter();
    const early = await wang.browser.get(urlOf(session, '/check-proof'));
    expect([early.statusCode, codeOf(early)]).toEqual([409, 'study/noCheckProof']);
    await play(session, 1500);
    await end(session);
    const proof = await proofOf(session);
    expect(proof.commitment).toBe(session.commitment);
    expect(new Set(proof.done.map((check) => check.closedAs)).has('taken')).toBe(true);
    const file = join(await ownFolder(), 'checks.json');
    const verify = async (paper: object, ...more: string[]) => {
      await writeFile(file, JSON.stringify(paper));
      return runScript('tools/verify-checks.ts', {}, [file, ...more]);
    };
    const honest = await verify(proof, '--commitment', session.commitment);
    expect([honest.code, honest.words.includes('核验通过')]).toEqual([0, true]);
    const fewer = { ...proof, done: proof.done.slice(1) };
    const caught = await verify(fewer);
    expect([caught.code, caught.words.includes('核验未通过')]).toEqual([1, true]);
    expect((await verify({ hello: 1 })).code).toBe(2);
  });

  test('who audits the case may verify it too; another learner finds nothing', async () => {
    const session = await enter();
    await end(session);
    const li = await ground.student('li', CHECKED);
    const foreign = await li.browser.get(urlOf(session, '/check-proof'));
    expect([foreign.statusCode, codeOf(foreign)]).toEqual([404, 'study/sessionNotFound']);
    const auditId = await openAudit(wang.enrolmentId);
    const auditor = await ground.staff('auditor1', ['auditor']);
    const url = `/api/audits/${auditId}/sessions/${session.id}/check-proof`;
    const answer = await auditor.browser.get(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.json<CheckProofView>().commitment).toBe(session.commitment);
    const others = await li.enter(11);
    const stray = await auditor.browser.get(
      `/api/audits/${auditId}/sessions/${others.id}/check-proof`,
    );
    expect([stray.statusCode, codeOf(stray)]).toEqual([404, 'study/sessionNotFound']);
  });
});

async function openAudit(enrolmentId: string): Promise<string> {
  const at = new Date(ground.clock.now());
  const { id } = await ground.deps.db
    .insertInto('audits')
    .values({
      ...{ enrolmentId, epoch: 1, n: 1, openedAt: at, dueAt: at, overdueAt: at },
      calendarVersion: 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

describe('nothing tells the next check before it is due', () => {
  test('no answer of any route holds the seed or a planned time, while the session runs', async () => {
    const session = await enter();
    const { seed, checks } = await planOf(session.id);
    const answers: Answer[] = [];
    await play(session, 1200, answers);
    const admin = await ground.staff('everything', [
      'seniorAuditor',
      'support',
      'registrar',
      'admin',
    ]);
    answers.push(...(await readEverything(wang.browser, session)));
    answers.push(...(await readEverything(admin.browser, session)));
    expect(answers.length).toBeGreaterThan(90);
    const ahead = checks.map((check) => `"afterSeconds":${check.afterSeconds}`);
    for (const answer of answers) {
      const said = `${answer.body}${JSON.stringify(answer.headers)}`;
      expect(said).not.toContain(seed);
      for (const time of ahead) expect(said).not.toContain(time);
    }
    expect(ground.logLines.join('')).not.toContain(seed);
    expect((await wang.look(session.id)).seed).toBeNull();
    await end(session);
    expect((await wang.look(session.id)).seed).toBe(seed);
  });

  test('`due` appears with the beat that reaches the second, and not before', async () => {
    const session = await enter();
    const { checks } = await planOf(session.id);
    const first = checks[0]?.afterSeconds ?? 0;
    // In thirds: no beat plays more than the grace for a lost network.
    const places = [(first - 1) / 3, ((first - 1) * 2) / 3, first - 1, first];
    for (const [n, at] of places.entries()) {
      pass(at - (places[n - 1] ?? 0));
      const { session: now } = receiptOf(await wang.beat(session, [n + 1, at]));
      expect(now.due === null).toBe(at < first);
    }
  });

  const idsIn = (url: string, session: SessionView): string =>
    url
      .replace('/study-sessions/:id', `/study-sessions/${session.id}`)
      .replace('/enrolments/:id', `/enrolments/${wang.enrolmentId}`)
      .replace('/learners/:id', `/learners/${wang.learnerId}`)
      .replace(':sessionId', session.id);

  async function readEverything(browser: Browser, session: SessionView): Promise<Answer[]> {
    const audit = await ground.deps.db.selectFrom('audits').select('id').executeTakeFirst();
    const answers: Answer[] = [];
    for (const [route] of WHO_MAY_DO_WHAT) {
      const [method, url = ''] = route.split(' ');
      // The stream stays open; it only says that something changed, and the page then reads.
      if (method !== 'GET' || url === '/api/me/study-sessions/:id/events') continue;
      const address = idsIn(url.replace('/audits/:id', `/audits/${audit?.id}`), session);
      answers.push(await browser.get(address.replace(/:\w+/g, session.id)));
    }
    return answers;
  }
});

describe('nobody gets out of a check by leaving', () => {
  const lastOf = (plan: StoredPlan) => plan.done.at(-1);

  test('a check left open stays on record, and the next session looks early', async () => {
    const session = await enter();
    await untilDue(session);
    await end(session);
    expect(lastOf(await planOf(session.id))).toMatchObject({ kind: 'snapshot', closedAs: 'left' });
    const next = await planOf((await enter()).id);
    expect(next.rule?.firstWithinSeconds).toBe(CHECKED.snapshotEverySeconds / 5);
    expect(next.checks[0]?.afterSeconds).toBeLessThan(60);
  });

  test('opening and leaving at the door does not wash it off', async () => {
    const session = await enter();
    await untilDue(session);
    await end(session);
    for (const turn of [1, 2]) {
      const door = await wang.start(lesson, { takeOver: true, device: `d${turn}` });
      await end(door.json<SessionView>());
    }
    expect((await planOf((await enter()).id)).rule?.firstWithinSeconds).toBe(60);
  });

  test('nor does taking over on another device, or falling silent', async () => {
    const session = await enter();
    await untilDue(session);
    const taken = await wang.enter(lesson, { takeOver: true, device: '电脑' });
    expect(lastOf(await planOf(session.id))?.closedAs).toBe('left');
    expect((await planOf(taken.id)).rule?.firstWithinSeconds).toBe(60);
    await untilDue(taken);
    pass(3600);
    await closeSilentSessions(ground.deps);
    expect(lastOf(await planOf(taken.id))?.closedAs).toBe('silent');
  });

  test('a snapshot that arrives a moment after the end was taken after all, once', async () => {
    const uninvited = await enter();
    await end(uninvited);
    expect(codeOf(await wang.snapshot(uninvited.id, 'me'))).toBe('study/sessionEnded');
    const again = await wang.enter(lesson, { takeOver: true });
    await untilDue(again);
    await end(again);
    pass(2);
    expect((await wang.snapshot(again.id, 'me')).statusCode).toBe(201);
    expect(lastOf(await planOf(again.id))?.closedAs).toBe('taken');
    expect(codeOf(await wang.snapshot(again.id, 'me'))).toBe('study/sessionEnded');
    await checkSnapshots(ground.deps);
  });

  test('pausing with a snapshot due only brings the recheck, which asks', async () => {
    const session = await enter();
    const { seq, at } = await untilDue(session);
    await wang.beat(session, [seq + 1, at, 'paused']);
    pass(300);
    const back = await wang.browser.post(urlOf(session, '/resume'));
    expect(back.json<SessionView>()).toMatchObject({
      state: 'rechecking',
      due: { kind: 'recheck' },
    });
    await wang.face(await wang.look(session.id), 'me');
    expect(lastOf(await planOf(session.id))).toMatchObject({ closedAs: 'answered', late: true });
  });

  test('a recheck let lapse three times is answered at the door, and checks go on', async () => {
    const session = await enter();
    const { seq, at } = await untilDue(session);
    for (let n = 1; n <= 20; n++) {
      pass(15);
      await wang.beat(session, [seq + n, at, 'playing']);
    }
    const stopped = await wang.look(session.id);
    expect(stopped.state).toBe('suspended');
    const drawn = await wang.browser.post(urlOf(session, '/challenge'));
    await wang.face({ ...stopped, challenge: drawn.json<SessionView['challenge']>() }, 'me');
    const plan = await planOf(session.id);
    expect([plan.open, lastOf(plan)?.closedAs]).toEqual([null, 'answered']);
    expect(plan.done.length).toBeLessThan(plan.checks.length);
  });
});
