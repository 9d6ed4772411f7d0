import { palette as c } from '../palette.ts';
import { arrow, box, disc, frame, ground, label, mark, path, ring, shape, worker } from '../pen.ts';
import type { DrawScene } from '../script-types.ts';

/** A mixer truck in front of a frame of columns. */
export const truckScene: DrawScene = (pen) => {
  for (const x of [60, 190, 320, 450]) box(pen, x, 60, 22, 370, c.line);
  for (const y of [60, 200]) box(pen, 40, y, 450, 20, c.line);
  shape(
    pen,
    [
      [60, 300],
      [140, 236],
      [300, 236],
      [350, 300],
      [300, 350],
      [120, 350],
    ],
    c.teal,
  );
  for (const x of [140, 200, 260])
    shape(
      pen,
      [
        [x, 238],
        [x + 22, 238],
        [x - 2, 348],
        [x - 24, 348],
      ],
      c.tealPale,
    );
  shape(
    pen,
    [
      [60, 300],
      [30, 286],
      [20, 350],
      [34, 356],
      [58, 330],
    ],
    c.soft,
  );
  box(pen, 60, 350, 400, 24, c.ink, 4);
  box(pen, 360, 250, 104, 100, c.orange, 12);
  box(pen, 396, 268, 52, 38, c.tealPale, 6);
  for (const x of [120, 200, 410]) {
    disc(pen, x, 390, 36, c.ink);
    disc(pen, x, 390, 15, c.steel);
  }
  ground(pen, 428);
};

/** The slump cone beside the fallen heap. */
export const slumpScene: DrawScene = (pen, step) => {
  ground(pen, 390);
  shape(
    pen,
    [
      [70, 388],
      [112, 150],
      [178, 150],
      [220, 388],
    ],
    c.steel,
  );
  path(
    pen,
    [
      [112, 150],
      [178, 150],
    ],
    c.ink,
    5,
  );
  label(pen, '坍落度筒', 145, 420, { size: 22, ink: c.soft });
  shape(
    pen,
    [
      [280, 388],
      [310, 290],
      [350, 258],
      [420, 258],
      [460, 292],
      [496, 388],
    ],
    c.soft,
  );
  for (const [x, y] of [
    [330, 330],
    [380, 300],
    [430, 350],
    [360, 360],
    [410, 320],
  ] as const)
    disc(pen, x, y, 9, c.line);
  path(
    pen,
    [
      [178, 150],
      [480, 150],
    ],
    c.orange,
    4,
    [10, 8],
  );
  if (step >= 1) {
    arrow(pen, [385, 154], [385, 254], c.orange, true);
    label(pen, '坍落度', 440, 204, { size: 26, ink: c.orange });
  }
  box(pen, 60, 30, 400, 70, c.surface, 10);
  frame(pen, [60, 30, 400, 70], c.teal, 4, 10);
  label(pen, step >= 0 ? '强度等级  配合比  出厂时间' : '', 260, 66, { size: 24, ink: c.teal });
};

/** Pouring in layers with a vibrator. */
export const pourScene: DrawScene = (pen, step) => {
  for (const x of [120, 372]) box(pen, x, 120, 20, 300, c.orange, 3);
  const layers = Math.min(step + 2, 4);
  for (let i = 0; i < layers; i += 1)
    box(pen, 140, 354 - i * 62, 232, 60, i % 2 ? c.steel : c.soft);
  const top = 354 - (layers - 1) * 62;
  path(
    pen,
    [
      [256, 20],
      [256, top + 76],
    ],
    c.ink,
    12,
  );
  box(pen, 246, top + 20, 20, 66, c.red, 8);
  for (const r of [26, 44]) {
    pen.beginPath();
    pen.arc(256, top + 56, r, -0.7, 0.7);
    pen.moveTo(256 + r * Math.cos(Math.PI - 0.7), top + 56 + r * Math.sin(Math.PI - 0.7));
    pen.arc(256, top + 56, r, Math.PI - 0.7, Math.PI + 0.7);
    pen.strokeStyle = c.surface;
    pen.lineWidth = 5;
    pen.stroke();
  }
  label(pen, '插入下层 ≥ 50 mm', 256, 448, { size: 24, ink: c.red });
  label(pen, '快插慢拔', 440, 80, { size: 28, ink: c.teal });
  ground(pen, 420, 30, 490);
};

