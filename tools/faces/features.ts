import { oval, paint, project, type Spot, type Stage } from './stage.ts';

/** Outline of an opened eye around the pen's origin. */
function almond(stage: Stage, width: number, height: number): void {
  const { pen } = stage;
  pen.beginPath();
  pen.moveTo(-width, 0);
  pen.quadraticCurveTo(0, -1.9 * height, width, 0);
  pen.quadraticCurveTo(0, 1.25 * height, -width, 0);
  pen.closePath();
}

function drawEyeball(stage: Stage, width: number, height: number): void {
  const { pen, person } = stage;
  pen.fillStyle = 'rgb(236,232,228)';
  almond(stage, width, height);
  pen.fill();
  pen.save();
  pen.clip();
  const iris = 0.52 * width;
  const y = -0.12 * height;
  pen.fillStyle = paint(person.iris);
  oval(stage, [0, y], iris, iris);
  pen.fill();
  pen.fillStyle = 'rgb(10,8,8)';
  oval(stage, [0, y], 0.48 * iris, 0.48 * iris);
  pen.fill();
  pen.fillStyle = 'rgba(255,255,255,0.85)';
  oval(stage, [-0.3 * iris, y - 0.35 * iris], 0.17 * iris, 0.17 * iris);
  pen.fill();
  pen.fillStyle = 'rgba(30,15,12,0.35)';
  pen.fillRect(-width, -1.3 * height, 2 * width, 0.55 * height);
  pen.restore();
}

function arc(stage: Stage, from: Spot, over: Spot, to: Spot): void {
  const { pen } = stage;
  pen.beginPath();
  pen.moveTo(...from);
  pen.quadraticCurveTo(...over, ...to);
  pen.stroke();
}

function drawEye(stage: Stage, side: -1 | 1): void {
  const { pen, person, pose, rx, unit } = stage;
  // The eye that turns away looks narrower.
  const away = side * Math.sin(pose.yaw) > 0 ? Math.abs(Math.sin(pose.yaw)) : 0;
  const width = person.eye.width * rx * (1 - 0.35 * away);
  const height = width * person.eye.openness;
  pen.save();
  pen.translate(...project(stage, side * person.eye.gap, person.eye.y, 0.02));
  pen.rotate(-side * person.eye.tilt);
  drawEyeball(stage, width, height);
  pen.strokeStyle = 'rgba(25,14,12,0.95)';
  pen.lineWidth = 0.03 * unit;
  arc(stage, [-1.05 * width, 1], [0, -1.9 * height], [1.05 * width, 1]);
  pen.lineWidth = 0.014 * unit;
  pen.strokeStyle = paint(person.skin, 0.7, 0.5);
  arc(stage, [-0.9 * width, 0.3 * height], [0, 1.3 * height], [0.9 * width, 0.3 * height]);
  pen.strokeStyle = paint(person.skin, 0.6, 0.58);
  arc(stage, [-width, -0.5 * height], [0, -2.3 * height], [width, -0.5 * height]);
  pen.restore();
}

function drawBrow(stage: Stage, side: -1 | 1): void {
  const { pen, person, ry } = stage;
  const { eye, brow } = person;
  const y = eye.y - brow.above;
  pen.strokeStyle = paint(person.hair, 0.9, 0.9);
  pen.lineCap = 'round';
  pen.lineWidth = brow.thickness * ry;
  arc(
    stage,
    project(stage, side * (eye.gap - 0.2), y + 0.02),
    project(stage, side * eye.gap, y - 0.035 - 0.4 * brow.arch),
    project(stage, side * (eye.gap + 0.24), y + 0.03 - 0.2 * brow.arch),
  );
}

export function drawEyes(stage: Stage): void {
  for (const side of [-1, 1] as const) {
    drawEye(stage, side);
    drawBrow(stage, side);
  }
}

interface Mouth {
  left: Spot;
  right: Spot;
  /** Middle of the upper lip's lower edge and of the lower lip's upper edge. */
  upperIn: Spot;
  lowerIn: Spot;
  upperOut: Spot;
  lowerOut: Spot;
}

