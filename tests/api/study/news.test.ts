import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../../api/src/app.ts';
import { endWebSessions } from '../../../api/src/db/web-sessions.ts';
import { closeDeps, createDeps } from '../../../api/src/deps.ts';
import type { SessionView } from '../../../api/src/schemas/study.ts';
import { receiptOf, studyGround, type Student, type StudyGround } from './study-ground.ts';

let ground: StudyGround;
let wang: Student;
let li: Student;
/** Addresses of two processes of the API on one database. */
const origins: string[] = [];

beforeAll(async () => {
  ground = await studyGround([600, 600, 600, 600, 600, 600]);
  wang = await ground.student('wang');
  li = await ground.student('li');
  const deps = await createDeps(ground.deps.config, { clock: ground.clock, faces: ground.faces });
  const other = await createApp(deps, { logTo: { write: () => undefined } });
  for (const app of [ground.app, other]) origins.push(await app.listen({ port: 0 }));
  afterAll(async () => {
    await other.close();
    await closeDeps(deps);
  });
});

/** Opens the news of a session at one of the processes, as a page of this learner does. */
async function listen(student: Student, sessionId: string, origin = origins[1]) {
  const leaving = new AbortController();
  const answer = await fetch(`${origin}/api/me/study-sessions/${sessionId}/events`, {
    headers: { cookie: `xz_session=${student.browser.cookie()}` },
    signal: leaving.signal,
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  /** Resolves with all that was said once it holds `count` events, or when the stream ends. */
  const events = async (count: number): Promise<{ said: string[]; over: boolean }> => {
    for (;;) {
      const said = heard.match(/^event: .*\ndata: .*$/gm) ?? [];
      if (said.length >= count) return { said, over: false };
      const next = await reader?.read();
      if (next === undefined || next.done) return { said, over: true };
      heard += next.value;
    }
  };
  const leave = (): void => leaving.abort();
  onTestFinished(leave);
  return { answer, events, leave };
}

const changed = (id: string): string => `event: changed\ndata: ${JSON.stringify({ id })}`;

describe('the first device is told at once', () => {
  test('of a take-over at another process, without a beat of its own', async () => {
    const first = await wang.enter(0, { device: '手机' });
    const news = await listen(wang, first.id);
    expect((await news.events(1)).said).toEqual([changed(first.id)]);
    await wang.start(0, { device: '电脑', takeOver: true });
    // Nothing was sent by the first device meanwhile: what it hears can only have been pushed.
    expect((await news.events(2)).said).toEqual([changed(first.id), changed(first.id)]);
    expect((await wang.look(first.id)).state).toBe('superseded');
    expect((await news.events(3)).over).toBe(true);
    const again = await listen(wang, first.id);
    expect(again.answer.status).toBe(204);
  });

  test('a stream is passed on by proxies as it comes and kept by nobody', async () => {
    const session = await wang.enter(1, { takeOver: true });
    const { answer } = await listen(wang, session.id);
    const { headers } = answer;
    expect(headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(headers.get('x-accel-buffering')).toBe('no');
    expect(headers.get('cache-control')).toBe('no-store, no-transform');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('news lost with the listening connection are made up for when it is back', async () => {
    const session = await wang.enter(2, { takeOver: true });
    const news = await listen(wang, session.id);
    await news.events(1);
    await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'xuzheng-study-news' AND datname = current_database()`.execute(
      ground.deps.db,
    );
    await wang.start(2, { device: '平板', takeOver: true });
    const { said } = await news.events(2);
    expect(said).toHaveLength(2);
    expect((await news.events(9)).over).toBe(true);
  });

  test('a beat that changes no state tells nobody', async () => {
    const session = await wang.enter(3, { takeOver: true });
    const news = await listen(wang, session.id);
    await news.events(1);
    ground.clock.pass(5_000);
    await wang.beat(session, [1, 5]);
    await wang.browser.post(`/api/me/study-sessions/${session.id}/pause`);
    await wang.browser.post(`/api/me/study-sessions/${session.id}/end`);
    const { said } = await news.events(9);
    expect(said.length).toBeGreaterThanOrEqual(2);
    expect(said.length).toBeLessThanOrEqual(3);
  });
});

test('answers given at one time are told apart by their revisions', async () => {
  const session = await wang.enter(3, { takeOver: true });
  const at = `/api/me/study-sessions/${session.id}`;
  const posted = async (verb: string) =>
    (await wang.browser.post(`${at}/${verb}`)).json<SessionView>();
  const views = await Promise.all([
    wang.beat(session, [1, 5]).then((answer) => receiptOf(answer).session),
    posted('pause'),
    wang.look(session.id),
    posted('resume'),
  ]);
  const revisions = views.map((view) => view.revision);
  expect(new Set(revisions).size).toBe(4);
  expect(Math.min(...revisions)).toBeGreaterThan(session.revision);
  const newest = views.reduce((a, b) => (a.revision > b.revision ? a : b));
  const now = await wang.look(session.id);
  expect(now).toMatchObject({ state: newest.state, ackSeq: newest.ackSeq });
  expect(now.revision).toBeGreaterThan(newest.revision);
});

describe('the news of a session', () => {
  test("are nobody else's", async () => {
    const session = await wang.enter(4, { takeOver: true });
    const foreign = await listen(li, session.id);
    expect(foreign.answer.status).toBe(404);
    const url = `${origins[0]}/api/me/study-sessions/${session.id}/events`;
    expect((await fetch(url)).status).toBe(401);
  });

  test('a fifth stream of one session ends the first', async () => {
    const session = await wang.enter(5, { takeOver: true });
    const first = await listen(wang, session.id);
    for (let n = 0; n < 4; n++) await (await listen(wang, session.id)).events(1);
    expect((await first.events(9)).over).toBe(true);
  });

  test('a sign-in ended elsewhere opens none any more', async () => {
    const session = await li.enter(4);
    await endWebSessions(ground.deps.db, 'learner', li.learnerId);
    expect((await listen(li, session.id)).answer.status).toBe(401);
  });
});
