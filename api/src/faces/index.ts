import { networkOf } from './embedder.ts';
import { facePoolOn, type FacePool } from './face-pool.ts';
import { openThreadPool, type ThreadPoolOptions } from './thread-pool.ts';

export type FacePoolOptions = Partial<ThreadPoolOptions>;

/** Opens the pool of threads that judge faces in this process; close it before the process ends. */
export function createFacePool(options: FacePoolOptions = {}): FacePool {
  const { descriptor = 'mobilefacenet' } = options;
  return facePoolOn(openThreadPool({ ...options, descriptor }), () => networkOf(descriptor));
}

export type * from './face-pool.ts';
export type { ThreadPoolStatus } from './thread-pool.ts';
export { cleanPicture, digestOf, pictureFormat, type CleanPicture } from './picture.ts';
export {
  distanceBetween,
  nearestOf,
  packVector,
  sameModel,
  unpackTemplate,
  type FaceTemplate,
} from './template.ts';
export type { DescribedPhoto } from './describe-photo.ts';
export type { PoolModel } from './jobs.ts';
export { modelFolder, wasmFolder } from './models.ts';
