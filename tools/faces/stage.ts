import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Colour, Person } from './person.ts';
import type { Pose } from './pose.ts';

export type Spot = [x: number, y: number];

/** Everything a layer needs to draw its part of a head. */
export interface Stage {
  pen: SKRSContext2D;
  person: Person;
  pose: Pose;
  /** Middle of the face in pixels. */
  cx: number;
  cy: number;
  /** Half the face's width and height in pixels. */
  rx: number;
  ry: number;
  /** One face unit in pixels, the same for everyone. */
  unit: number;
  /** How far the jaw has dropped, in half face heights. */
  drop: number;
}

/** A canvas colour; `shade` lightens above 1 and darkens below. */
export function paint(colour: Colour, alpha = 1, shade = 1): string {
  const [red, green, blue] = colour.map((part) => Math.round(Math.min(255, part * shade)));
  return `rgba(${red},${green},${blue},${alpha})`;
}

/**
 * A point of the face, (x, y) in half widths and heights, as the picture shows it: the face is a
 * bulging shell that turns around the neck; `bulge` lifts the point off the shell (nose, lips).
 */
export function project(stage: Stage, x: number, y: number, bulge = 0): Spot {
  const { pose, rx, ry, cx, cy } = stage;
  const bend = Math.min(0.97, 0.85 * x * x + 0.74 * y * y);
  const depth = (0.95 * Math.sqrt(1 - bend) + bulge) * rx;
  const turnedX = x * rx * Math.cos(pose.yaw) + depth * Math.sin(pose.yaw);
  const turnedDepth = depth * Math.cos(pose.yaw) - x * rx * Math.sin(pose.yaw);
  const bowedY = y * ry * Math.cos(pose.pitch) + turnedDepth * Math.sin(pose.pitch);
  return [
    cx + turnedX - 0.45 * rx * Math.sin(pose.yaw),
    cy + bowedY - 0.25 * rx * Math.sin(pose.pitch),
  ];
}

/** Straight outline through the spots, closed. */
export function polygon(pen: SKRSContext2D, spots: readonly Spot[]): void {
  pen.beginPath();
  spots.forEach(([x, y], index) => (index === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  pen.closePath();
}

/** Round outline that passes between the spots, closed. */
export function blob(pen: SKRSContext2D, spots: readonly Spot[]): void {
  const spot = (index: number): Spot => spots[index % spots.length] as Spot;
  const halfway = (a: Spot, b: Spot): Spot => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  pen.beginPath();
  pen.moveTo(...halfway(spot(spots.length - 1), spot(0)));
  spots.forEach((own, index) => pen.quadraticCurveTo(...own, ...halfway(own, spot(index + 1))));
  pen.closePath();
}

/** A soft patch of colour on the face: blush, shadow, stubble. */
export function smudge(
  stage: Stage,
  at: { x: number; y: number; rx: number; ry: number },
  colour: Colour,
  alpha: number,
): void {
  const { pen, rx } = stage;
  const radius = at.rx * rx;
  pen.save();
  pen.translate(...project(stage, at.x, at.y));
  pen.scale(1, at.ry / at.rx);
  const fade = pen.createRadialGradient(0, 0, 0, 0, 0, radius);
  fade.addColorStop(0, paint(colour, alpha));
  fade.addColorStop(1, paint(colour, 0));
  pen.fillStyle = fade;
  pen.fillRect(-radius, -radius, 2 * radius, 2 * radius);
  pen.restore();
}

export function oval(stage: Stage, spot: Spot, width: number, height: number, turn = 0): void {
  stage.pen.beginPath();
  stage.pen.ellipse(spot[0], spot[1], width, height, turn, 0, 2 * Math.PI);
}
