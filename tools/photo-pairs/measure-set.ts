import { readdir } from 'node:fs/promises';
import type { FaceThresholds } from '@xuzheng/engine';
import type { FacePool } from '../../api/src/faces/index.ts';
import { cohortFrom, decidePair, type Bystander, type DecidedPair } from './decide-pairs.ts';
import { describePhotos, type Progress } from './describe-photos.ts';
import { PairsFault, readPairs } from './pairs-file.ts';
import { peopleOf } from './people.ts';

export interface PhotoSet {
  /** Folder with the photos and pairs.csv. */
  dataset: string;
  /** Folder of photos of other people, one of each; without it the set's own other people. */
  cohort: string | null;
}

export interface MeasuredSet {
  decided: readonly DecidedPair[];
  /** How many others a pair is set against at most. */
  cohortSize: number;
  complaints: readonly string[];
  framesPerSecond: number;
}

const PHOTO = /\.(jpe?g|png|webp)$/i;

async function photosIn(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder, { recursive: true });
    return names.filter((name) => PHOTO.test(name)).sort();
  } catch {
    throw new PairsFault(`读不到文件夹“${folder}”。`);
  }
}

async function cohortIn(
  pool: FacePool,
  folder: string,
  thresholds: FaceThresholds,
  progress: Progress,
): Promise<Bystander[]> {
  const files = await photosIn(folder);
  const { photos } = await describePhotos(pool, folder, files, progress);
  return cohortFrom(photos, new Map(), thresholds);
}

/** Describes a set of photos and decides on each of its pairs as the product would. */
export async function measureSet(
  pool: FacePool,
  set: PhotoSet,
  thresholds: FaceThresholds,
  progress: Progress = () => undefined,
): Promise<MeasuredSet> {
  const pairs = await readPairs(set.dataset);
  const people = peopleOf(pairs);
  const files = pairs.flatMap(({ fileA, fileB }) => [fileA, fileB]);
  const { photos, complaints, framesPerSecond } = await describePhotos(
    pool,
    set.dataset,
    files,
    progress,
  );
  const cohort =
    set.cohort === null
      ? cohortFrom(photos, people, thresholds)
      : await cohortIn(pool, set.cohort, thresholds, progress);
  const decided = pairs.map((pair) => decidePair(pair, photos, people, cohort, thresholds));
  return { decided, cohortSize: cohort.length, complaints, framesPerSecond };
}
