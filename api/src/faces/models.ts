import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { quickenKernels, type DescriptorKind } from '@xuzheng/engine';
import type * as FaceApi from '@vladmandic/face-api';
import type * as Tensors from '@tensorflow/tfjs';
import type * as WasmBackend from '@tensorflow/tfjs-backend-wasm';

/** The loaded networks of one thread. */
export interface Models {
  faceapi: typeof FaceApi;
  tf: typeof Tensors;
}

const require = createRequire(import.meta.url);

/** Folder of the network weights, also served to browsers. */
export const modelFolder = (): string =>
  join(dirname(require.resolve('@vladmandic/face-api/package.json')), 'model');

/** Folder of the WebAssembly files, also served to browsers. */
export const wasmFolder = (): string =>
  join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist');

/** File with the weights of a descriptor network; each comes inside an installed package. */
export const descriptorFile = (kind: DescriptorKind): string =>
  kind === 'face-api'
    ? join(modelFolder(), 'face_recognition_model.bin')
    : join(
        dirname(require.resolve('faceplugin-face-recognition-js/package.json')),
        'model/fr_feature.onnx',
      );

/** Loads detectors and landmarks on the WebAssembly backend of this thread. Throws when files are missing. */
export async function loadModels(): Promise<Models> {
  const tf = require('@tensorflow/tfjs') as typeof Tensors;
  const wasm = require('@tensorflow/tfjs-backend-wasm') as typeof WasmBackend;
  wasm.setWasmPaths(`${wasmFolder()}/`);
  // Threaded WebAssembly hangs under Node; the pool's threads are the parallelism.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  await tf.setBackend('wasm');
  await tf.ready();
  quickenKernels(tf);
  // The package's main entry wants native TensorFlow; this build takes the backend set above.
  const faceapi = require('@vladmandic/face-api/dist/face-api.node-wasm.js') as typeof FaceApi;
  const folder = modelFolder();
  await faceapi.nets.tinyFaceDetector.loadFromDisk(folder);
  await faceapi.nets.faceLandmark68Net.loadFromDisk(folder);
  await faceapi.nets.ssdMobilenetv1.loadFromDisk(folder);
  return { faceapi, tf };
}

/** face-api's own descriptor network; loaded only where it is asked for. */
export async function loadFaceApiDescriptor({ faceapi }: Models) {
  await faceapi.nets.faceRecognitionNet.loadFromDisk(modelFolder());
  return faceapi.nets.faceRecognitionNet;
}
