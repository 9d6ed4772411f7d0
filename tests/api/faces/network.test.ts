import { readFileSync } from 'node:fs';
import { DESCRIPTORS, HANDBOOK_FACE_THRESHOLDS } from '@xuzheng/engine';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadEmbedder } from '../../../api/src/faces/embedder.ts';
import {
  createFacePool,
  distanceBetween,
  type FacePool,
  type FaceTemplate,
} from '../../../api/src/faces/index.ts';
import { descriptorFile, loadModels, type Models } from '../../../api/src/faces/models.ts';
import { readOnnx } from '../../../api/src/faces/onnx-file.ts';
import { buildNetwork } from '../../../api/src/faces/onnx-run.ts';
import {
  drawnPerformer,
  pairPerformer,
  portraitJpeg,
  snapshotOf,
  STRANGERS,
} from '../../../tools/faces/index.ts';

const [ME, SOMEBODY] = STRANGERS;
const FILE = readFileSync(descriptorFile('mobilefacenet'));

describe('the network that describes faces', () => {
  let models: Models;
  beforeAll(async () => {
    models = await loadModels();
  });

  test('gives what ONNX Runtime gives for the same picture, to the sixth digit', () => {
    const { tf } = models;
    const network = buildNetwork(tf, readOnnx(FILE));
    const colours = Float32Array.from(
      { length: 112 * 112 * 3 },
      (_, at) => Math.sin(at * 0.37) * Math.cos(at * 0.011),
    );
    const before = tf.memory().numTensors;
    const picture = tf.tensor4d(colours, [1, 112, 112, 3]);
    const made = network(picture);
    const values = [...made.dataSync()];
    picture.dispose();
    made.dispose();
    expect(values).toHaveLength(512);
    // Made once by onnxruntime-node 1.24.3 from the same file and the same numbers.
    const first = [
      -0.003083, -0.053095, 0.030924, -0.04262, 0.119436, 0.072404, -0.074425, 0.070278,
    ];
    first.forEach((value, at) => expect(values[at]).toBeCloseTo(value, 5));
    [0.108727, 0.074963, -0.154339, -0.044765].forEach((value, at) =>
      expect(values[508 + at]).toBeCloseTo(value, 5),
    );
    expect(tf.memory().numTensors).toBe(before);
  });

  test('is fed by colours that are put side by side as they ever were', () => {
    const { tf } = models;
    const lane = (from: number) => Float32Array.from({ length: 6 }, (_, at) => from + at);
    const joined = (perPixel: number, axis: number) =>
      tf.tidy(() => {
        const planes = [0, 10, 20].map((from) =>
          tf.tensor4d(lane(from), [1, 2, 3 / perPixel, perPixel]),
        );
        const made = tf.concat(planes, axis);
        return { shape: made.shape, values: [...made.dataSync()] };
      });
    expect(joined(1, 3)).toEqual({
      shape: [1, 2, 3, 3],
      values: [0, 10, 20, 1, 11, 21, 2, 12, 22, 3, 13, 23, 4, 14, 24, 5, 15, 25],
    });
    const rows = [0, 1, 2, 10, 11, 12, 20, 21, 22, 3, 4, 5, 13, 14, 15, 23, 24, 25];
    expect(joined(3, 3)).toEqual({ shape: [1, 2, 1, 9], values: rows });
    expect(joined(1, 2)).toEqual({ shape: [1, 2, 9, 1], values: rows });
  });

  test.each([
    ['a part with all its colours', [1, 2, 0], [2, 3, 3]],
    ['all of it', [0, 0, 0], [4, 6, 3]],
    ['whatever is left of it', [2, 1, 0], [-1, -1, -1]],
    ['a part of its colours', [1, 1, 1], [3, 2, 2]],
    ['nothing', [1, 1, 0], [0, 2, 3]],
  ])('is fed by pictures of which is cut out: %s', (_what, begin, size) => {
    const { tf } = models;
    const colour = (row: number, column: number, lane: number) => row * 100 + column * 10 + lane;
    const picture = Array.from({ length: 4 }, (_, row) =>
      Array.from({ length: 6 }, (__, column) => [0, 1, 2].map((lane) => colour(row, column, lane))),
    );
    const [rows = 0, columns = 0, lanes = 0] = size.map((length, axis) =>
      length === -1 ? [4, 6, 3][axis]! - begin[axis]! : length,
    );
    const wanted = picture
      .slice(begin[0], begin[0]! + rows)
      .map((line) => line.slice(begin[1], begin[1]! + columns))
      .map((line) => line.map((one) => one.slice(begin[2], begin[2]! + lanes)));
    const made = tf.tidy(() => tf.slice(tf.tensor3d(picture, undefined, 'int32'), begin, size));
    expect(made.shape).toEqual([rows, columns, lanes]);
    expect([...made.dataSync()]).toEqual(wanted.flat(2));
    made.dispose();
  });

  test('is refused when its file is cut off or has steps that are not known', () => {
    expect(() => readOnnx(FILE.subarray(0, FILE.length - 1000))).toThrow(/cut off/);
    const strange = readOnnx(FILE);
    strange.nodes[3] = { ...strange.nodes[3]!, kind: 'Softmax' };
    expect(() => buildNetwork(models.tf, strange)).toThrow(/not supported: Softmax/);
    const lacking = readOnnx(FILE);
    lacking.weights.clear();
    expect(() => buildNetwork(models.tf, lacking)).toThrow(/no weights/);
  });

  test.each(DESCRIPTORS)('%s has a name, a hash, and vectors of its own length', async (kind) => {
    const embedder = await loadEmbedder(models, kind);
    expect(embedder.weightsHash).toMatch(/^[0-9a-f]{64}$/);
    const grey = { data: Buffer.alloc(320 * 240 * 3, 128), width: 320, height: 240 };
    const points = Array.from({ length: 68 }, (_, at) => [at * 3, (at * 7) % 200] as const);
    const vector = await embedder.embed(grey, points);
    expect(vector).toHaveLength(kind === 'face-api' ? 128 : 512);
    const length = Math.hypot(...vector);
    if (kind === 'mobilefacenet') expect(length).toBeCloseTo(1, 5);
    else expect(length).toBeGreaterThan(0.5);
  });
});

