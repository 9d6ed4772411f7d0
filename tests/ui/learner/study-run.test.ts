import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SessionView } from '../../../learner-ui/src/modules/study/api.ts';
import { createStudyRun, type StudyRun } from '../../../learner-ui/src/modules/study/study-run.ts';
import { sessionExample } from './study-example.ts';

type Call = {
  readonly what: string;
  /** Lets the answer arrive: what the session was when the server wrote it. */
  readonly arrive: (more: Partial<SessionView>) => Promise<void>;
  readonly lose: () => Promise<void>;
};

const realFetch = globalThis.fetch;
let calls: Call[] = [];
let run: StudyRun;

/** The oldest call of that kind that nobody has answered yet. */
const call = (what: string): Call => {
  const at = calls.findIndex((one) => one.what === what);
  const [found] = at < 0 ? [] : calls.splice(at, 1);
  if (found === undefined) throw new Error(`no ${what} waits`);
  return found;
};
const waiting = () => calls.map(({ what }) => what);

beforeEach(() => {
  localStorage.clear();
  calls = [];
  globalThis.fetch = (input) => {
    const { pathname } = new URL((input as Request).url, location.href);
    if (pathname === '/api/session') {
      return Promise.resolve(Response.json({ kind: 'learner', csrfToken: 'token' }));
    }
    const what = pathname.split('/').at(-1) ?? '';
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    calls.push({
      what,
      arrive: async (more) => {
        const session = sessionExample(more);
        resolve(Response.json(what === 'beats' ? { ackSeq: session.ackSeq, session } : session));
        await flushPromises();
      },
      lose: async () => {
        reject(new TypeError('network'));
        await flushPromises();
      },
    });
    return promise;
  };
  run = createStudyRun(sessionExample(), () => null);
});
afterEach(() => {
  run.stop();
  globalThis.fetch = realFetch;
});

describe('answers that overtake each other', () => {
  test('what a newer answer has said is not unsaid by an older one', async () => {
    run.follow(sessionExample({ revision: 9, state: 'paused', pausedBecause: 'learner' }));
    const resumed = run.resume();
    await flushPromises();
    await call('resume').arrive({ revision: 10, state: 'playing' });
    await resumed;
    run.follow(sessionExample({ revision: 9, state: 'paused', savedSeconds: 1 }));
    expect(run.state.value).toBe('playing');
    expect(run.view.value.savedSeconds).toBe(2475);
  });

  test('the same state told twice is followed', () => {
    run.follow(sessionExample({ revision: 7, state: 'rechecking' }));
    expect(run.state.value).toBe('rechecking');
  });
});

test('no beat that says the lesson stands arrives after the learner went on', async () => {
  run.follow(sessionExample({ revision: 8, state: 'paused', pausedBecause: 'learner' }));
  void run.resume();
  await flushPromises();
  run.beat();
  await flushPromises();
  expect(waiting()).toEqual(['resume']);
  await call('resume').arrive({ revision: 9, state: 'playing' });
  run.beat();
  await flushPromises();
  expect(waiting()).toEqual(['beats']);
  await call('beats').arrive({ revision: 10, ackSeq: 4 });
  void run.resume().catch(() => undefined);
  await flushPromises();
  await call('resume').lose();
  run.beat();
  await flushPromises();
  expect(waiting()).toEqual(['beats']);
});

describe('a pause of the learner', () => {
  /** Presses pause and lets what can be sent be sent. */
  const pause = async () => {
    void run.pause().catch(() => undefined);
    await flushPromises();
  };

  test('holds against the answer of a beat that was on its way', async () => {
    run.beat();
    await flushPromises();
    await pause();
    expect(run.state.value).toBe('paused');
    await call('beats').arrive({ revision: 8, ackSeq: 4 });
    expect(run.state.value).toBe('paused');
    expect(run.mayPlay.value).toBe(false);
    await call('beats').arrive({ revision: 9, ackSeq: 5 });
    await call('pause').arrive({ revision: 10, state: 'paused', pausedBecause: 'learner' });
    expect(run.state.value).toBe('paused');
    expect(waiting()).toEqual([]);
  });

  test('lost with the connection, it is asked for again when there is one', async () => {
    await pause();
    await call('beats').arrive({ revision: 8, ackSeq: 4 });
    await call('pause').lose();
    expect(run.state.value).toBe('paused');
    run.beat();
    await flushPromises();
    await call('beats').arrive({ revision: 9, ackSeq: 5 });
    expect(run.state.value).toBe('paused');
    await call('pause').arrive({ revision: 10, state: 'paused', pausedBecause: 'learner' });
    expect(waiting()).toEqual([]);
  });

  test('gives way to what the server asks for, and to the learner who goes on', async () => {
    await pause();
    await call('beats').arrive({ revision: 8, ackSeq: 4 });
    await call('pause').arrive({ revision: 9, state: 'rechecking' });
    expect(run.state.value).toBe('rechecking');
    await pause();
    await call('beats').arrive({ revision: 10, ackSeq: 5 });
    await call('pause').lose();
    void run.resume();
    await flushPromises();
    await call('resume').arrive({ revision: 11, state: 'playing' });
    expect(run.state.value).toBe('playing');
    expect(waiting()).toEqual([]);
  });
});
