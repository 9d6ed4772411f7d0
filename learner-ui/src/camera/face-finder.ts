import {
  faceMetrics,
  quickenKernels,
  type Box,
  type FaceMetrics,
  type KernelBook,
  type Landmarks,
} from '@xuzheng/engine';

/** A face as the browser sees it. Only ever a hint: the server decides from the frames. */
export interface SeenFace {
  /** In pixels of the picture that was measured. */
  box: Box;
  metrics: FaceMetrics;
}

/** Finds faces in a canvas, largest first. */
export type FaceFinder = (picture: HTMLCanvasElement) => Promise<SeenFace[]>;

const MODEL_FOLDER = '/models/';
const WASM_FOLDER = '/models/wasm/';

async function loadFinder(): Promise<FaceFinder> {
  const faceapi = await import('@vladmandic/face-api');
  // The browser build carries its own tensor library; its typings leave this part out.
  const tf = faceapi.tf as unknown as KernelBook & {
    setWasmPaths(folder: string): void;
    setBackend(name: string): Promise<boolean>;
    ready(): Promise<void>;
  };
  // Software WebGL gives one frame a second; WebAssembly gives ten.
  tf.setWasmPaths(WASM_FOLDER);
  await tf.setBackend('wasm');
  await tf.ready();
  quickenKernels(tf);
  await Promise.all([
    faceapi.nets.tinyFaceDetector.loadFromUri(MODEL_FOLDER),
    faceapi.nets.faceLandmark68Net.loadFromUri(MODEL_FOLDER),
  ]);
  const options = new faceapi.TinyFaceDetectorOptions({ inputSize: 224, scoreThreshold: 0.4 });
  return async (picture) => {
    const found = await faceapi.detectAllFaces(picture, options).withFaceLandmarks();
    return found
      .map(({ detection, landmarks }) => {
        const points: Landmarks = landmarks.positions.map((point) => [point.x, point.y] as const);
        const { x, y, width, height } = detection.box;
        return { box: { x, y, width, height }, metrics: faceMetrics(points) };
      })
      .sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height);
  };
}

let loading: Promise<FaceFinder> | null = null;

/** The finder of this page, loaded once and only when first needed; a failed load may be retried. */
export function faceFinder(): Promise<FaceFinder> {
  loading ??= loadFinder().catch((fault: unknown) => {
    loading = null;
    throw fault;
  });
  return loading;
}
