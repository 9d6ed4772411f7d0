import { palette as c } from '../palette.ts';
import { arrow, box, disc, ground, label, mark, path, ring, shape, worker } from '../pen.ts';
import type { DrawScene } from '../script-types.ts';

/** A building with scaffold and a worker on it. */
export const scaffoldScene: DrawScene = (pen) => {
  box(pen, 60, 60, 230, 370, c.tealPale);
  for (let row = 0; row < 5; row += 1)
    for (let col = 0; col < 3; col += 1)
      box(pen, 84 + col * 66, 84 + row * 70, 44, 42, c.surface, 4);
  for (const x of [318, 388, 458])
    path(
      pen,
      [
        [x, 40],
        [x, 430],
      ],
      c.soft,
      7,
    );
  for (const y of [130, 230, 330]) {
    box(pen, 304, y, 168, 10, c.orange, 2);
    path(
      pen,
      [
        [318, y - 52],
        [458, y - 52],
      ],
      c.soft,
      5,
    );
    path(
      pen,
      [
        [318, y - 26],
        [458, y - 26],
      ],
      c.soft,
      5,
    );
  }
  path(
    pen,
    [
      [318, 330],
      [458, 240],
    ],
    c.steel,
    4,
  );
  path(
    pen,
    [
      [318, 230],
      [458, 140],
    ],
    c.steel,
    4,
  );
  worker(pen, 390, 230, 84);
  ground(pen, 430);
};

/** The datum plane and the two metres above it. */
export const datumScene: DrawScene = (pen, step) => {
  ground(pen, 420);
  box(pen, 270, 250, 210, 168, c.tealPale);
  path(
    pen,
    [
      [270, 250],
      [480, 250],
    ],
    c.ink,
    5,
  );
  worker(pen, 380, 248, 120);
  path(
    pen,
    [
      [60, 418],
      [270, 418],
    ],
    c.orange,
    6,
    [14, 12],
  );
  path(
    pen,
    [
      [150, 250],
      [270, 250],
    ],
    c.steel,
    3,
    [8, 8],
  );
  if (step >= 0) {
    arrow(pen, [190, 414], [190, 254], c.orange, true);
    label(pen, '≥ 2 m', 120, 334, { size: 42, ink: c.orange });
  }
  label(pen, '坠落高度基准面', 150, 454, { size: 20, ink: c.soft });
};

/** A harness hooked above the head, and one hooked below the waist. */
export const harnessScene: DrawScene = (pen, step) => {
  for (const [x, right] of [
    [130, true],
    [390, false],
  ] as const) {
    path(
      pen,
      [
        [x - 100, 70],
        [x + 100, 70],
      ],
      c.soft,
      9,
    );
    box(pen, x - 90, 396, 180, 12, c.orange, 3);
    path(
      pen,
      [
        [x - 80, 408],
        [x - 80, 450],
      ],
      c.soft,
      7,
    );
    path(
      pen,
      [
        [x + 80, 408],
        [x + 80, 450],
      ],
      c.soft,
      7,
    );
    worker(pen, x, 396, 170);
    const hook: readonly [number, number] = right ? [x + 50, 74] : [x + 62, 392];
    path(pen, [[x + 6, 296], [x + 30, right ? 180 : 360], hook], c.red, 5);
    ring(pen, hook[0], hook[1], 9, c.ink, 5);
  }
  label(pen, '高挂低用', 130, 28, { size: 28, ink: c.green });
  label(pen, '低挂', 390, 28, { size: 28, ink: c.red });
  if (step >= 1) {
    mark(pen, 40, 130, true);
    mark(pen, 480, 130, false);
  }
};

/** Guardrail with its measures, and a covered opening. */
export const edgeScene: DrawScene = (pen, step) => {
  box(pen, 20, 330, 480, 26, c.steel);
  for (const x of [90, 270, 450])
    path(
      pen,
      [
        [x, 330],
        [x, 110],
      ],
      c.red,
      9,
    );
  path(
    pen,
    [
      [70, 114],
      [470, 114],
    ],
    c.red,
    9,
  );
  path(
    pen,
    [
      [70, 212],
      [470, 212],
    ],
    c.red,
    9,
  );
  box(pen, 70, 292, 400, 38, c.yellow);
  for (let x = 84; x < 470; x += 52)
    shape(
      pen,
      [
        [x, 330],
        [x + 22, 330],
        [x + 44, 292],
        [x + 22, 292],
      ],
      c.ink,
    );
  arrow(pen, [40, 328], [40, 116], c.ink, true);
  label(pen, '1.2 m', 50, 84, { size: 26 });
  label(pen, '180 mm 挡脚板', 360, 256, { size: 22 });
  if (step >= 2) {
    box(pen, 150, 400, 220, 22, c.orange, 4);
    path(
      pen,
      [
        [170, 390],
        [170, 432],
      ],
      c.ink,
      5,
    );
    path(
      pen,
      [
        [350, 390],
        [350, 432],
      ],
      c.ink,
      5,
    );
    label(pen, '洞口盖板，固定牢靠', 260, 448, { size: 20, ink: c.soft });
  }
};

/** Wind, fog and a stopped job. */
export const weatherScene: DrawScene = (pen, step) => {
  for (const [y, w] of [
    [90, 240],
    [130, 300],
    [170, 200],
  ] as const) {
    path(
      pen,
      [
        [40, y],
        [40 + w, y],
      ],
      c.teal,
      8,
    );
    pen.beginPath();
    pen.arc(40 + w, y - 18, 18, Math.PI / 2, -Math.PI / 2, true);
    pen.lineWidth = 8;
    pen.strokeStyle = c.teal;
    pen.stroke();
  }
  path(
    pen,
    [
      [380, 430],
      [380, 90],
    ],
    c.soft,
    9,
  );
  shape(
    pen,
    [
      [384, 92],
      [490, 110],
      [480, 142],
      [384, 150],
    ],
    c.orange,
  );
  label(pen, '6 级', 430, 122, { size: 26, ink: '#fff' });
  ground(pen, 430);
  worker(pen, 180, 428, 150);
  if (step >= 1) {
    disc(pen, 286, 300, 52, c.red);
    box(pen, 254, 290, 64, 20, '#fff', 3);
    label(pen, '停止作业', 286, 376, { size: 24, ink: c.red });
  }
};
