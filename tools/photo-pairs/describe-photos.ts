import { readFile } from 'node:fs/promises';
import { matchFrameFault, type FrameFacts, type QualityThresholds } from '@xuzheng/engine';
import type { FacePool, FaceTemplate } from '../../api/src/faces/index.ts';

/** A photo with a face that was found and described. */
export interface MeasuredPhoto {
  frame: FrameFacts;
  template: FaceTemplate;
}

export interface DescribedPhotos {
  /** Null: no face was found, or no photo. */
  photos: ReadonlyMap<string, MeasuredPhoto | null>;
  /** One sentence for each photo that could not be read. */
  complaints: readonly string[];
  framesPerSecond: number;
}

export interface Progress {
  (done: number, total: number, framesPerSecond: number): void;
}

/** More are asked for than there are threads, so that none waits for a file to be read. */
const AT_ONCE = 4;

async function describeOne(
  pool: FacePool,
  path: string,
  file: string,
): Promise<MeasuredPhoto | null | string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch {
    return `找不到照片“${file}”,按“无人脸”计。`;
  }
  const described = await pool.describe(bytes);
  if (!described.ok) {
    if (described.refusal.code === 'face/unavailable') throw new Error('the face pool is away');
    return `照片“${file}”无法读取(${described.refusal.code}),按“无人脸”计。`;
  }
  const { frame, template } = described.value;
  return template ? { frame, template } : null;
}

/** Describes every photo once, on all threads of the pool. Paths are relative to `folder`. */
export async function describePhotos(
  pool: FacePool,
  folder: string,
  files: readonly string[],
  progress: Progress = () => undefined,
): Promise<DescribedPhotos> {
  const photos = new Map<string, MeasuredPhoto | null>();
  const complaints: string[] = [];
  const waiting = [...new Set(files)];
  const total = waiting.length;
  if (!(await pool.ready())) throw new Error('the face pool did not start');
  const began = performance.now();
  const rate = () => (photos.size * 1_000) / Math.max(1, performance.now() - began);
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const result = await describeOne(pool, `${folder}/${file}`, file);
      if (typeof result === 'string') complaints.push(result);
      photos.set(file, typeof result === 'string' ? null : result);
      progress(photos.size, total, rate());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { photos, complaints, framesPerSecond: Math.round(rate() * 10) / 10 };
}

/** True when the quality gate lets a photo be compared. */
export const mayBeCompared = (photo: MeasuredPhoto, quality: QualityThresholds): boolean =>
  matchFrameFault(photo.frame, quality) === null;