function mouthOf(stage: Stage): Mouth {
  const { person, pose, drop } = stage;
  const { lips } = person;
  const half = lips.width * (1 - 0.12 * pose.mouth);
  const gap = 0.95 * drop;
  return {
    left: project(stage, -half, lips.y + 0.35 * drop),
    right: project(stage, half, lips.y + 0.35 * drop),
    upperIn: project(stage, 0, lips.y - 0.008 - 0.015 * pose.mouth, 0.05),
    lowerIn: project(stage, 0, lips.y + gap, 0.05),
    upperOut: project(stage, 0, lips.y - 0.9 * lips.thickness, 0.05),
    lowerOut: project(stage, 0, lips.y + gap + 1.35 * lips.thickness, 0.05),
  };
}

/** Dark inside, teeth and tongue of an open mouth. */
function drawMouthInside(stage: Stage, mouth: Mouth): void {
  const { pen, pose } = stage;
  const { left, right, upperIn, lowerIn } = mouth;
  const open = lowerIn[1] - upperIn[1];
  pen.fillStyle = 'rgb(48,14,16)';
  pen.beginPath();
  pen.moveTo(...left);
  pen.quadraticCurveTo(upperIn[0], upperIn[1] - 6 * pose.mouth, ...right);
  pen.quadraticCurveTo(lowerIn[0], lowerIn[1] + 0.9 * (lowerIn[1] - left[1]), ...left);
  pen.closePath();
  pen.fill();
  pen.save();
  pen.clip();
  pen.fillStyle = 'rgb(230,224,214)';
  pen.fillRect(left[0] + 8, upperIn[1] - 6, right[0] - left[0] - 16, 6 + 0.22 * open);
  pen.fillStyle = 'rgb(150,70,72)';
  oval(stage, [lowerIn[0], lowerIn[1] + 0.25 * open], 0.28 * (right[0] - left[0]), 0.4 * open);
  pen.fill();
  pen.restore();
}

function drawLip(stage: Stage, mouth: Mouth, outer: Spot[], inner: Spot, shade: number): void {
  const { pen, person } = stage;
  pen.fillStyle = paint(person.lips.colour, 1, shade);
  pen.beginPath();
  pen.moveTo(...mouth.left);
  const [first, middle, last] = outer;
  if (first && middle && last) {
    pen.quadraticCurveTo(...first, ...middle);
    pen.quadraticCurveTo(...last, ...mouth.right);
  } else if (first) {
    pen.quadraticCurveTo(...first, ...mouth.right);
  }
  pen.quadraticCurveTo(...inner, ...mouth.left);
  pen.closePath();
  pen.fill();
}

export function drawMouth(stage: Stage): void {
  const { pen, person, pose, unit } = stage;
  const mouth = mouthOf(stage);
  const { left, right, upperIn, lowerIn, upperOut, lowerOut } = mouth;
  const { lips } = person;
  if (pose.mouth > 0.03) drawMouthInside(stage, mouth);
  const crest = (side: number): Spot =>
    project(stage, side * 0.35 * lips.width, lips.y - 1.1 * lips.thickness, 0.05);
  drawLip(
    stage,
    mouth,
    [crest(-1), upperOut, crest(1)],
    [upperIn[0], upperIn[1] - 4 * pose.mouth],
    0.86,
  );
  const below: Spot = [lowerOut[0], lowerOut[1] + 0.75 * (lowerOut[1] - left[1])];
  const above: Spot = [lowerIn[0], lowerIn[1] + 0.85 * (lowerIn[1] - left[1])];
  drawLip(stage, mouth, [below], above, 1.02);
  if (pose.mouth > 0.03) return;
  pen.strokeStyle = 'rgba(80,25,25,0.9)';
  pen.lineWidth = 0.02 * unit;
  arc(stage, left, upperIn, right);
}

export function drawExtras(stage: Stage): void {
  const { pen, person, rx, ry, unit } = stage;
  if (person.mole) {
    pen.fillStyle = 'rgba(60,30,20,0.9)';
    oval(stage, project(stage, ...person.mole), 0.025 * unit, 0.025 * unit);
    pen.fill();
  }
  if (!person.glasses) return;
  pen.strokeStyle = 'rgba(25,25,28,0.95)';
  pen.lineWidth = 0.035 * unit;
  for (const side of [-1, 1]) {
    const lens = project(stage, side * person.eye.gap, person.eye.y + 0.02, 0.05);
    oval(stage, lens, 0.26 * rx, 0.17 * ry);
    pen.stroke();
  }
  pen.beginPath();
  pen.moveTo(...project(stage, -0.14, person.eye.y, 0.1));
  pen.lineTo(...project(stage, 0.14, person.eye.y, 0.1));
  pen.stroke();
}
