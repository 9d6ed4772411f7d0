import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FaceCheckResultView, SessionView } from '../../../api/src/schemas/study.ts';
import { form, FORM_HEADERS, type FormFile } from '../study/forms.ts';
import { picture, type Sitter } from '../study/scripted-faces.ts';
import {
  CHECKED,
  codeOf,
  studyGround,
  type Student,
  type StudyGround,
} from '../study/study-ground.ts';

let ground: StudyGround;
let wang: Student;
let li: Student;
let lesson = -1;
const pass = (seconds: number): void => ground.clock.pass(seconds * 1000);

beforeAll(async () => {
  ground = await studyGround(Array.from({ length: 24 }, () => 3000));
  wang = await ground.student('wang', CHECKED);
  li = await ground.student('li', CHECKED);
});
beforeEach(() => {
  pass(61);
  lesson += 1;
});

type Challenge = NonNullable<SessionView['challenge']>;
const atDoor = async (student: Student): Promise<SessionView> =>
  (await student.start(lesson, { takeOver: true })).json<SessionView>();
const nonceOf = (session: SessionView): string => session.challenge?.nonce ?? '';
const fileOf = (bytes: Uint8Array, type = 'image/jpeg'): FormFile => ({
  name: 'frame',
  bytes,
  type,
});

/** A burst as a forged client would send it: any nonce, any frames, any times and prompts. */
const burst = (
  student: Student,
  session: SessionView,
  frames: readonly Buffer[],
  more: { nonce?: string; frames?: object[]; meta?: string; path?: string } = {},
) => {
  const marks = more.frames ?? frames.map((_, n) => ({ atMs: n * 10, action: null }));
  const meta =
    more.meta ?? JSON.stringify({ nonce: more.nonce ?? nonceOf(session), frames: marks });
  return student.browser.post(
    more.path ?? `/api/me/study-sessions/${session.id}/face-check`,
    form(
      { meta },
      frames.map((bytes) => fileOf(bytes)),
    ),
    FORM_HEADERS,
  );
};
const shots = (sitter: Sitter, n = 3): Buffer[] => Array.from({ length: n }, () => picture(sitter));
const stateOf = async (student: Student, session: SessionView): Promise<string> =>
  (await student.look(session.id)).state;
const again = async (student: Student, session: SessionView): Promise<SessionView> => {
  const drawn = await student.browser.post(`/api/me/study-sessions/${session.id}/challenge`);
  return { ...session, challenge: drawn.json<Challenge>() };
};
const journalled = async (action: string): Promise<number> => {
  const rows = await ground.deps.db
    .selectFrom('journal')
    .select('id')
    .where('action', '=', action)
    .execute();
  return rows.length;
};

describe('a challenge', () => {
  test('is answered once: the second burst finds it used, whoever won', async () => {
    const session = await atDoor(wang);
    const answers = await Promise.all([1, 2, 3].map(() => burst(wang, session, shots('nobody'))));
    expect(answers.map((one) => one.statusCode).sort()).toEqual([200, 409, 409]);
    const late = await burst(wang, session, shots('me'));
    expect([late.statusCode, codeOf(late)]).toEqual([409, 'face/challengeUsed']);
    expect(await stateOf(wang, session)).toBe('checkingFace');
  });

  test('lapses by the server’s clock, whatever times the frames claim', async () => {
    const session = await atDoor(wang);
    pass(CHECKED.challenge.ttlSeconds);
    const late = await burst(wang, session, shots('me'), {
      frames: [
        { atMs: 0, action: null },
        { atMs: 1, action: null },
        { atMs: 2, action: null },
      ],
    });
    expect([late.statusCode, codeOf(late)]).toEqual([409, 'face/challengeExpired']);
    expect(await stateOf(wang, session)).toBe('checkingFace');
  });

  test('of another learner, another session or nobody opens nothing', async () => {
    const mine = await atDoor(wang);
    const theirs = await atDoor(li);
    const foreign = await burst(wang, mine, shots('me'), { nonce: nonceOf(theirs) });
    expect([foreign.statusCode, codeOf(foreign)]).toEqual([409, 'face/challengeExpired']);
    const made = await burst(wang, mine, shots('me'), { nonce: 'A'.repeat(43) });
    expect(codeOf(made)).toBe('face/challengeExpired');
    const rehearsal = (await wang.browser.post('/api/me/rehearsals')).json<Challenge>();
    const rehearsed = await burst(wang, mine, shots('me'), { nonce: rehearsal.nonce });
    expect(codeOf(rehearsed)).toBe('face/challengeExpired');
    const elsewhere = await burst(wang, theirs, shots('me'), { nonce: nonceOf(mine) });
    expect([elsewhere.statusCode, codeOf(elsewhere)]).toEqual([404, 'study/sessionNotFound']);
    expect([await stateOf(wang, mine), await stateOf(li, theirs)]).toEqual([
      'checkingFace',
      'checkingFace',
    ]);
    // The other learner's challenge is as good as before.
    expect((await burst(li, theirs, shots('me'))).statusCode).toBe(200);
  });

  test('passed in a rehearsal opens no session', async () => {
    const session = await atDoor(wang);
    const rehearsal = (await wang.browser.post('/api/me/rehearsals')).json<Challenge>();
    const path = `/api/me/rehearsals/${rehearsal.id}/frames`;
    const passed = await burst(wang, session, shots('me'), { nonce: rehearsal.nonce, path });
    expect(passed.json<FaceCheckResultView>().outcome).toBe('matched');
    expect(await stateOf(wang, session)).toBe('checkingFace');
  });

  test('cannot be drawn until the easy actions come: draws are limited', async () => {
    const session = await atDoor(wang);
    const answers = [];
    for (let n = 0; n < 32; n++) {
      answers.push(await wang.browser.post(`/api/me/study-sessions/${session.id}/challenge`));
    }
    const last = answers.at(-1);
    expect(last?.statusCode).toBe(429);
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
    const drawn = answers
      .filter((one) => one.statusCode === 200)
      .map((one) => one.json<Challenge>());
    expect(
      drawn.every(({ actions }) => actions.length === 2 && actions.includes('openMouth')),
    ).toBe(true);
    const pairs = new Set(drawn.map(({ actions }) => actions.join()));
    // The first one and two others on request: nobody fishes for a pair.
    expect(pairs.size).toBeLessThanOrEqual(3);
  });
});

