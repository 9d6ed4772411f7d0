import { closeSync, openSync, writeSync } from 'node:fs';
import type { Canvas } from '@napi-rs/canvas';
import { LIVENESS_PROMPTS, type LivenessPrompt } from '../../engine/src/face/liveness.ts';
import {
  drawnPerformer,
  emptyPerformer,
  pairPerformer,
  stillPerformer,
  STRANGERS,
  swappedPerformer,
  type Performer,
} from './performer.ts';
import {
  envelope,
  EVEN_MOTION,
  NEUTRAL,
  PEAKS,
  scalePose,
  type Motion,
  type Pose,
} from './pose.ts';

/** One action within a clip. */
interface Beat {
  atMs: number;
  prompt: LivenessPrompt;
  motion?: Motion;
}

/** A film for a browser's fake camera. */
export interface Clip {
  performer: Performer;
  beats: readonly Beat[];
  lengthMs: number;
}

const FRAMES_PER_SECOND = 15;

const [ME, SOMEBODY] = STRANGERS;
const allBeats = (motion: Motion = EVEN_MOTION): Beat[] =>
  LIVENESS_PROMPTS.map((prompt, index) => ({ atMs: 900 + index * 2000, prompt, motion }));

/** The clips by what they show; made when asked for, none is kept in the repository. */
export const CLIPS: Record<string, () => Clip> = {
  actions: () => ({ performer: drawnPerformer(ME), beats: allBeats(), lengthMs: 9000 }),
  still: () => ({ performer: stillPerformer(ME), beats: [], lengthMs: 3000 }),
  wrongAction: () => ({
    performer: drawnPerformer(ME),
    beats: [{ atMs: 900, prompt: 'nod' }],
    lengthMs: 3000,
  }),
  twoFaces: () => ({ performer: pairPerformer(ME, SOMEBODY), beats: [], lengthMs: 2000 }),
  nobody: () => ({ performer: emptyPerformer(), beats: [], lengthMs: 2000 }),
  dark: () => ({ performer: drawnPerformer(ME, { light: 0.12 }), beats: [], lengthMs: 2000 }),
  bright: () => ({ performer: drawnPerformer(ME, { light: 2.6 }), beats: [], lengthMs: 2000 }),
  swapped: () => ({
    performer: swappedPerformer(drawnPerformer(ME), drawnPerformer(SOMEBODY), 4),
    beats: [],
    lengthMs: 8000,
  }),
  cut: () => ({
    performer: drawnPerformer(ME),
    beats: allBeats({ riseMs: 1, holdMs: 900 }),
    lengthMs: 9000,
  }),
  slow: () => ({
    performer: drawnPerformer(ME),
    beats: [{ atMs: 600, prompt: 'openMouth', motion: { riseMs: 3800, holdMs: 400 } }],
    lengthMs: 9200,
  }),
};

function poseAt(beats: readonly Beat[], atMs: number): Pose {
  for (const beat of beats) {
    const share = envelope(atMs - beat.atMs, beat.motion);
    if (share > 0) return scalePose(PEAKS[beat.prompt], share);
  }
  return NEUTRAL;
}

function* canvasesOf(clip: Clip): Generator<Canvas> {
  for (let frame = 0; frame * 1000 < clip.lengthMs * FRAMES_PER_SECOND; frame += 1) {
    const atMs = (frame * 1000) / FRAMES_PER_SECOND;
    yield clip.performer.draw(poseAt(clip.beats, atMs), atMs / 1000);
  }
}

/** One frame as planes of Y, U and V, colours at half size. */
function planesOf(canvas: Canvas): Buffer {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const planes = Buffer.alloc((width * height * 3) / 2);
  const chroma = width * height;
  const quarter = chroma >> 2;
  for (let pixel = 0; pixel < chroma; pixel += 1) {
    const [red, green, blue] = [0, 1, 2].map((part) => data[pixel * 4 + part] ?? 0) as [
      number,
      number,
      number,
    ];
    planes[pixel] = 0.299 * red + 0.587 * green + 0.114 * blue;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    if (x % 2 === 1 || y % 2 === 1) continue;
    const at = chroma + (y >> 1) * (width >> 1) + (x >> 1);
    const clip = (value: number) => Math.min(255, Math.max(0, 128 + value));
    planes[at] = clip(-0.1687 * red - 0.3313 * green + 0.5 * blue);
    planes[at + quarter] = clip(0.5 * red - 0.4187 * green - 0.0813 * blue);
  }
  return planes;
}

/** Writes a clip as y4m, the file a Chromium fake camera plays at its own rate, over and over. */
export function writeY4m(clip: Clip, file: string): void {
  const out = openSync(file, 'w');
  try {
    let started = false;
    for (const canvas of canvasesOf(clip)) {
      const size = `W${canvas.width} H${canvas.height}`;
      if (!started) writeSync(out, `YUV4MPEG2 ${size} F${FRAMES_PER_SECOND}:1 Ip A1:1 C420jpeg\n`);
      started = true;
      writeSync(out, 'FRAME\n');
      writeSync(out, planesOf(canvas));
    }
  } finally {
    closeSync(out);
  }
}

/** Writes a clip as mjpeg: small, but a Chromium fake camera always plays it at 30 frames/s. */
export function writeMjpeg(clip: Clip, file: string): void {
  const out = openSync(file, 'w');
  try {
    for (const canvas of canvasesOf(clip)) writeSync(out, canvas.toBuffer('image/jpeg', 85));
  } finally {
    closeSync(out);
  }
}
