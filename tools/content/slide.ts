import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { fileURLToPath } from 'node:url';
import { palette as c } from './palette.ts';
import { box, frame, label } from './pen.ts';
import type { LessonScript } from './script-types.ts';

export const slideSize = { width: 1280, height: 720 } as const;

/** Registers the faces the slides are set in; call once before drawing. */
export function loadSlideFonts(): void {
  const face = (path: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/${path}`));
  GlobalFonts.registerFromPath(face('noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'), 'Lesson');
  GlobalFonts.registerFromPath(face('noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'), 'LessonBold');
  GlobalFonts.registerFromPath(face('noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'), 'LessonSeal');
}

/**
 * Draws one frame of a lesson: slide `at`, lines up to cue `step` (0-based), the last one lit.
 * Returns PNG bytes of 1280 × 720. `done` runs from 0 to 1 along the bottom line.
 */
export function drawSlide(lesson: LessonScript, at: number, step: number, done: number): Buffer {
  const canvas = createCanvas(slideSize.width, slideSize.height);
  const pen = canvas.getContext('2d');
  const slide = lesson.slides[at];
  if (!slide) throw new Error(`lesson ${lesson.slug} has no slide ${at}`);
  box(pen, 0, 0, 1280, 720, c.paper);
  box(pen, 0, 712, 1280, 8, c.line);
  box(pen, 0, 712, 1280 * done, 8, c.teal);
  drawHeader(pen, lesson, at);
  if (at === 0) drawTitle(pen, lesson);
  else
    drawLines(
      pen,
      slide.heading,
      slide.cues.map((cue) => cue.show),
      step,
    );
  drawPicture(pen, () => slide.draw(pen, step));
  return canvas.toBuffer('image/png');
}

function drawHeader(pen: SKRSContext2D, lesson: LessonScript, at: number): void {
  box(pen, 64, 40, 44, 44, c.teal, 8);
  frame(pen, [68, 44, 36, 36], '#fff', 1.5, 5);
  pen.font = '26px LessonSeal';
  pen.fillStyle = '#fff';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText('续', 86, 61);
  label(pen, at === 0 ? '续证 继续教育' : lesson.title, 124, 62, {
    size: 22,
    ink: c.soft,
    align: 'left',
    bold: false,
  });
  label(pen, `${at + 1} / ${lesson.slides.length}`, 1216, 62, {
    size: 22,
    ink: c.soft,
    align: 'right',
    bold: false,
  });
}

function drawTitle(pen: SKRSContext2D, lesson: LessonScript): void {
  box(pen, 64, 262, 8, 128, c.orange, 4);
  const size = lesson.title.length > 7 ? 56 : 68;
  label(pen, lesson.title, 96, 300, { size, align: 'left' });
  label(pen, lesson.topic, 96, 370, { size: 28, ink: c.teal, align: 'left' });
  pen.font = '28px Lesson';
  wrap(pen, lesson.aim, 540).forEach((line, i) =>
    label(pen, line, 64, 446 + i * 46, { size: 28, ink: c.soft, align: 'left', bold: false }),
  );
}

function drawLines(
  pen: SKRSContext2D,
  heading: string,
  lines: readonly string[],
  step: number,
): void {
  label(pen, heading, 64, 164, { size: 46, align: 'left' });
  box(pen, 64, 204, 72, 6, c.orange, 3);
  let y = 244;
  lines.forEach((line, i) => {
    if (i > step) return;
    const lit = i === step;
    pen.font = `30px ${lit ? 'LessonBold' : 'Lesson'}`;
    const rows = wrap(pen, line, 512);
    const tall = rows.length * 44 + 40;
    box(pen, 64, y, 600, tall, lit ? c.surface : c.paper, 12);
    if (lit) frame(pen, [64, y, 600, tall], c.line, 2, 12);
    box(pen, 64, y + 16, 6, tall - 32, lit ? c.teal : c.steel, 3);
    rows.forEach((row, n) =>
      label(pen, row, 96, y + 42 + n * 44, {
        size: 30,
        ink: lit ? c.ink : c.soft,
        align: 'left',
        bold: lit,
      }),
    );
    y += tall + 20;
  });
}

function drawPicture(pen: SKRSContext2D, draw: () => void): void {
  box(pen, 696, 118, 520, 540, c.surface, 16);
  frame(pen, [696, 118, 520, 540], c.line, 2, 16);
  pen.save();
  pen.translate(712, 158);
  pen.scale(0.94, 0.94);
  draw();
  pen.restore();
}

/** Breaks a line of Chinese text by width; a line never begins with punctuation. */
function wrap(pen: SKRSContext2D, text: string, width: number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    const closing = !word.isWordLike;
    if (row && !closing && pen.measureText(row + word.segment).width > width) {
      rows.push(row.trim());
      row = '';
    }
    row += word.segment;
  }
  return row ? [...rows, row.trim()] : rows;
}