describe('frames', () => {
  test('replayed into a new challenge are refused, told to the journal, and use it up', async () => {
    const before = await journalled('face.framesRepeated');
    const session = await atDoor(wang);
    const frames = shots('nobody');
    await burst(wang, session, frames);
    const fresh = await again(wang, session);
    const replayed = await burst(wang, fresh, [...frames.slice(0, 1), ...shots('me', 2)]);
    expect([replayed.statusCode, codeOf(replayed)]).toEqual([422, 'face/frameRepeated']);
    expect(codeOf(await burst(wang, fresh, shots('me')))).toBe('face/challengeUsed');
    expect(await journalled('face.framesRepeated')).toBe(before + 1);
    expect(await stateOf(wang, session)).toBe('checkingFace');
  });

  test('of one learner are worth nothing in the hands of another', async () => {
    const theirs = await atDoor(li);
    const frames = shots('me');
    await burst(li, theirs, frames);
    const mine = await atDoor(wang);
    const stolen = await burst(wang, mine, frames);
    expect(codeOf(stolen)).toBe('face/frameRepeated');
    expect(await stateOf(wang, mine)).toBe('checkingFace');
  });

  test('in a form that is none are refused without using the challenge up', async () => {
    const session = await atDoor(wang);
    const url = `/api/me/study-sessions/${session.id}/face-check`;
    const json = await wang.browser.post(url, { nonce: nonceOf(session), outcome: 'matched' });
    expect([json.statusCode, codeOf(json)]).toEqual([415, 'request/contentTypeUnsupported']);
    const claims = [
      { meta: 'no json' },
      { meta: JSON.stringify({ nonce: nonceOf(session), frames: [], outcome: 'matched' }) },
      { meta: '{"__proto__":{"outcome":"matched"}}' },
      { frames: [{ atMs: -1, action: null }] },
      { frames: [{ atMs: 0, action: 'blink' }] },
      { frames: [{ atMs: 0, action: null, matched: true }] },
    ];
    for (const more of claims) {
      const answer = await burst(wang, session, shots('me', 1), more);
      expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'face/framesInvalid']);
    }
    const counts = await burst(wang, session, shots('me', 2), {
      frames: [{ atMs: 0, action: null }],
    });
    expect(codeOf(counts)).toBe('face/framesInvalid');
    const flood = await burst(wang, session, shots('me', 31));
    expect([400, 413, 422]).toContain(flood.statusCode);
    expect((await burst(wang, session, shots('me'))).json<FaceCheckResultView>().outcome).toBe(
      'matched',
    );
  });

  test.each(['other', 'nobody', 'unsure'] as const)('of %s let nobody in', async (sitter) => {
    const session = await atDoor(wang);
    const answer = (await burst(wang, session, shots(sitter))).json<FaceCheckResultView>();
    expect(answer.outcome).not.toBe('matched');
    expect(JSON.stringify(answer)).not.toMatch(/distance|threshold|margin/i);
    expect(await stateOf(wang, session)).toBe('checkingFace');
    const beat = await wang.beat(session, [1, 10]);
    expect([beat.statusCode, codeOf(beat)]).toEqual([409, 'study/notAllowed']);
  });
});
