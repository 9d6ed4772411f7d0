import { HANDBOOK_FACE_THRESHOLDS, type LivenessPrompt, type Result } from '@xuzheng/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createFacePool,
  type BurstInput,
  type BurstJudgement,
  type FacePool,
  type FaceTemplate,
} from '../../../api/src/faces/index.ts';
import {
  animatePhoto,
  burstOf,
  CROWD,
  drawnPerformer,
  emptyPerformer,
  pairPerformer,
  portraitJpeg,
  realFaceJpeg,
  recheckOf,
  snapshotOf,
  stillPerformer,
  STRANGERS,
  swappedPerformer,
  type BurstScript,
  type Performer,
} from '../../../tools/faces/index.ts';

const thresholds = HANDBOOK_FACE_THRESHOLDS;
// The quick detector sees the second of them in every pose: nothing is looked for twice.
const [SOMEBODY, ME, THIRD] = STRANGERS;
const me = drawnPerformer(ME);
const somebody = drawnPerformer(THIRD);
const asked: LivenessPrompt[] = ['openMouth', 'turnLeft'];
/** Pictures enough for what lasts: where a movement itself is judged, they come as a browser takes them. */
const SPARSE_MS = 200;
/** Drawn once: what is refused for another reason may show the same picture. */
const mine = burstOf(me, { actions: asked });

let pool: FacePool;
let portrait: FaceTemplate;
/** Of the first face check that was matched. */
let entryFrame: FaceTemplate | null = null;

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

const templateOf = async (bytes: Buffer): Promise<FaceTemplate> => {
  const judged = valueOf(await pool.judgePortrait(bytes, thresholds));
  if (!judged.template) throw new Error(`the portrait is unfit: ${judged.fault}`);
  return judged.template;
};

const judge = async (
  performer: Performer,
  script: BurstScript,
  more: Partial<BurstInput> = {},
): Promise<BurstJudgement> =>
  valueOf(
    await pool.judgeBurst({
      actions: script.actions,
      frames: burstOf(performer, script),
      portrait,
      withinMs: 60_000,
      thresholds,
      ...more,
    }),
  );

beforeAll(async () => {
  pool = createFacePool({ threads: 1 });
  portrait = await templateOf(portraitJpeg(ME));
});
afterAll(() => pool.close());

describe('the learner before the camera', () => {
  const pairs: LivenessPrompt[][] = [
    ['openMouth', 'turnLeft'],
    ['turnRight', 'openMouth'],
    ['nod', 'openMouth'],
  ];
  test.each(pairs)('is matched after %s and %s', async (first, second) => {
    const judged = await judge(me, { actions: [first!, second!] });
    const { verdict, entry, judgedFrames } = judged;
    expect(verdict).toMatchObject({ outcome: 'matched', reason: null, fault: null });
    expect(entry?.vector).toHaveLength(512);
    entryFrame ??= entry;
    expect(judgedFrames.length).toBeGreaterThan(0);
    expect(judgedFrames.length).toBeLessThanOrEqual(5);
    expect(new Set(judged.digests).size).toBe(judged.frames.length);
    expect(judged.model.weightsHash).toMatch(/^[0-9a-f]{64}$/);
    expect(verdict.thresholdsVersion).toBe('face-2');
  });

  test('is matched in a recheck without any action', async () => {
    const frames = recheckOf(me);
    const { verdict } = await judge(me, { actions: [] }, { frames });
    expect(verdict).toMatchObject({ outcome: 'matched', liveness: null });
  });

  test('is matched among a crowd, by the margin to ten others', async () => {
    const cohort = await Promise.all(CROWD.map((seed) => templateOf(portraitJpeg(seed))));
    const { verdict } = await judge(me, { actions: [] }, { cohort, frames: recheckOf(me) });
    expect(verdict.outcome).toBe('matched');
    expect(verdict.match.margin).toBeLessThan(-0.2);
    const frames = recheckOf(somebody);
    const impostor = await judge(somebody, { actions: [] }, { cohort, frames });
    expect(impostor.verdict.outcome).not.toBe('matched');
  }, 180_000);
});

