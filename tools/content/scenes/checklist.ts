import { palette as c } from '../palette.ts';
import { box, frame, label, mark, worker } from '../pen.ts';
import type { DrawScene } from '../script-types.ts';

/** A clipboard whose lines are ticked, for the last slide of a lesson. */
export function checklistScene(lines: readonly string[]): DrawScene {
  return (pen, step) => {
    box(pen, 70, 40, 320, 400, c.surface, 16);
    frame(pen, [70, 40, 320, 400], c.teal, 6, 16);
    box(pen, 170, 20, 120, 44, c.teal, 10);
    lines.forEach((line, i) => {
      const y = 120 + i * 76;
      box(pen, 154, y + 26, 200, 2, c.line);
      label(pen, line, 158, y, { size: 26, align: 'left' });
      if (step >= 0) mark(pen, 120, y, true, 18);
    });
    worker(pen, 450, 440, 170);
  };
}