/** Covered, watered slab with a calendar of days. */
export const curingScene: DrawScene = (pen, step) => {
  box(pen, 40, 330, 440, 70, c.steel, 4);
  pen.beginPath();
  pen.moveTo(30, 330);
  for (let x = 30; x < 490; x += 46) pen.quadraticCurveTo(x + 23, 300, x + 46, 326);
  pen.strokeStyle = c.teal;
  pen.lineWidth = 9;
  pen.stroke();
  for (const [x, y] of [
    [80, 250],
    [150, 276],
    [230, 256],
    [320, 274],
    [400, 248],
    [450, 280],
  ] as const) {
    shape(
      pen,
      [
        [x, y - 18],
        [x + 9, y + 2],
        [x - 9, y + 2],
      ],
      c.teal,
    );
    disc(pen, x, y + 4, 9, c.teal);
  }
  for (const [i, days, note] of [
    [0, '7 天', '普通硅酸盐水泥'],
    [1, '14 天', '抗渗、缓凝、C60 以上'],
  ] as const) {
    if (i > step) continue;
    const x = 30 + i * 250;
    box(pen, x, 40, 220, 128, c.paper, 12);
    frame(pen, [x, 40, 220, 128], c.line, 3, 12);
    box(pen, x, 40, 220, 26, c.orange, 12);
    label(pen, `≥ ${days}`, x + 110, 102, { size: 40, ink: c.ink });
    label(pen, note, x + 110, 142, { size: 19, ink: c.soft });
  }
  ground(pen, 402);
};

/** Cube specimens in a curing room. */
export const specimenScene: DrawScene = (pen, step) => {
  box(pen, 50, 60, 420, 340, c.tealPale, 16);
  frame(pen, [50, 60, 420, 340], c.teal, 6, 16);
  for (const x of [110, 230, 350]) {
    shape(
      pen,
      [
        [x, 300],
        [x + 60, 300],
        [x + 60, 240],
        [x, 240],
      ],
      c.soft,
    );
    shape(
      pen,
      [
        [x, 240],
        [x + 22, 220],
        [x + 82, 220],
        [x + 60, 240],
      ],
      c.steel,
    );
    shape(
      pen,
      [
        [x + 60, 240],
        [x + 82, 220],
        [x + 82, 280],
        [x + 60, 300],
      ],
      c.ink,
    );
  }
  path(
    pen,
    [
      [90, 304],
      [450, 304],
    ],
    c.ink,
    6,
  );
  label(pen, '150 mm', 140, 330, { size: 20, ink: c.soft });
  if (step >= 1) {
    label(pen, '20 ± 2 ℃', 160, 130, { size: 36, ink: c.orange });
    label(pen, '湿度 ≥ 95 %', 350, 130, { size: 32, ink: c.teal });
    label(pen, '28 天', 260, 366, { size: 32 });
  }
};

/** A magnifying glass over honeycombing. */
export const defectScene: DrawScene = (pen, step) => {
  box(pen, 60, 50, 300, 370, c.steel, 6);
  for (const [x, y, r] of [
    [130, 160, 10],
    [150, 184, 14],
    [176, 160, 8],
    [126, 200, 9],
    [170, 206, 11],
  ] as const)
    disc(pen, x, y, r, c.ink);
  for (const y of [300, 330])
    path(
      pen,
      [
        [180, y],
        [320, y],
      ],
      '#8A4B2A',
      8,
    );
  ring(pen, 150, 180, 66, c.orange, 9);
  path(
    pen,
    [
      [198, 228],
      [262, 292],
    ],
    c.orange,
    14,
  );
  label(pen, '蜂窝', 290, 130, { size: 26 });
  label(pen, '露筋', 290, 366, { size: 26 });
  worker(pen, 440, 420, 160, 'down');
  if (step >= 1) mark(pen, 440, 210, true, 26);
};
