import { palette as c } from '../palette.ts';
import { arrow, box, disc, frame, ground, label, mark, path, ring, shape, worker } from '../pen.ts';
import type { DrawScene } from '../script-types.ts';

const bolt = (x: number, y: number, k: number): [number, number][] => [
  [x + 20 * k, y],
  [x - 24 * k, y + 58 * k],
  [x - 2 * k, y + 58 * k],
  [x - 18 * k, y + 110 * k],
  [x + 30 * k, y + 42 * k],
  [x + 6 * k, y + 42 * k],
];

/** A flame as two nested drops. */
function flame(pen: Parameters<DrawScene>[0], x: number, y: number, k: number): void {
  for (const [size, fill] of [
    [1, c.orange],
    [0.55, c.yellow],
  ] as const) {
    const s = k * size;
    pen.beginPath();
    pen.moveTo(x, y - 120 * s);
    pen.bezierCurveTo(x + 70 * s, y - 60 * s, x + 60 * s, y, x, y);
    pen.bezierCurveTo(x - 60 * s, y, x - 64 * s, y - 50 * s, x - 24 * s, y - 78 * s);
    pen.bezierCurveTo(x - 18 * s, y - 60 * s, x - 4 * s, y - 84 * s, x, y - 120 * s);
    pen.fillStyle = fill;
    pen.fill();
  }
}

/** A distribution cabinet with a warning sign. */
export const cabinetScene: DrawScene = (pen) => {
  box(pen, 70, 60, 220, 340, c.yellow, 12);
  frame(pen, [70, 60, 220, 340], c.ink, 6, 12);
  shape(
    pen,
    [
      [180, 110],
      [240, 214],
      [120, 214],
    ],
    c.ink,
  );
  shape(pen, bolt(178, 128, 0.68), c.yellow);
  box(pen, 250, 260, 14, 46, c.ink, 4);
  path(
    pen,
    [
      [110, 400],
      [110, 430],
    ],
    c.ink,
    9,
  );
  path(
    pen,
    [
      [250, 400],
      [250, 430],
    ],
    c.ink,
    9,
  );
  flame(pen, 410, 430, 1.7);
  ground(pen, 432);
};

/** Main box, branch box, switch box: three levels, two protections. */
export const levelsScene: DrawScene = (pen, step) => {
  const rows = [
    ['总配电箱', 40, true],
    ['分配电箱', 190, false],
    ['开关箱', 340, true],
  ] as const;
  rows.forEach(([name, y, guarded], i) => {
    box(pen, 60, y, 220, 96, i === 2 ? c.orangePale : c.tealPale, 10);
    frame(pen, [60, y, 220, 96], i === 2 ? c.orange : c.teal, 5, 10);
    label(pen, name, 170, y + 48, { size: 30 });
    if (i > 0) arrow(pen, [170, y - 52], [170, y - 4], c.ink);
    if (guarded && step >= 2) {
      box(pen, 320, y + 22, 180, 52, c.green, 26);
      label(pen, '漏电保护', 410, y + 48, { size: 24, ink: '#fff' });
    }
  });
  if (step >= 1) label(pen, '不大于 30 m', 330, 312, { size: 22, ink: c.soft });
};

