import { createCanvas, type Canvas } from '@napi-rs/canvas';
import type { Landmarks, Point } from '../../engine/src/face/landmarks.ts';
import type { Performer } from './performer.ts';
import { seededRandom } from './person.ts';
import { addPoses, swayAt, type Pose } from './pose.ts';

/** A camera-sized photo with the landmarks of its face. */
export interface PhotoFrame {
  pixels: { data: Uint8ClampedArray; width: number; height: number };
  landmarks: Landmarks;
}

/** Where the face of the photo is; everything in pixels. */
interface Shape {
  cx: number;
  cy: number;
  /** Half width and half height of the head. */
  rx: number;
  ry: number;
  nose: Point;
  lipLine: number;
  mouthX: number;
  chin: number;
}

type Move = (x: number, y: number) => [dx: number, dy: number];

function shapeOf(landmarks: Landmarks): Shape {
  const point = (index: number): Point => landmarks[index] ?? [0, 0];
  const rx = (point(16)[0] - point(0)[0]) / 2;
  const brow = (point(19)[1] + point(24)[1]) / 2;
  const chin = point(8)[1];
  return {
    cx: (point(16)[0] + point(0)[0]) / 2,
    cy: (brow + chin) / 2,
    rx,
    ry: (chin - brow) * 0.85,
    nose: point(30),
    lipLine: (point(62)[1] + point(66)[1]) / 2,
    mouthX: (point(48)[0] + point(54)[0]) / 2,
    chin,
  };
}

/** 1 in the middle of the head, fading to 0 a little outside of it. */
function hold(shape: Shape, x: number, y: number): number {
  const far = Math.hypot((x - shape.cx) / (shape.rx * 1.6), (y - shape.cy) / (shape.ry * 1.55));
  const inner = 0.62;
  if (far <= inner) return 1;
  const fade = Math.min(1, (far - inner) / (1 - inner));
  return (1 - fade) ** 2 * (1 + 2 * fade);
}

/** How far a point moves when the head turns: an ellipsoid with a nose on it. */
function turnOf(shape: Shape, pose: Pose): Move {
  return (x, y) => {
    const u = (x - shape.cx) / shape.rx;
    const v = (y - shape.cy) / (shape.ry * 1.1);
    const shell = Math.sqrt(Math.max(0, 1 - Math.min(1, u * u * 0.9 + v * v * 0.8)));
    const toNose = Math.hypot(x - shape.nose[0], y - shape.nose[1]) / (shape.rx * 0.42);
    const depth = shape.rx * (0.85 * shell - 0.25 + 0.3 * Math.exp(-toNose * toNose));
    const share = hold(shape, x, y);
    const across = (x - shape.cx) * (Math.cos(pose.yaw) - 1) + depth * Math.sin(pose.yaw);
    const down = (y - shape.cy) * (Math.cos(pose.pitch) - 1) + depth * Math.sin(pose.pitch);
    return [across * share, down * share];
  };
}

/** How far the jaw below the lip line drops. */
function jawOf(shape: Shape, pose: Pose): Move {
  const drop = pose.mouth * (shape.chin - shape.lipLine) * 0.42;
  const reach = shape.rx * 0.75;
  return (x, y) => {
    if (y <= shape.lipLine || drop === 0) return [0, 0];
    const aside = (x - shape.mouthX) / reach;
    const beyond = Math.max(0, y - shape.chin) / (shape.ry * 0.5);
    return [0, drop * Math.exp(-aside * aside * 2) * Math.exp(-beyond * beyond * 2)];
  };
}

/** Where an output point comes from: a few rounds undo the forward movement. */
function sourceOf(moves: readonly Move[], x: number, y: number): [number, number] {
  let [fromX, fromY] = [x, y];
  for (let round = 0; round < 4; round += 1) {
    let [dx, dy] = [0, 0];
    for (const move of moves) {
      const [ax, ay] = move(fromX, fromY);
      dx += ax;
      dy += ay;
    }
    [fromX, fromY] = [x - dx, y - dy];
  }
  return [fromX, fromY];
}