describe('the main face of any photo', () => {
  let pool: FacePool;
  let portrait: FaceTemplate;
  beforeAll(async () => {
    pool = createFacePool({ threads: 1 });
    portrait = (await described(portraitJpeg(ME))).template!;
  });
  afterAll(() => pool.close());

  async function described(bytes: Buffer) {
    const result = await pool.describe(bytes);
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  }

  const frame = (seed: number) => sharp(snapshotOf(drawnPerformer(seed), 5));
  const FACE = { left: 205, top: 110, width: 230, height: 290 };
  const PHOTOS: [name: string, photo: () => Promise<Buffer>][] = [
    ['a camera’s frame', () => frame(ME).png().toBuffer()],
    [
      'a crop of 112 × 112 without any border',
      async () => {
        const face = await frame(ME).extract(FACE).png().toBuffer();
        return sharp(face).resize(112, 112, { fit: 'cover' }).jpeg().toBuffer();
      },
    ],
    ['a small loose crop', () => frame(ME).resize(250).webp().toBuffer()],
    [
      'a small face in a photo of 12 megapixels',
      () =>
        frame(ME)
          .resize(800)
          .extend({ top: 900, bottom: 1500, left: 1600, right: 1600, background: '#9ab' })
          .jpeg()
          .toBuffer(),
    ],
    [
      'a photo on its side, upright by its orientation',
      () => frame(ME).rotate(270).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    ],
  ];
  test.each(PHOTOS)('is found and told in %s', async (_name, photo) => {
    const { template, frame: facts } = await described(await photo());
    expect(facts.faces).toHaveLength(1);
    expect(distanceBetween(template!.vector, portrait.vector)).toBeLessThan(
      HANDBOOK_FACE_THRESHOLDS.match.belowAlone,
    );
  });

  test('is the larger one of two', async () => {
    const two = pairPerformer(SOMEBODY, SOMEBODY).draw({ mouth: 0, yaw: 0, pitch: 0 }, 0);
    const beside = await sharp(two.toBuffer('image/png')).resize(320).png().toBuffer();
    const photo = await frame(ME)
      .extend({ right: 320, background: '#567' })
      .composite([{ input: beside, left: 640, top: 200 }])
      .png()
      .toBuffer();
    const { template } = await described(photo);
    expect(distanceBetween(template!.vector, portrait.vector)).toBeLessThan(0.9);
  });

  test('is nobody’s where there is none, and no photo is refused', async () => {
    const wall = { create: { width: 300, height: 300, channels: 3, background: '#889' } } as const;
    const { template, frame: facts } = await described(await sharp(wall).jpeg().toBuffer());
    expect([template, facts.faces]).toEqual([null, []]);
    expect(await pool.describe(Buffer.from('no photo at all'))).toMatchObject({
      ok: false,
      refusal: { code: 'profile/pictureInvalid' },
    });
  });
});
