import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkSnapshots } from '../../../api/src/jobs/check-snapshots.ts';
import type { SessionView } from '../../../api/src/schemas/study.ts';
import { form, FORM_HEADERS, type FormFile } from '../study/forms.ts';
import { picture } from '../study/scripted-faces.ts';
import {
  CHECKED,
  codeOf,
  receiptOf,
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

const fileOf = (bytes: Uint8Array): FormFile => ({ name: 'frame', bytes });
const journalled = async (action: string): Promise<number> => {
  const rows = await ground.deps.db
    .selectFrom('journal')
    .select('id')
    .where('action', '=', action)
    .execute();
  return rows.length;
};

describe('a snapshot', () => {
  const countOf = async (session: SessionView): Promise<number> => {
    const rows = await ground.deps.db
      .selectFrom('snapshots')
      .select('id')
      .where('sessionId', '=', session.id)
      .execute();
    return rows.length;
  };
  async function untilDue(student: Student): Promise<SessionView> {
    const session = await student.enter(lesson, { takeOver: true });
    for (let seq = 1; seq < 30; seq++) {
      pass(15);
      const { due } = receiptOf(await student.beat(session, [seq, seq * 15])).session;
      if (due?.kind === 'snapshot') return session;
    }
    throw new Error('no snapshot fell due');
  }
  const post = (student: Student, session: SessionView, file: FormFile) =>
    student.browser.post(
      `/api/me/study-sessions/${session.id}/snapshots`,
      form({}, [file]),
      FORM_HEADERS,
    );

  test('that nobody asked for is refused; one that was asked for is taken once', async () => {
    const session = await wang.enter(lesson, { takeOver: true });
    const early = await wang.snapshot(session.id, 'me');
    expect([early.statusCode, codeOf(early)]).toEqual([409, 'study/notAllowed']);
    expect(await countOf(session)).toBe(0);
    lesson += 1;
    const due = await untilDue(wang);
    const both = await Promise.all([wang.snapshot(due.id, 'me'), wang.snapshot(due.id, 'me')]);
    expect(both.map((one) => one.statusCode).sort()).toEqual([201, 409]);
    expect(await countOf(due)).toBe(1);
  });

  test('of the same bytes is refused for ever, for anybody, and is in the journal', async () => {
    const before = await journalled('study.snapshotRepeated');
    const due = await untilDue(wang);
    const file = fileOf(picture('me'));
    expect((await post(wang, due, file)).statusCode).toBe(201);
    lesson += 1;
    const next = await untilDue(wang);
    const repeated = await post(wang, next, file);
    expect([repeated.statusCode, codeOf(repeated)]).toEqual([409, 'study/snapshotRepeated']);
    expect((await wang.look(next.id)).due?.kind).toBe('snapshot');
    const theirs = await untilDue(li);
    expect(codeOf(await post(li, theirs, file))).toBe('study/snapshotRepeated');
    expect(await journalled('study.snapshotRepeated')).toBe(before + 2);
  });

  test('is no frame of the door shown again, nor the other way round', async () => {
    const session = (await wang.start(lesson, { takeOver: true })).json<SessionView>();
    const frames = [1, 2, 3].map(() => picture('me'));
    const door = (nonce: string, shown: readonly Buffer[]) => {
      const marks = shown.map((_, n) => ({ atMs: n * 10, action: null }));
      return wang.browser.post(
        `/api/me/study-sessions/${session.id}/face-check`,
        form({ meta: JSON.stringify({ nonce, frames: marks }) }, shown.map(fileOf)),
        FORM_HEADERS,
      );
    };
    await door(session.challenge?.nonce ?? '', frames);
    for (let seq = 1; ; seq++) {
      pass(15);
      const { due } = receiptOf(await wang.beat(session, [seq, seq * 15])).session;
      if (due !== null) break;
    }
    const replayed = await post(wang, session, fileOf(frames[1]!));
    expect([replayed.statusCode, codeOf(replayed)]).toEqual([409, 'study/snapshotRepeated']);
    const own = picture('me');
    expect((await post(wang, session, fileOf(own))).statusCode).toBe(201);
    const next = (await wang.start(lesson + 12, { takeOver: true })).json<SessionView>();
    const marks = [{ atMs: 0, action: null }];
    const back = await wang.browser.post(
      `/api/me/study-sessions/${next.id}/face-check`,
      form({ meta: JSON.stringify({ nonce: next.challenge?.nonce, frames: marks }) }, [
        fileOf(own),
      ]),
      FORM_HEADERS,
    );
    expect([back.statusCode, codeOf(back)]).toEqual([422, 'face/frameRepeated']);
  });

  test('for another learner’s session is not found, and changes nothing there', async () => {
    const due = await untilDue(wang);
    const foreign = await li.snapshot(due.id, 'me');
    expect([foreign.statusCode, codeOf(foreign)]).toEqual([404, 'study/sessionNotFound']);
    expect([await countOf(due), (await wang.look(due.id)).due?.kind]).toEqual([0, 'snapshot']);
  });

  test('that is no picture is refused by its bytes, not by its name', async () => {
    const due = await untilDue(wang);
    const bodies = [
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      '<html><script>alert(1)</script></html>',
      'GIF89a',
      '%PDF-1.7',
      'MZ',
    ];
    for (const text of bodies) {
      const answer = await post(wang, due, fileOf(Buffer.from(text)));
      expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'face/framesInvalid']);
    }
    const huge = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(700 * 1024)]);
    expect([413, 422]).toContain((await post(wang, due, fileOf(huge))).statusCode);
    expect((await post(wang, due, fileOf(Buffer.alloc(0)))).statusCode).toBe(422);
    expect(await countOf(due)).toBe(0);
  });

  test('of another face is a person’s to judge: the time waits, the finding names it', async () => {
    const due = await untilDue(li);
    await li.snapshot(due.id, 'other');
    await checkSnapshots(ground.deps);
    const seen = await li.look(due.id);
    expect([seen.state, seen.totals.creditedSeconds]).toEqual(['rechecking', 0]);
    expect(seen.totals.pendingSeconds).toBeGreaterThan(0);
    const found = await ground.deps.db
      .selectFrom('findings')
      .select(['kind', 'strength'])
      .where('enrolmentId', '=', li.enrolmentId)
      .execute();
    expect(found).toContainEqual({ kind: 'impersonation', strength: 'note' });
  });
});

test('a virtual camera is let in, noted, and for a person to judge', async () => {
  const cameraLabel = 'OBS Virtual Camera';
  const session = await wang.enter(lesson, { takeOver: true, cameraLabel });
  expect(session.state).toBe('playing');
  const long = await wang.start(lesson, { takeOver: true, cameraLabel: 'x'.repeat(300) });
  expect(long.statusCode).toBe(400);
});
