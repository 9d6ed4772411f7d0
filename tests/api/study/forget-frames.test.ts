import { CONSENT_VERSION } from '@xuzheng/engine';
import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { forgetFrames } from '../../../api/src/jobs/forget-frames.ts';
import { STUDY_JOBS } from '../../../api/src/jobs/study-jobs.ts';
import type { KeptFramesView } from '../../../api/src/schemas/kept-frames.ts';
import {
  agree,
  ground,
  keptOf,
  li,
  nextLesson,
  now,
  pass,
  rowsOf,
  studied,
  studyWithPictures,
  wang,
  withdraw,
} from './frames-ground.ts';

studyWithPictures();

/** Files under the storage's folder: what is really on the disk. */
async function filesOnDisk(): Promise<string[]> {
  const names = await readdir(ground.deps.config.storageDir, { recursive: true }).catch(() => []);
  return names.filter((name) => /[0-9a-f]{64}$/.test(name));
}

describe('the consent to keep pictures, withdrawn', () => {
  test('files and rows go; hash, verdict and distance stay; the learner has a receipt', async () => {
    const { id } = await studied(wang);
    const before = await rowsOf(id);
    const keys = [
      ...before.snapshots.map((row) => row.storageKey ?? ''),
      ...before.checks.flatMap((row) => row.frameKeys),
    ];
    expect(keys.length).toBeGreaterThanOrEqual(2);
    for (const key of keys) expect(await ground.deps.storage.has(key)).toBe(true);
    const kept = (await keptOf(wang)).kept;
    expect(kept).toBeGreaterThanOrEqual(keys.length);
    await withdraw(wang);
    expect(await keptOf(wang)).toMatchObject({ kept: 0, leaving: kept, held: [] });
    pass(60);
    expect(await forgetFrames(ground.deps)).toBe(kept);
    for (const key of keys) expect(await ground.deps.storage.has(key)).toBe(false);
    const after = await rowsOf(id);
    expect(after.snapshots).toEqual(
      before.snapshots.map((row) => ({ ...row, storageKey: null, forgottenAt: now() })),
    );
    expect(
      after.checks.map(({ frameKeys, outcome, distance }) => [frameKeys, outcome, distance]),
    ).toEqual(before.checks.map(({ outcome, distance }) => [[], outcome, distance]));
    const view = await keptOf(wang);
    expect(view).toMatchObject({ kept: 0, leaving: 0, held: [] });
    expect(view.receipts[0]).toEqual({ at: now().toISOString(), frames: kept });
    const own = await wang.browser.get(`/api/me/snapshots/${before.snapshots[0]?.id}/image`);
    expect(own.statusCode).toBe(404);
  });

  test('nothing of anybody else is touched, and nothing happens twice', async () => {
    const mine = await studied(wang);
    const theirs = await studied(li);
    await withdraw(wang);
    const files = await filesOnDisk();
    const count = await forgetFrames(ground.deps);
    expect((await filesOnDisk()).length).toBe(files.length - count);
    expect(await forgetFrames(ground.deps)).toBe(0);
    expect((await rowsOf(mine.id)).snapshots.every((row) => row.storageKey === null)).toBe(true);
    expect((await rowsOf(theirs.id)).snapshots.every((row) => row.storageKey !== null)).toBe(true);
    const receipts = await ground.deps.db
      .selectFrom('frameReceipts')
      .select('learnerId')
      .where('learnerId', '=', li.learnerId)
      .execute();
    expect(receipts).toEqual([]);
  });

  test('two workers at once: each picture stands on one receipt', async () => {
    await studied(wang);
    await withdraw(wang);
    const { leaving, receipts } = await keptOf(wang);
    const counts = await Promise.all([1, 2, 3].map(() => forgetFrames(ground.deps)));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(leaving);
    const after = (await keptOf(wang)).receipts.slice(0, 50);
    const sum = (list: KeptFramesView['receipts']) => list.reduce((n, one) => n + one.frames, 0);
    expect(sum(after) - sum(receipts)).toBe(leaving);
  });

  test('a store that fails keeps row and file together; it is asked again', async () => {
    const { id } = await studied(wang);
    await withdraw(wang);
    const away = {
      ...ground.deps.storage,
      delete: () => Promise.reject(new Error('store away')),
    };
    expect(await forgetFrames({ ...ground.deps, storage: away })).toBe(0);
    expect((await rowsOf(id)).snapshots[0]?.storageKey).not.toBeNull();
    // Killed after the file and before the row: the row is done again.
    const [row] = (await rowsOf(id)).snapshots;
    await ground.deps.storage.delete(row?.storageKey ?? '');
    expect(await forgetFrames(ground.deps)).toBeGreaterThan(0);
    expect((await rowsOf(id)).snapshots[0]?.storageKey).toBeNull();
  });

  test('agreeing again brings nothing back and keeps only what comes afterwards', async () => {
    const first = await studied(wang);
    await withdraw(wang);
    pass(5);
    await agree(wang);
    await wang.browser.put('/api/me/consents/useFace', { version: CONSENT_VERSION });
    nextLesson();
    const second = await studied(wang);
    await forgetFrames(ground.deps);
    expect((await rowsOf(first.id)).snapshots[0]?.storageKey).toBeNull();
    expect((await rowsOf(second.id)).snapshots[0]?.storageKey).not.toBeNull();
    expect(await keptOf(wang)).toMatchObject({ leaving: 0, held: [] });
    await withdraw(wang);
    await forgetFrames(ground.deps);
  });

  test('a newer text agreed to at once is no withdrawal', async () => {
    const { id } = await studied(wang);
    const { db } = ground.deps;
    const at = now();
    await db
      .updateTable('consents')
      .set({ withdrawnAt: at })
      .where('learnerId', '=', wang.learnerId)
      .where('kind', '=', 'keepFrames')
      .where('withdrawnAt', 'is', null)
      .execute();
    const newer = { learnerId: wang.learnerId, kind: 'keepFrames', version: 'next', givenAt: at };
    await db.insertInto('consents').values(newer).execute();
    expect(await forgetFrames(ground.deps)).toBe(0);
    expect((await rowsOf(id)).snapshots[0]?.storageKey).not.toBeNull();
    await withdraw(wang);
    expect(await forgetFrames(ground.deps)).toBeGreaterThan(0);
  });

  test('withdrawing the use of the face alone deletes no evidence', async () => {
    const { id } = await studied(li);
    await li.browser.delete('/api/me/consents/useFace');
    expect(await forgetFrames(ground.deps)).toBe(0);
    expect((await rowsOf(id)).snapshots[0]?.storageKey).not.toBeNull();
  });

  test('the worker does it every minute', () => {
    const job = STUDY_JOBS.find(({ name }) => name === 'forgetFrames');
    expect(job?.everyMs).toBeLessThanOrEqual(60_000);
  });
});
