import { HANDBOOK_FACE_THRESHOLDS, type LivenessPrompt } from '@xuzheng/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFacePool, type FacePool, type FaceTemplate } from '../../api/src/faces/index.ts';
import {
  burstOf,
  drawnPerformer,
  portraitJpeg,
  stillPerformer,
  STRANGERS,
  swappedPerformer,
  type Performer,
} from '../../tools/faces/index.ts';

const thresholds = HANDBOOK_FACE_THRESHOLDS;
const [ME, , THIRD] = STRANGERS;
const me = drawnPerformer(ME);
const somebody = drawnPerformer(THIRD);
const actions: LivenessPrompt[] = ['openMouth', 'turnLeft'];
/** Five pictures a second; the movement is even and quick, and over between two of them. */
const FIVE_A_SECOND = {
  ...{ actions, everyMs: 200, neutralMs: 800, reactionMs: 200 },
  motion: { riseMs: 190, holdMs: 600 },
};

let pool: FacePool;
let portrait: FaceTemplate;

beforeAll(async () => {
  pool = createFacePool({ threads: 1 });
  const judged = await pool.judgePortrait(portraitJpeg(ME), thresholds);
  if (!judged.ok || !judged.value.template) throw new Error('the portrait is unfit');
  portrait = judged.value.template;
});
afterAll(() => pool.close());

test.each<[name: string, performer: () => Performer, expected: object]>([
  ['the learner is in doubt, not missed', () => me, { outcome: 'uncertain', fault: 'framesApart' }],
  ['somebody else is another face', () => somebody, { outcome: 'missed', reason: 'otherFace' }],
  [
    'a person swapped on the way is another face',
    () => swappedPerformer(me, somebody, 1.3),
    { outcome: 'missed', reason: 'otherFace' },
  ],
  [
    'a still photo is a still photo',
    () => stillPerformer(ME),
    { outcome: 'missed', reason: 'noAction', fault: 'still' },
  ],
])('before a device that takes few pictures: %s', async (_name, performer, expected) => {
  const frames = burstOf(performer(), FIVE_A_SECOND);
  const judged = await pool.judgeBurst({
    ...{ actions, frames, portrait, thresholds, withinMs: 60_000 },
  });
  expect(judged).toMatchObject({ ok: true, value: { verdict: expected } });
});