describe('what does not pass', () => {
  const TABLE: [name: string, performer: () => Performer, script: BurstScript, expected: object][] =
    [
      [
        'a still photo',
        () => stillPerformer(ME),
        { actions: asked },
        { outcome: 'missed', reason: 'noAction', fault: 'still' },
      ],
      [
        'somebody who does nothing',
        () => me,
        { actions: asked, done: [null, null] },
        { outcome: 'missed', reason: 'noAction', fault: 'actionNotSeen' },
      ],
      [
        'another action than asked',
        () => me,
        { actions: asked, done: ['nod', 'turnLeft'] },
        { outcome: 'missed', reason: 'noAction', fault: 'wrongAction' },
      ],
      [
        'a turn in the wrong direction',
        () => me,
        { actions: asked, done: ['openMouth', 'turnRight'] },
        { outcome: 'missed', reason: 'noAction', fault: 'wrongAction' },
      ],
      [
        'the actions in the wrong order',
        () => me,
        { actions: asked, done: ['turnLeft', 'openMouth'] },
        { outcome: 'missed', reason: 'noAction', fault: 'wrongAction' },
      ],
      [
        'a cut between two photos',
        () => me,
        { actions: asked, motion: { riseMs: 1, holdMs: 600 }, everyMs: 110 },
        { outcome: 'missed', reason: 'noAction', fault: 'jump' },
      ],
      [
        'a movement of eight seconds',
        () => me,
        { actions: asked, motion: { riseMs: 3800, holdMs: 400 }, everyMs: 390 },
        { outcome: 'missed', reason: 'noAction', fault: 'tooSlow' },
      ],
      [
        'two faces',
        () => pairPerformer(ME, SOMEBODY),
        { actions: asked },
        { outcome: 'missed', reason: 'noFace', fault: 'secondFace' },
      ],
      [
        'an empty chair',
        () => emptyPerformer(),
        { actions: asked },
        { outcome: 'missed', reason: 'noFace', fault: 'noFace' },
      ],
      [
        'a dark room',
        () => drawnPerformer(ME, { light: 0.12 }),
        { actions: asked },
        { outcome: 'missed', reason: 'noFace', fault: 'tooDark' },
      ],
      [
        'an over-exposed picture',
        () => drawnPerformer(ME, { light: 2.6 }),
        { actions: asked },
        { outcome: 'missed', reason: 'noFace', fault: 'tooBright' },
      ],
      [
        'a person swapped in the middle',
        () => swappedPerformer(me, somebody, 1.3),
        { actions: asked },
        { outcome: 'missed', reason: 'otherFace' },
      ],
      [
        'another person',
        () => somebody,
        { actions: asked },
        { outcome: 'missed', reason: 'otherFace', fault: 'otherFace' },
      ],
    ];
  test.each(TABLE)('%s', async (_name, performer, script, expected) => {
    const { verdict } = await judge(performer(), { everyMs: SPARSE_MS, ...script });
    expect(verdict).toMatchObject(expected);
  });

  test('the burst of one challenge does not answer another', async () => {
    const refused = await pool.judgeBurst({
      actions: ['nod', 'openMouth'],
      frames: mine,
      portrait,
      withinMs: 60_000,
      thresholds,
    });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'face/framesInvalid' } });
  });

  test.each([
    ['more time than has passed since the challenge', { withinMs: 900 }],
    ['too few frames', { frames: mine.slice(0, 6) }],
    [
      'times that go back',
      {
        frames: mine.map((frame, at) => ({ ...frame, atMs: at === 9 ? 0 : frame.atMs })),
      },
    ],
    [
      'frames that are no pictures',
      {
        frames: mine.map((frame) => ({
          ...frame,
          bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
        })),
      },
    ],
  ] as [string, Partial<BurstInput>][])('a burst with %s is refused', async (_name, more) => {
    const base = { actions: asked, frames: mine, portrait };
    const refused = await pool.judgeBurst({ ...base, withinMs: 60_000, thresholds, ...more });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'face/framesInvalid' } });
  });

  test('a portrait described by another network is our fault, not a miss', async () => {
    const old = { ...portrait, modelId: 'an older network' };
    const base = { actions: asked, frames: mine, portrait: old, withinMs: 60_000, thresholds };
    expect(await pool.judgeBurst(base)).toMatchObject({
      ok: false,
      refusal: { code: 'face/unavailable' },
    });
  });
});

describe('snapshots during study', () => {
  const judgeSnapshot = async (performer: Performer, more: object = {}) => {
    const bytes = snapshotOf(performer, 7);
    const input = { bytes, portrait, entry: portrait, thresholds, ...more };
    return valueOf(await pool.judgeSnapshot(input));
  };

  test('the learner is matched with portrait and entry frame', async () => {
    const { verdict, perceptualHash, digest } = await judgeSnapshot(me, { entry: entryFrame });
    expect(verdict.outcome).toBe('matched');
    expect(verdict.match.entryDistance).toBeLessThan(0.3);
    expect(BigInt(perceptualHash)).toBeTypeOf('bigint');
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('another person is a doubt at once and another face on a repeat', async () => {
    const first = await judgeSnapshot(somebody);
    expect(first.verdict).toMatchObject({ outcome: 'uncertain', suspectsOtherFace: true });
    const again = await judgeSnapshot(somebody, { earlierOtherFaces: 1 });
    expect(again.verdict).toMatchObject({ outcome: 'missed', reason: 'otherFace' });
  });

  test('an empty chair is a miss', async () => {
    const { verdict } = await judgeSnapshot(emptyPerformer());
    expect(verdict).toMatchObject({ outcome: 'missed', reason: 'noFace', fault: 'noFace' });
  });
});

describe('a real face, one photo animated', () => {
  let real: Performer;
  let own: FaceTemplate;
  beforeAll(async () => {
    real = await animatePhoto('first');
    own = await templateOf(await realFaceJpeg('first'));
  });

  test('is matched after opening the mouth and nodding', async () => {
    const { verdict } = await judge(real, { actions: ['openMouth', 'nod'] }, { portrait: own });
    expect(verdict).toMatchObject({ outcome: 'matched', fault: null });
  });

  test('is missed when it does nothing', async () => {
    const script = { actions: asked, done: [null, null], everyMs: SPARSE_MS };
    const { verdict } = await judge(real, script, { portrait: own });
    expect(verdict).toMatchObject({ outcome: 'missed', reason: 'noAction' });
  });

  test('is not matched with another real face', async () => {
    const other = await animatePhoto('second');
    const frames = recheckOf(other);
    const { verdict } = await judge(other, { actions: [] }, { portrait: own, frames });
    expect(verdict.outcome).not.toBe('matched');
    expect(verdict.match.portraitDistance).toBeGreaterThan(1);
  });
});
