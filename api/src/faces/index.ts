import { facePoolOn, type FacePool } from './face-pool.ts';
import { openThreadPool, type ThreadPoolOptions } from './thread-pool.ts';

/** Opens the pool of threads that judge faces in this process; close it before the process ends. */
export const createFacePool = (options: ThreadPoolOptions = {}): FacePool =>
  facePoolOn(openThreadPool(options));

export type * from './face-pool.ts';
export type { ThreadPoolOptions as FacePoolOptions, ThreadPoolStatus } from './thread-pool.ts';
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
