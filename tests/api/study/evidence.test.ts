import { beforeAll, describe, expect, test } from 'vitest';
import { collectFindings } from '../../../api/src/commands/study/collect-findings.ts';
import { findDataKey } from '../../../api/src/db/learner-keys.ts';
import { packVector } from '../../../api/src/faces/index.ts';
import { checkSnapshots } from '../../../api/src/jobs/check-snapshots.ts';
import { MODEL_OF_TESTS } from './scripted-faces.ts';
import { receiptOf, SILENT, studyGround, type Student, type StudyGround } from './study-ground.ts';

let ground: StudyGround;
let wang: Student;
let li: Student;
const pass = (seconds: number): void => ground.clock.pass(seconds * 1000);

beforeAll(async () => {
  ground = await studyGround([3000, 3000, 3000]);
  wang = await ground.student('wang', SILENT);
  li = await ground.student('li', SILENT);
});

async function findingsAbout(
  student: Student,
): Promise<{ kind: string; strength: string; sentence: string }[]> {
  const key = { enrolmentId: student.enrolmentId, epoch: 1 };
  await collectFindings(ground.deps.db, SILENT, key, ground.clock.now());
  return ground.deps.db
    .selectFrom('findings')
    .select(['kind', 'strength', 'sentence'])
    .where('enrolmentId', '=', student.enrolmentId)
    .orderBy('kind')
    .execute();
}

/** Plays until a snapshot is due. */
async function untilDue(student: Student, lesson: number) {
  const session = await student.enter(lesson, { takeOver: true });
  for (let seq = 1; ; seq++) {
    pass(30);
    const at = session.positionSeconds + seq * 30;
    const { due } = receiptOf(await student.beat(session, [seq, at])).session;
    if (due !== null) return { session, seq, at };
    if (seq > 40) throw new Error('no snapshot fell due');
  }
}

describe('what the page says of itself', () => {
  test('events made by a script are a note, and change no second', async () => {
    const session = await wang.enter(0);
    const url = `/api/me/study-sessions/${session.id}/beats`;
    const beat = (seq: number, more: object) =>
      wang.browser.post(url, {
        leaseToken: session.leaseToken,
        beats: [{ seq, positionSeconds: seq * 10, playing: true, visible: true, ...more }],
      });
    pass(10);
    await beat(1, { untrustedEvents: 9, inputs: 2 });
    pass(10);
    const { session: after } = receiptOf(await beat(2, { untrustedEvents: 1 }));
    expect(after.totals.creditedSeconds).toBe(20);
    const found = await findingsAbout(wang);
    expect(found.map(({ kind, strength }) => [kind, strength])).toEqual([
      ['automatedStudy', 'note'],
    ]);
    expect(found[0]?.sentence).toContain('9 次');
    expect((await beat(3, { untrustedEvents: -1 })).statusCode).toBe(400);
  });
});

describe('one computer, two learners', () => {
  test('is a note that says how normal it is, for both; another computer is none', async () => {
    expect((await findingsAbout(li)).length).toBe(0);
    await li.enter(0);
    expect((await findingsAbout(li)).length).toBe(0);
    li.browser.sitAt(wang.browser);
    await li.enter(1, { takeOver: true });
    const [own] = await findingsAbout(li);
    expect(own).toMatchObject({ kind: 'sharedDevice', strength: 'note' });
    expect(own?.sentence).toContain('公用电脑属正常情况');
    expect((await findingsAbout(wang)).map((one) => one.kind)).toContain('sharedDevice');
  });

  test('the cookie is unreadable for scripts, and only its hash is kept', async () => {
    const fresh = ground.browser();
    const answer = await ground.app.inject({
      method: 'POST',
      url: '/api/me/study-sessions',
      payload: {
        enrolmentId: wang.enrolmentId,
        lessonId: ground.lessons[0],
        device: 'Chrome',
        takeOver: true,
      },
      headers: { 'x-csrf-token': wang.browser.csrfToken() },
      cookies: { xz_session: wang.browser.cookie() },
    });
    const cookie = answer.cookies.find((one) => one.name === 'xz_browser');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    const row = await ground.deps.db
      .selectFrom('studySessions')
      .select('deviceMark')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(row.deviceMark?.length).toBe(32);
    expect(row.deviceMark?.toString('base64url')).not.toContain(cookie?.value ?? '-');
    expect(fresh.browserName()).toBe('');
  });
});

describe('a face that is a colleague’s', () => {
  test('is named only among those who sit nearby, weakly, for a person to compare', async () => {
    const { deps } = ground;
    const key = await findDataKey(deps.db, deps.vault, li.learnerId);
    const looks = packVector({ ...MODEL_OF_TESTS, vector: [0, 1] });
    await deps.db
      .updateTable('faceTemplates')
      .set({ descriptorSealed: deps.vault.seal(key!, looks) })
      .where('learnerId', '=', li.learnerId)
      .execute();
    const flagsOf = async () => {
      const rows = await deps.db.selectFrom('snapshots').select('flags').orderBy('id').execute();
      return rows.at(-1)?.flags;
    };
    // Nobody nearby: neither employer nor browser in common.
    await deps.db.updateTable('studySessions').set({ deviceMark: null }).execute();
    const alone = await untilDue(wang, 1);
    await deps.db.updateTable('studySessions').set({ deviceMark: null }).execute();
    await wang.snapshot(alone.session.id, 'other');
    await checkSnapshots(deps);
    expect(await flagsOf()).not.toContain('likeColleague');

    await deps.db.updateTable('enrolments').set({ employer: '北京建工' }).execute();
    const beside = await untilDue(wang, 2);
    await wang.snapshot(beside.session.id, 'other');
    await checkSnapshots(deps);
    expect(await flagsOf()).toContain('likeColleague');
    const shared = (await findingsAbout(wang)).filter((one) => one.kind === 'sharedFace');
    expect(shared).toHaveLength(1);
    expect(shared[0]).toMatchObject({ strength: 'weak' });
    expect(shared[0]?.sentence).toContain('请人工比对');
  });
});

describe('a check left open', () => {
  test('in three sessions is found across them, and no hour changes by it', async () => {
    const before = await creditedOf(li);
    for (let n = 0; n < 3; n++) {
      const { session } = await untilDue(li, 2);
      pass(1);
      await li.browser.post(`/api/me/study-sessions/${session.id}/end`);
    }
    const idle = (await findingsAbout(li)).find((one) => one.kind === 'idleStudy');
    expect(idle).toMatchObject({ strength: 'weak' });
    expect(idle?.sentence).toContain('3 次在抽查到来时离开学习');
    expect(await creditedOf(li)).toBeGreaterThan(before);
  });

  const creditedOf = async (student: Student): Promise<number> => {
    const rows = await ground.deps.db
      .selectFrom('studySessions')
      .select('creditedSeconds')
      .where('learnerId', '=', student.learnerId)
      .execute();
    return rows.reduce((sum, row) => sum + row.creditedSeconds, 0);
  };
});
