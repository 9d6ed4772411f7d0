import { randomBytes } from 'node:crypto';
import { HANDBOOK_FACE_THRESHOLDS } from '@xuzheng/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDataKey } from '../../../api/src/db/learner-keys.ts';
import { createFacePool, packVector, type FacePool } from '../../../api/src/faces/index.ts';
import type { FaceCheckResultView, SessionView } from '../../../api/src/schemas/study.ts';
import { burstOf, drawnPerformer, portraitJpeg, STRANGERS } from '../../../tools/faces/index.ts';
import { form, FORM_HEADERS } from './forms.ts';
import { studyGround, type Student, type StudyGround } from './study-ground.ts';

// The one run of the whole way from frames to the door on the real face pool; swapped faces are e2e/faces.
const [ME] = STRANGERS;

let pool: FacePool;
let ground: StudyGround;
let wang: Student;

beforeAll(async () => {
  pool = createFacePool({ threads: 1 });
  ground = await studyGround([3000], { faces: pool });
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

async function atTheDoor(): Promise<FaceCheckResultView> {
  const started = await wang.start(0, { takeOver: true });
  const session = started.json<SessionView>();
  const frames = burstOf(drawnPerformer(ME), { actions: session.challenge?.actions ?? [] });
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

test('the real pool lets in the learner who does what is asked, and study begins by itself', async () => {
  const { outcome, session } = await atTheDoor();
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
