import { randomBytes } from 'node:crypto';
import { HANDBOOK_FACE_THRESHOLDS } from '@xuzheng/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findDataKey } from '../../../api/src/db/learner-keys.ts';
import { createFacePool, packVector, type FacePool } from '../../../api/src/faces/index.ts';
import { checkSnapshots } from '../../../api/src/jobs/check-snapshots.ts';
import type { FaceCheckResultView, SessionView } from '../../../api/src/schemas/study.ts';
import {
  burstOf,
  drawnPerformer,
  portraitJpeg,
  recheckOf,
  snapshotOf,
  STRANGERS,
  type Performer,
} from '../../../tools/faces/index.ts';
import { form, FORM_HEADERS } from './forms.ts';
import { receiptOf, studyGround, type Student, type StudyGround } from './study-ground.ts';

// The one run of the whole way from camera to verdict on the real face pool.
const [ME, , OTHER] = STRANGERS;
const me = drawnPerformer(ME);
const other = drawnPerformer(OTHER);

let pool: FacePool;
let ground: StudyGround;
let wang: Student;

beforeAll(async () => {
  pool = createFacePool({ threads: 1 });
  ground = await studyGround([3000, 3000], { faces: pool });
  wang = await ground.student('wang');
  const judged = await pool.judgePortrait(portraitJpeg(ME), HANDBOOK_FACE_THRESHOLDS);
  if (!judged.ok || judged.value.template === null) throw new Error('the portrait is unfit');
  const { template } = judged.value;
  const key = await findDataKey(ground.deps.db, ground.deps.vault, wang.learnerId);
  if (key === undefined) throw new Error('no key');
  await ground.deps.db
    .updateTable('faceTemplates')
    .set({
      descriptorSealed: ground.deps.vault.seal(key, packVector(template)),
      modelId: template.modelId,
      weightsHash: template.weightsHash,
    })
    .where('learnerId', '=', wang.learnerId)
    .execute();
});
afterAll(() => pool.close());

/** Drawn frames repeat to the byte, a camera's never do. */
const asCamera = (bytes: Buffer): Buffer => Buffer.concat([bytes, randomBytes(8)]);

type Frames = ReturnType<typeof burstOf>;

async function answer(session: SessionView, frames: Frames): Promise<FaceCheckResultView> {
  ground.clock.pass(8_000);
  const meta = JSON.stringify({
    nonce: session.challenge?.nonce,
    frames: frames.map(({ atMs, action }) => ({ atMs, action })),
  });
  const files = frames.map(({ bytes }) => ({ name: 'frame', bytes: asCamera(bytes) }));
  const url = `/api/me/study-sessions/${session.id}/face-check`;
  const given = await wang.browser.post(url, form({ meta }, files), FORM_HEADERS);
  if (given.statusCode !== 200) throw new Error(given.body);
  return given.json<FaceCheckResultView>();
}

const atTheDoor = async (performer: Performer, lesson: number): Promise<FaceCheckResultView> => {
  const started = await wang.start(lesson, { takeOver: true });
  const session = started.json<SessionView>();
  const actions = session.challenge?.actions ?? [];
  return answer(session, burstOf(performer, { actions }));
};

describe('faces at the door and during study, judged by the real pool', () => {
  test('the learner who does what is asked goes in, and study begins by itself', async () => {
    const { outcome, session } = await atTheDoor(me, 0);
    expect([outcome, session?.state]).toEqual(['matched', 'playing']);
    const check = await ground.deps.db
      .selectFrom('faceChecks')
      .selectAll()
      .where('sessionId', '=', session?.id ?? '')
      .executeTakeFirstOrThrow();
    expect(check).toMatchObject({ outcome: 'matched', thresholdsVersion: 'face-2' });
    expect(check.distance).toBeLessThan(0.5);
    expect(check.weightsHash).toMatch(/^[0-9a-f]{64}$/);
    expect(check.frameKeys.length).toBeGreaterThan(0);
    expect(check.frameKeys.every((key) => key.startsWith('sealed/'))).toBe(true);
  });

  test('swapped during study: play stops, the time is not counted, the case has the evidence', async () => {
    const { session } = await atTheDoor(me, 1);
    if (!session) throw new Error('no session');
    let at = 0;
    for (let seq = 1; ; seq++) {
      ground.clock.pass(10_000);
      at += 10;
      const { session: now } = receiptOf(await wang.beat(session, [seq, at]));
      if (now.due !== null) break;
    }
    const url = `/api/me/study-sessions/${session.id}/snapshots`;
    const files = [{ name: 'frame', bytes: asCamera(snapshotOf(other, 3)) }];
    expect((await wang.browser.post(url, form({}, files), FORM_HEADERS)).statusCode).toBe(201);
    expect(await checkSnapshots(ground.deps)).toBe(1);
    const snapshot = await ground.deps.db
      .selectFrom('snapshots')
      .selectAll()
      .where('sessionId', '=', session.id)
      .executeTakeFirstOrThrow();
    expect(snapshot.outcome).not.toBe('matched');
    expect(snapshot.portraitDistance).toBeGreaterThan(1);
    ground.clock.pass(61_000);
    const drawn = await wang.browser.post(`/api/me/study-sessions/${session.id}/challenge`);
    const look = await wang.look(session.id);
    if (look.state === 'rechecking') {
      const challenge = drawn.json<SessionView['challenge']>();
      const swapped = await answer({ ...look, challenge }, recheckOf(other));
      expect(swapped.outcome).not.toBe('matched');
    }
    ground.clock.pass(10_000);
    const { totals } = await wang.look(session.id);
    expect(totals.creditedSeconds).toBeLessThanOrEqual(at);
    const checks = await ground.deps.db
      .selectFrom('faceChecks')
      .select(['kind', 'outcome', 'distance'])
      .where('sessionId', '=', session.id)
      .where('outcome', 'is not', null)
      .execute();
    expect(checks.length).toBeGreaterThan(0);
  });
});
