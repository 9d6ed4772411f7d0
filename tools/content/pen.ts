import type { SKRSContext2D } from '@napi-rs/canvas';
import { palette } from './palette.ts';

type Pen = SKRSContext2D;
type Point = readonly [number, number];

/** Filled rectangle with rounded corners. */
export function box(
  pen: Pen,
  x: number,
  y: number,
  w: number,
  h: number,
  fill: string,
  r = 0,
): void {
  pen.beginPath();
  pen.roundRect(x, y, w, h, r);
  pen.fillStyle = fill;
  pen.fill();
}

/** Outlined rectangle with rounded corners. */
export function frame(
  pen: Pen,
  at: readonly [number, number, number, number],
  ink: string,
  wide = 4,
  r = 8,
): void {
  pen.beginPath();
  pen.roundRect(at[0], at[1], at[2], at[3], r);
  pen.strokeStyle = ink;
  pen.lineWidth = wide;
  pen.stroke();
}

/** Open line through the points. */
export function path(
  pen: Pen,
  points: readonly Point[],
  ink: string,
  wide = 4,
  dash: number[] = [],
): void {
  pen.beginPath();
  points.forEach(([x, y], i) => (i === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  pen.strokeStyle = ink;
  pen.lineWidth = wide;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.setLineDash(dash);
  pen.stroke();
  pen.setLineDash([]);
}

/** Closed, filled shape through the points. */
export function shape(pen: Pen, points: readonly Point[], fill: string): void {
  pen.beginPath();
  points.forEach(([x, y], i) => (i === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  pen.closePath();
  pen.fillStyle = fill;
  pen.fill();
}

export function disc(pen: Pen, x: number, y: number, r: number, fill: string): void {
  pen.beginPath();
  pen.arc(x, y, r, 0, Math.PI * 2);
  pen.fillStyle = fill;
  pen.fill();
}

export function ring(pen: Pen, x: number, y: number, r: number, ink: string, wide = 4): void {
  pen.beginPath();
  pen.arc(x, y, r, 0, Math.PI * 2);
  pen.strokeStyle = ink;
  pen.lineWidth = wide;
  pen.stroke();
}

/** A word or figure in the picture. */
export function label(
  pen: Pen,
  text: string,
  x: number,
  y: number,
  style: { size?: number; ink?: string; align?: 'left' | 'center' | 'right'; bold?: boolean } = {},
): void {
  pen.font = `${style.size ?? 22}px ${style.bold === false ? 'Lesson' : 'LessonBold'}`;
  pen.fillStyle = style.ink ?? palette.ink;
  pen.textAlign = style.align ?? 'center';
  pen.textBaseline = 'middle';
  pen.fillText(text, x, y);
}

/** Line with an arrow head at its end, and at its start when `both`. */
export function arrow(pen: Pen, from: Point, to: Point, ink: string, both = false): void {
  path(pen, [from, to], ink, 4);
  head(pen, from, to, ink);
  if (both) head(pen, to, from, ink);
}

function head(pen: Pen, from: Point, to: Point, ink: string): void {
  const turn = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const wing = (by: number): Point => [
    to[0] - 16 * Math.cos(turn + by),
    to[1] - 16 * Math.sin(turn + by),
  ];
  shape(pen, [to, wing(0.45), wing(-0.45)], ink);
}

/** A tick in a green disc, or a cross in a red one. */
export function mark(pen: Pen, x: number, y: number, right: boolean, r = 22): void {
  disc(pen, x, y, r, right ? palette.green : palette.red);
  const s = r / 22;
  if (right)
    path(
      pen,
      [
        [x - 10 * s, y],
        [x - 2 * s, y + 8 * s],
        [x + 11 * s, y - 8 * s],
      ],
      '#fff',
      5 * s,
    );
  else {
    path(
      pen,
      [
        [x - 8 * s, y - 8 * s],
        [x + 8 * s, y + 8 * s],
      ],
      '#fff',
      5 * s,
    );
    path(
      pen,
      [
        [x + 8 * s, y - 8 * s],
        [x - 8 * s, y + 8 * s],
      ],
      '#fff',
      5 * s,
    );
  }
}

/** A worker with helmet and vest, `tall` pixels high, standing on (x, y). */
export function worker(
  pen: Pen,
  x: number,
  y: number,
  tall = 130,
  arms: 'down' | 'up' | 'forward' = 'down',
): void {
  const u = tall / 130;
  const at = (dx: number, dy: number): Point => [x + dx * u, y + dy * u];
  path(pen, [at(-9, -46), at(-12, -4)], palette.ink, 13 * u);
  path(pen, [at(9, -46), at(12, -4)], palette.ink, 13 * u);
  const [lift, reach] = { down: [-44, 24], up: [-124, 26], forward: [-76, 44] }[arms] as [
    number,
    number,
  ];
  path(pen, [at(14, -84), at(reach, lift)], palette.orange, 11 * u);
  path(pen, [at(-14, -84), arms === 'up' ? at(-26, -124) : at(-24, -44)], palette.orange, 11 * u);
  box(pen, x - 18 * u, y - 92 * u, 36 * u, 50 * u, palette.orange, 9 * u);
  box(pen, x - 18 * u, y - 68 * u, 36 * u, 7 * u, '#FFF3C4');
  disc(pen, x, y - 107 * u, 14 * u, palette.skin);
  pen.beginPath();
  pen.arc(x, y - 110 * u, 17 * u, Math.PI, 0);
  pen.fillStyle = palette.yellow;
  pen.fill();
  box(pen, x - 21 * u, y - 112 * u, 42 * u, 5 * u, palette.yellow, 2);
}

/** Ground line with a hatch under it. */
export function ground(pen: Pen, y: number, from = 10, to = 510): void {
  path(
    pen,
    [
      [from, y],
      [to, y],
    ],
    palette.ink,
    4,
  );
  for (let x = from + 14; x < to; x += 26)
    path(
      pen,
      [
        [x, y + 4],
        [x - 12, y + 16],
      ],
      palette.steel,
      3,
    );
}