const CELL = 8;

/** Displacements on a coarse grid; between its corners they are mixed. */
function gridOf(moves: readonly Move[], width: number, height: number) {
  const columns = width / CELL + 1;
  const grid = new Float32Array(columns * (height / CELL + 1) * 2);
  for (let row = 0; row <= height / CELL; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [x, y] = sourceOf(moves, column * CELL, row * CELL);
      grid[(row * columns + column) * 2] = x - column * CELL;
      grid[(row * columns + column) * 2 + 1] = y - row * CELL;
    }
  }
  return (x: number, y: number, axis: 0 | 1): number => {
    const column = Math.floor(x / CELL);
    const row = Math.floor(y / CELL);
    const fx = x / CELL - column;
    const fy = y / CELL - row;
    const at = (r: number, c: number) => grid[(r * columns + c) * 2 + axis] ?? 0;
    const top = at(row, column) * (1 - fx) + at(row, column + 1) * fx;
    const bottom = at(row + 1, column) * (1 - fx) + at(row + 1, column + 1) * fx;
    return top * (1 - fy) + bottom * fy;
  };
}

function warpPixels(photo: PhotoFrame, moves: readonly Move[], seed: number): Canvas {
  const { data, width, height } = photo.pixels;
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  const out = pen.createImageData(width, height);
  const shift = gridOf(moves, width, height);
  const random = seededRandom(seed);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const fromX = Math.min(width - 2, Math.max(0, x + shift(x, y, 0)));
      const fromY = Math.min(height - 2, Math.max(0, y + shift(x, y, 1)));
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      const [fx, fy] = [fromX - left, fromY - top];
      const from = (top * width + left) * 4;
      const to = (y * width + x) * 4;
      const grain = (random() - 0.5) * 6;
      for (let channel = 0; channel < 3; channel += 1) {
        const at = from + channel;
        const above = (data[at] ?? 0) * (1 - fx) + (data[at + 4] ?? 0) * fx;
        const under = at + width * 4;
        const below = (data[under] ?? 0) * (1 - fx) + (data[under + 4] ?? 0) * fx;
        out.data[to + channel] = above * (1 - fy) + below * fy + grain;
      }
      out.data[to + 3] = 255;
    }
  }
  pen.putImageData(out, 0, 0);
  return canvas;
}

/** The inside of the mouth, which no photo of a closed one shows. */
function paintMouth(canvas: Canvas, photo: PhotoFrame, turn: Move, jaw: Move): void {
  const pen = canvas.getContext('2d');
  const moved = (index: number, lower: boolean): Point => {
    const [x, y] = photo.landmarks[index] ?? [0, 0];
    const [turnX, turnY] = turn(x, y);
    const [, jawY] = lower ? jaw(x, Math.max(y, shapeOf(photo.landmarks).lipLine + 1)) : [0, 0];
    return [x + turnX, y + turnY + jawY];
  };
  const upper = [60, 61, 62, 63, 64].map((index) => moved(index, index === 60 || index === 64));
  const lower = [65, 66, 67].map((index) => moved(index, true));
  pen.beginPath();
  [...upper, ...lower].forEach(([x, y], at) => (at === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  pen.closePath();
  pen.fillStyle = 'rgb(42,16,16)';
  pen.fill();
}

/** A performer made of one photo: what an attacker could do, and what tests use as a real face. */
export function warpPerformer(photo: PhotoFrame): Performer {
  const shape = shapeOf(photo.landmarks);
  return {
    draw: (pose, seconds) => {
      const moved = addPoses(pose, swayAt(seconds));
      const turn = turnOf(shape, moved);
      const jaw = jawOf(shape, moved);
      const canvas = warpPixels(photo, [turn, jaw], 1 + Math.round(seconds * 1000));
      if (moved.mouth > 0.05) paintMouth(canvas, photo, turn, jaw);
      return canvas;
    },
  };
}
