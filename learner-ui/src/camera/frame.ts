import type { Box } from '@xuzheng/engine';

/** Size of the frames that are sent. */
export const FRAME_WIDTH = 640;
export const FRAME_HEIGHT = 480;

const JPEG_QUALITY = 0.8;

export function newCanvas(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

/**
 * Draws the video's present picture, cropped to the canvas' shape around its middle. Not mirrored:
 * only the preview on the screen is, by style, so that left stays the learner's own left.
 */
export function drawVideo(video: HTMLVideoElement, canvas: HTMLCanvasElement): boolean {
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const { videoWidth, videoHeight } = video;
  if (!pen || videoWidth === 0 || videoHeight === 0) return false;
  const scale = Math.max(canvas.width / videoWidth, canvas.height / videoHeight);
  const width = canvas.width / scale;
  const height = canvas.height / scale;
  const left = (videoWidth - width) / 2;
  const top = (videoHeight - height) / 2;
  pen.drawImage(video, left, top, width, height, 0, 0, canvas.width, canvas.height);
  return true;
}

/** Mean brightness of a box of the canvas, 0–255; of all of it without a box. */
export function canvasLuma(canvas: HTMLCanvasElement, box?: Box): number {
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return 0;
  const left = Math.max(0, Math.round(box?.x ?? 0));
  const top = Math.max(0, Math.round(box?.y ?? 0));
  const width = Math.max(1, Math.min(canvas.width - left, Math.round(box?.width ?? canvas.width)));
  const height = Math.max(
    1,
    Math.min(canvas.height - top, Math.round(box?.height ?? canvas.height)),
  );
  const { data } = pen.getImageData(left, top, width, height);
  let sum = 0;
  let count = 0;
  // Every fourth pixel is plenty for a mean.
  for (let at = 0; at < data.length; at += 16) {
    sum += 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

/** The canvas as JPEG. Throws when the browser cannot encode it. */
export function toJpeg(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((done, fail) => {
    canvas.toBlob(
      (blob) => (blob ? done(blob) : fail(new Error('the frame could not be encoded'))),
      'image/jpeg',
      JPEG_QUALITY,
    );
  });
}

/** One frame of the running camera as JPEG, 640 × 480; null while there is no picture. */
export async function captureSnapshot(video: HTMLVideoElement): Promise<Blob | null> {
  const canvas = newCanvas(FRAME_WIDTH, FRAME_HEIGHT);
  return drawVideo(video, canvas) ? toJpeg(canvas) : null;
}
