import type { Tensor3D } from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { faceMetrics, type FaceFacts, type Landmarks } from '@xuzheng/engine';
import { meanLuma } from './brightness.ts';
import type { Models } from './models.ts';
import type { Pixels } from './picture.ts';

/** `tiny` is quick and as exact here; `thorough` finds faces the quick one overlooks, 3× slower. */
export type DetectorKind = 'tiny' | 'thorough';

const FACES_AT_MOST = 6;

/**
 * Pixels as a tensor; the caller disposes it. Written straight into the backend's memory: four bytes a
 * number on this side of it would be rubbish at once, and a collection every other picture.
 */
export function toTensor({ tf }: Models, pixels: Pixels): Tensor3D {
  const backend = tf.backend() as BackendWasm;
  const place = backend.makeOutput([pixels.height, pixels.width, 3], 'int32');
  backend.typedArrayFromHeap(place).set(pixels.data);
  return tf.engine().makeTensorFromTensorInfo(place) as Tensor3D;
}

function optionsOf(models: Models, kind: DetectorKind) {
  const { faceapi } = models;
  return kind === 'tiny'
    ? new faceapi.TinyFaceDetectorOptions({ inputSize: 320, scoreThreshold: 0.4 })
    : new faceapi.SsdMobilenetv1Options({ minConfidence: 0.4, maxResults: FACES_AT_MOST });
}

/** Faces of a picture with landmarks and brightness, largest first. */
export async function findFaces(
  models: Models,
  pixels: Pixels,
  kind: DetectorKind,
): Promise<FaceFacts[]> {
  const tensor = toTensor(models, pixels);
  try {
    // The typings name the browser's tensor class; it is the same one at run time.
    const input = tensor as unknown as Parameters<typeof models.faceapi.detectAllFaces>[0];
    const found = await models.faceapi
      .detectAllFaces(input, optionsOf(models, kind))
      .withFaceLandmarks();
    return found
      .slice(0, FACES_AT_MOST)
      .map(({ detection, landmarks }) => {
        const points: Landmarks = landmarks.positions.map((point) => [point.x, point.y] as const);
        const { x, y, width, height } = detection.box;
        const box = { x, y, width, height };
        return {
          box,
          score: detection.score,
          landmarks: points,
          metrics: faceMetrics(points),
          luma: meanLuma(pixels, box),
        };
      })
      .sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height);
  } finally {
    tensor.dispose();
  }
}