/** One machine, one switch box, with the yellow-green protective line. */
export const machineScene: DrawScene = (pen, step) => {
  box(pen, 40, 150, 140, 170, c.orangePale, 10);
  frame(pen, [40, 150, 140, 170], c.orange, 5, 10);
  label(pen, '开关箱', 110, 190, { size: 26 });
  box(pen, 70, 220, 34, 56, c.surface, 4);
  box(pen, 116, 220, 34, 56, c.surface, 4);
  box(pen, 84, 230, 8, 26, c.ink);
  disc(pen, 133, 262, 6, c.red);
  box(pen, 350, 210, 140, 110, c.steel, 10);
  disc(pen, 420, 262, 36, c.soft);
  ring(pen, 420, 262, 22, c.surface, 6);
  label(pen, '固定设备', 420, 190, { size: 24 });
  path(
    pen,
    [
      [180, 240],
      [350, 240],
    ],
    c.ink,
    7,
  );
  if (step >= 1) {
    for (let x = 180; x < 350; x += 34) {
      path(
        pen,
        [
          [x, 290],
          [x + 17, 290],
        ],
        c.green,
        8,
      );
      path(
        pen,
        [
          [x + 17, 290],
          [Math.min(x + 34, 350), 290],
        ],
        c.yellow,
        8,
      );
    }
    label(pen, 'PE 线', 265, 318, { size: 22, ink: c.green });
  }
  arrow(pen, [184, 130], [346, 130], c.orange, true);
  label(pen, '不大于 3 m', 265, 98, { size: 28, ink: c.orange });
  ground(pen, 400);
};

/** Three lamps for 36, 24 and 12 volts. */
export const lampScene: DrawScene = (pen, step) => {
  const rows = [
    ['36 V', '隧道、人防、高温'],
    ['24 V', '潮湿、易触及带电体'],
    ['12 V', '金属容器内、特别潮湿'],
  ] as const;
  rows.forEach(([volts, place], i) => {
    const y = 76 + i * 148;
    const lit = i <= step;
    path(
      pen,
      [
        [70, y - 70],
        [70, y - 36],
      ],
      c.ink,
      6,
    );
    disc(pen, 70, y, 42, lit ? c.yellow : c.line);
    box(pen, 54, y - 46, 32, 18, c.ink, 4);
    label(pen, volts, 150, y, { size: 46, align: 'left', ink: lit ? c.teal : c.steel });
    label(pen, place, 272, y + 2, { size: 24, align: 'left', ink: lit ? c.ink : c.steel });
  });
};

/** Gas bottles and the open flame, with their distances. */
export const hotWorkScene: DrawScene = (pen, step) => {
  for (const [x, fill, name] of [
    [70, c.teal, '氧气'],
    [210, c.orange, '乙炔'],
  ] as const) {
    box(pen, x - 30, 200, 60, 190, fill, 22);
    box(pen, x - 10, 172, 20, 34, c.ink, 4);
    label(pen, name, x, 300, { size: 24, ink: '#fff' });
  }
  flame(pen, 440, 392, 1.1);
  ground(pen, 394);
  if (step >= 1) {
    arrow(pen, [72, 140], [208, 140], c.ink, true);
    label(pen, '≥ 5 m', 140, 108, { size: 28 });
    arrow(pen, [246, 220], [430, 220], c.red, true);
    label(pen, '≥ 10 m', 338, 186, { size: 28, ink: c.red });
  }
  box(pen, 330, 20, 170, 96, c.surface, 8);
  frame(pen, [330, 20, 170, 96], c.red, 4, 8);
  label(pen, '动火许可证', 415, 54, { size: 24, ink: c.red });
  label(pen, '监护人 在场', 415, 90, { size: 20, ink: c.soft });
};

/** Extinguisher, worker and exit. */
export const escapeScene: DrawScene = (pen, step) => {
  box(pen, 60, 190, 76, 190, c.red, 26);
  box(pen, 84, 160, 28, 34, c.ink, 4);
  path(
    pen,
    [
      [112, 174],
      [150, 170],
      [158, 250],
    ],
    c.ink,
    8,
  );
  box(pen, 74, 250, 48, 50, '#fff', 4);
  label(pen, '灭火器', 98, 276, { size: 15, ink: c.red });
  box(pen, 350, 130, 140, 250, c.green, 6);
  box(pen, 372, 154, 96, 226, c.surface, 4);
  label(pen, '安全出口', 420, 106, { size: 26, ink: c.green });
  worker(pen, 240, 382, 150, 'forward');
  if (step >= 0) arrow(pen, [282, 350], [348, 350], c.green);
  ground(pen, 384);
  if (step >= 1) mark(pen, 98, 110, true);
};
