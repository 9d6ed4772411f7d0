import type { Colour } from './person.ts';
import { blob, oval, paint, polygon, project, smudge, type Spot, type Stage } from './stage.ts';

const SHADOW: Colour = [52, 28, 22];
const BLUSH: Colour = [208, 108, 94];

/** Hair behind the head, shoulders, neck. */
export function drawTorso(stage: Stage): void {
  const { pen, person, cx, cy, rx, ry, pose } = stage;
  const bald = person.hairStyle === 'bald';
  pen.fillStyle = paint(person.hair);
  const crown: Spot = [cx + 0.1 * rx * Math.sin(pose.yaw), cy - 0.22 * ry];
  oval(stage, crown, rx * (bald ? 1.02 : 1.16), ry * (bald ? 0.85 : 0.98));
  pen.fill();
  if (person.hairStyle === 'long')
    pen.fillRect(cx - 1.16 * rx, cy - 0.2 * ry, 2.32 * rx, 1.35 * ry);
  pen.fillStyle = paint(person.clothes);
  oval(stage, [cx, cy + 2 * ry], 2.1 * rx, 0.86 * ry);
  pen.fill();
  const round = pen.createLinearGradient(cx - 0.5 * rx, 0, cx + 0.5 * rx, 0);
  round.addColorStop(0, paint(person.skin, 1, 0.62));
  round.addColorStop(0.46, paint(person.skin, 1, 0.86));
  round.addColorStop(1, paint(person.skin, 1, 0.58));
  pen.fillStyle = round;
  pen.fillRect(cx - 0.48 * rx, cy + 0.55 * ry, 0.96 * rx, 0.76 * ry);
  pen.fillStyle = 'rgba(0,0,0,0.18)';
  oval(stage, [cx, cy + (0.98 + 0.5 * stage.drop) * ry], 0.48 * rx, 0.14 * ry);
  pen.fill();
}

function outline(stage: Stage): Spot[] {
  const { person, cx, cy, rx, ry, pose } = stage;
  return Array.from({ length: 40 }, (_, step) => {
    const turn = (step / 40) * 2 * Math.PI;
    const down = Math.sin(turn);
    const pull = down > 0 ? down ** 1.6 : 0;
    const x = Math.cos(turn) * (1 - 0.75 * (1 - person.jaw) * pull);
    const y = down > 0 ? down * person.chin * 0.98 + stage.drop * pull : down;
    const shift = 0.1 * Math.sin(pose.yaw) * (1 - 0.3 * Math.abs(y));
    return [
      cx + rx * (x * (0.12 * Math.cos(pose.yaw) + 0.88) + shift),
      cy + ry * (y * (0.1 * Math.cos(pose.pitch) + 0.9) + 0.12 * Math.sin(pose.pitch)),
    ];
  });
}

/** Ears and the skin of the face; leaves the pen clipped to the face. */
export function drawSkin(stage: Stage): void {
  const { pen, person, cx, cy, rx, ry, pose } = stage;
  pen.fillStyle = paint(person.skin, 1, 0.8);
  for (const side of [-1, 1]) {
    oval(stage, project(stage, side, 0.02), 0.11 * rx, 0.17 * ry, side * 0.15);
    pen.fill();
  }
  const lightX = cx - 0.22 * rx + 0.5 * rx * Math.sin(pose.yaw);
  const light = pen.createRadialGradient(lightX, cy - 0.25 * ry, 0.1 * rx, cx, cy, 1.15 * ry);
  light.addColorStop(0, paint(person.skin, 1, 1.08));
  light.addColorStop(0.55, paint(person.skin, 1, 0.98));
  light.addColorStop(0.85, paint(person.skin, 1, 0.82));
  light.addColorStop(1, paint(person.skin, 1, 0.6));
  blob(pen, outline(stage));
  pen.fillStyle = light;
  pen.fill();
  pen.clip();
}

