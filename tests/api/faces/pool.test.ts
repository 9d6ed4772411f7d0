import { HANDBOOK_FACE_THRESHOLDS } from '@xuzheng/engine';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createFacePool, packVector, unpackTemplate } from '../../../api/src/faces/index.ts';
import type { FacePool, FacePoolOptions } from '../../../api/src/faces/index.ts';
import { portraitJpeg, STRANGERS } from '../../../tools/faces/index.ts';

const [ME] = STRANGERS;
const picture = portraitJpeg(ME);
const unavailable = (why: string) => ({
  ok: false,
  refusal: { code: 'face/unavailable', details: { why } },
});

const open: FacePool[] = [];
const openPool = (options: FacePoolOptions) => {
  const pool = createFacePool(options);
  open.push(pool);
  return pool;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((pool) => pool.close()));
});

describe('a face pool that is away never counts against a learner', () => {
  test('no thread in time is a refusal, and the next call succeeds', async () => {
    const pool = openPool({ threads: 1, startTimeoutMs: 1 });
    expect(await pool.embed(picture)).toMatchObject(unavailable('starting'));
    await expect.poll(() => pool.status().ready, { timeout: 30_000 }).toBe(1);
    expect(await pool.embed(picture)).toMatchObject({ ok: true });
  });

  test('a job that takes too long loses its thread, and a new one takes over', async () => {
    const lost: string[] = [];
    const pool = openPool({ threads: 1, jobTimeoutMs: 1, onLost: (why) => lost.push(why) });
    await pool.ready();
    expect(await pool.embed(picture)).toMatchObject(unavailable('timeout'));
    await expect.poll(() => pool.status().restarts, { timeout: 10_000 }).toBe(1);
    await expect.poll(() => pool.status().ready, { timeout: 30_000 }).toBe(1);
    expect(lost.join()).toMatch(/face thread lost/);
  });

  describe('with a short queue', () => {
    let pool: FacePool;
    beforeAll(async () => {
      pool = createFacePool({ threads: 1, queueAtMost: 4 });
      await pool.ready();
    });
    afterAll(() => pool.close());

    test('a template survives being packed, sealed and opened', async () => {
      const made = await pool.embed(picture);
      if (!made.ok) throw new Error(made.refusal.code);
      const { modelId, weightsHash, vector } = made.value;
      const again = unpackTemplate(packVector(made.value), { modelId, weightsHash });
      expect(again.vector).toHaveLength(512);
      again.vector.forEach((value, at) => expect(value).toBeCloseTo(vector[at] ?? NaN, 6));
    });

    test('more work than may wait is refused at once', async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => pool.embed(picture)));
      expect(answers.filter((answer) => answer.ok).length).toBeGreaterThanOrEqual(4);
      expect(answers.filter((answer) => !answer.ok)[0]).toMatchObject(unavailable('busy'));
    });

    test('closed, it refuses, also what was waiting', async () => {
      const waiting = Array.from({ length: 4 }, () => pool.embed(picture));
      await expect.poll(() => pool.status().busy).toBe(1);
      await pool.close();
      for (const answer of await Promise.all(waiting)) {
        expect(answer).toMatchObject(unavailable('closed'));
      }
      expect(await pool.judgePortrait(picture, HANDBOOK_FACE_THRESHOLDS)).toMatchObject({
        ok: false,
        refusal: { code: 'face/unavailable' },
      });
    });
  });
});
