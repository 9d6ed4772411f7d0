import { ok } from '@xuzheng/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { likenessOf } from '../../../api/src/commands/study/likeness-of.ts';
import { renewTemplates } from '../../../api/src/commands/renew-template.ts';
import { findDataKey } from '../../../api/src/db/learner-keys.ts';
import { findTemplate } from '../../../api/src/db/likeness.ts';
import { unpackTemplate, type FacePool } from '../../../api/src/faces/index.ts';
import { MODEL_OF_TESTS, scriptedFaces } from './scripted-faces.ts';
import { studyGround, type Student, type StudyGround } from './study-ground.ts';

const NEXT = { modelId: 'the next network', weightsHash: '01' };

/** A pool that describes faces by another network than the one that made the templates. */
let answers = true;
const faces: FacePool = {
  ...scriptedFaces(),
  network: () => ({ descriptor: 'mobilefacenet', ...NEXT }),
  embed: (bytes) =>
    Promise.resolve(
      answers
        ? ok({ ...NEXT, vector: [bytes.length, 0.5] })
        : { ok: false, refusal: { code: 'face/unavailable', details: { why: 'busy' } } },
    ),
};

let ground: StudyGround;
let students: Student[];
beforeAll(async () => {
  ground = await studyGround([600], { faces });
  students = [];
  for (const name of ['wang', 'li'] as const) students.push(await ground.student(name));
  // The portraits of these students exist as files, as everybody's do.
  for (const [n, { learnerId }] of students.entries()) {
    const sealWith = await keyOf(learnerId);
    const bytes = Buffer.alloc(100 + n, n);
    const { key } = await ground.deps.storage.put(bytes, { contentType: 'image/jpeg', sealWith });
    await ground.deps.db
      .updateTable('learnerFiles')
      .set({ storageKey: key })
      .where('learnerId', '=', learnerId)
      .execute();
  }
});

async function keyOf(learnerId: string) {
  const key = await findDataKey(ground.deps.db, ground.deps.vault, learnerId);
  if (!key) throw new Error('no key');
  return key;
}

async function templateOf({ learnerId }: Student) {
  const row = await findTemplate(ground.deps.db, learnerId);
  if (!row) throw new Error('no template');
  const key = await keyOf(learnerId);
  return unpackTemplate(ground.deps.vault.open(key, row.descriptorSealed), row);
}

describe('templates of an older network', () => {
  test('are left as they are while the pool cannot answer', async () => {
    answers = false;
    expect(await renewTemplates(ground.deps)).toBe(2);
    expect(await templateOf(students[0]!)).toMatchObject(MODEL_OF_TESTS);
    answers = true;
  });

  test('are embedded again from the portrait when their owner is checked', async () => {
    const { learnerId } = students[0]!;
    const likeness = await likenessOf(ground.deps, await keyOf(learnerId), learnerId, null);
    // The vector says which portrait it was made of; nobody of the older network is in the cohort.
    expect(likeness?.portrait).toEqual({ ...NEXT, vector: [100, 0.5] });
    expect(likeness?.cohort).toEqual([]);
    expect(await templateOf(students[0]!)).toMatchObject(NEXT);
    expect(await templateOf(students[1]!)).toMatchObject(MODEL_OF_TESTS);
  });

  test('of everybody else follow by a job, and the cohort is whole again', async () => {
    expect(await renewTemplates(ground.deps)).toBe(1);
    expect(await renewTemplates(ground.deps)).toBe(0);
    const { learnerId } = students[0]!;
    const likeness = await likenessOf(ground.deps, await keyOf(learnerId), learnerId, null);
    const portraits = likeness?.cohort?.map((other) => other.vector[0]);
    expect(portraits).toEqual([101]);
  });

  test('of a portrait replaced meanwhile are not written', async () => {
    const { learnerId } = students[1]!;
    await ground.deps.db
      .updateTable('faceTemplates')
      .set(MODEL_OF_TESTS)
      .where('learnerId', '=', learnerId)
      .execute();
    await ground.deps.db
      .updateTable('learnerFiles')
      .set({ replacedAt: new Date() })
      .where('learnerId', '=', learnerId)
      .execute();
    expect(await renewTemplates(ground.deps)).toBe(0);
    expect(await templateOf(students[1]!)).toMatchObject(MODEL_OF_TESTS);
  });
});