/** Light and shadow that make the shell a head. */
export function drawShading(stage: Stage): void {
  const { person, drop } = stage;
  for (const side of [-1, 1]) {
    smudge(stage, { x: 0.5 * side, y: 0.25, rx: 0.34, ry: 0.34 }, BLUSH, 0.16);
    smudge(stage, { x: 0.93 * side, y: 0.27, rx: 0.48, ry: 0.86 }, SHADOW, side > 0 ? 0.3 : 0.22);
    const socket = { x: 0.42 * side, y: person.eye.y - 0.02, rx: 0.33, ry: 0.24 };
    smudge(stage, socket, SHADOW, 0.28);
  }
  smudge(stage, { x: 0, y: -0.55, rx: 0.6, ry: 0.4 }, [255, 245, 235], 0.2);
  smudge(stage, { x: 0, y: person.lips.y + 0.17 + drop, rx: 0.26, ry: 0.12 }, SHADOW, 0.28);
  if (!person.beard) return;
  smudge(stage, { x: 0, y: 0.8 + drop, rx: 0.75, ry: 0.5 }, person.hair, 0.55);
  smudge(stage, { x: 0, y: person.lips.y - 0.12, rx: 0.36, ry: 0.1 }, person.hair, 0.45);
}

function drawNoseBridge(stage: Stage, from: number, to: number): Spot {
  const { pen, person, rx } = stage;
  const tip = project(stage, 0, to - 0.07, 0.28);
  const [rightX, rightY] = project(stage, person.nose.width, to, 0.1);
  pen.fillStyle = paint(person.skin, 0.75, 0.8);
  polygon(pen, [
    project(stage, 0, from - 0.06, 0.06),
    project(stage, 0.14, from + 0.1, 0.1),
    [rightX, rightY - 0.03 * rx],
    tip,
  ]);
  pen.fill();
  pen.fillStyle = paint(person.skin, 0.6, 1.12);
  polygon(pen, [
    project(stage, -0.035, from, 0.08),
    project(stage, 0.03, from, 0.08),
    [tip[0] + 0.045 * rx, tip[1]],
    [tip[0] - 0.06 * rx, tip[1]],
  ]);
  pen.fill();
  return tip;
}

export function drawNose(stage: Stage): void {
  const { pen, person, rx, unit } = stage;
  const from = person.eye.y + 0.02;
  const to = from + person.nose.length;
  const tip = drawNoseBridge(stage, from, to);
  const shine = pen.createRadialGradient(tip[0] - 3, tip[1] - 3, 1, tip[0], tip[1], 0.2 * rx);
  shine.addColorStop(0, paint(person.skin, 0.9, 1.14));
  shine.addColorStop(1, paint(person.skin, 0, 0.9));
  pen.fillStyle = shine;
  pen.fillRect(tip[0] - 0.25 * rx, tip[1] - 0.25 * rx, 0.5 * rx, 0.5 * rx);
  pen.strokeStyle = paint(person.skin, 0.8, 0.55);
  pen.lineWidth = 0.022 * unit;
  for (const side of [-1, 1]) {
    const [x, y] = project(stage, side * person.nose.width, to, 0.1);
    pen.beginPath();
    const [start, end] = side < 0 ? [1.2, 4] : [-0.9, 1.9];
    pen.arc(x - side * 0.02 * unit, y - 0.03 * unit, 0.07 * unit, start as number, end as number);
    pen.stroke();
    pen.fillStyle = 'rgba(42,20,15,0.75)';
    const nostril = project(stage, side * person.nose.width * 0.48, to + 0.005, 0.13);
    oval(stage, nostril, 0.045 * unit, 0.022 * unit, side * 0.3);
    pen.fill();
  }
  smudge(stage, { x: 0, y: to + 0.05, rx: 0.2, ry: 0.08 }, SHADOW, 0.3);
}

/** Hair over the forehead; the bald have none. */
export function drawFringe(stage: Stage): void {
  const { pen, person, cx, cy, rx, ry, pose } = stage;
  if (person.hairStyle === 'bald') return;
  const line = { parted: -0.62, long: -0.75, short: -0.52 }[person.hairStyle];
  const crownX = cx + 0.1 * rx * Math.sin(pose.yaw);
  pen.fillStyle = paint(person.hair, 1, 1.1);
  pen.beginPath();
  pen.moveTo(...project(stage, -1.02, -0.45));
  pen.quadraticCurveTo(cx - 1.15 * rx, cy - 1.2 * ry, crownX, cy - 1.2 * ry);
  pen.quadraticCurveTo(cx + 1.15 * rx, cy - 1.2 * ry, ...project(stage, 1.02, -0.45));
  pen.quadraticCurveTo(...project(stage, 0.45, line - 0.1), ...project(stage, -0.3, line));
  pen.quadraticCurveTo(...project(stage, -0.8, line + 0.05), ...project(stage, -1.02, -0.45));
  pen.closePath();
  pen.fill();
}
