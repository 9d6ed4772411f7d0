import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { SAMPLE_LANDMARKS } from './sample-landmarks.ts';
import { warpPerformer, type PhotoFrame } from './warp.ts';
import type { Performer } from './performer.ts';

/** One face of a group photo, in pixels of the full photo, with the shape of a camera frame. */
interface Crop {
  file: string;
  left: number;
  top: number;
  width: number;
}

// Sample photos that ship inside the face-api package: read where they are, never copied.
const REAL_FACES = {
  first: { file: 'sample6.jpg', left: 1030, top: 262, width: 486 },
  second: { file: 'sample5.jpg', left: 985, top: 172, width: 412 },
} as const satisfies Record<string, Crop>;
export type RealFace = keyof typeof REAL_FACES;

const FRAME = { width: 640, height: 480 };

function sampleFile(name: string): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve('@vladmandic/face-api/package.json')), 'demo', name);
}

async function enlarge(crop: Crop): Promise<PhotoFrame['pixels'] & { jpeg: Buffer }> {
  const photo = await loadImage(readFileSync(sampleFile(crop.file)));
  const canvas = createCanvas(FRAME.width, FRAME.height);
  const pen = canvas.getContext('2d');
  const height = (crop.width * FRAME.height) / FRAME.width;
  pen.drawImage(photo, crop.left, crop.top, crop.width, height, 0, 0, FRAME.width, FRAME.height);
  const { data } = pen.getImageData(0, 0, FRAME.width, FRAME.height);
  return { data, ...FRAME, jpeg: canvas.toBuffer('image/jpeg', 92) };
}

/** The face as a still camera frame (JPEG 640 × 480): a portrait of a real face for tests. */
export const realFaceJpeg = async (face: RealFace): Promise<Buffer> =>
  (await enlarge(REAL_FACES[face])).jpeg;

/** One real face photo, warped into the poses it is asked for. */
export async function animatePhoto(face: RealFace): Promise<Performer> {
  const { data, width, height } = await enlarge(REAL_FACES[face]);
  return warpPerformer({ pixels: { data, width, height }, landmarks: SAMPLE_LANDMARKS[face] });
}
