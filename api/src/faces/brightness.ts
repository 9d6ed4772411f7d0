import type { Box } from '@xuzheng/engine';
import type { Pixels } from './picture.ts';

function lumaAt(pixels: Pixels, x: number, y: number): number {
  const offset = (y * pixels.width + x) * 3;
  const { data } = pixels;
  return (
    0.299 * (data[offset] ?? 0) + 0.587 * (data[offset + 1] ?? 0) + 0.114 * (data[offset + 2] ?? 0)
  );
}

const clamp = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));

/** Mean brightness of a box, 0–255; of the whole picture without one. Every second pixel counts. */
export function meanLuma(pixels: Pixels, box?: Box): number {
  const left = clamp(box?.x ?? 0, pixels.width - 1);
  const top = clamp(box?.y ?? 0, pixels.height - 1);
  const right = clamp((box?.x ?? 0) + (box?.width ?? pixels.width), pixels.width);
  const bottom = clamp((box?.y ?? 0) + (box?.height ?? pixels.height), pixels.height);
  let sum = 0;
  let count = 0;
  for (let y = top; y < bottom; y += 2) {
    for (let x = left; x < right; x += 2) {
      sum += lumaAt(pixels, x, y);
      count += 1;
    }
  }
  return count === 0 ? 0 : sum / count;
}

/** Mean brightness of one cell of a grid laid over a box. */
function gridLuma(pixels: Pixels, box: Box, columns: number, rows: number): number[] {
  return Array.from({ length: columns * rows }, (_, cell) =>
    meanLuma(pixels, {
      x: box.x + ((cell % columns) * box.width) / columns,
      y: box.y + (Math.floor(cell / columns) * box.height) / rows,
      width: Math.max(2, box.width / columns),
      height: Math.max(2, box.height / rows),
    }),
  );
}

/** How sharp a face is: variance of its Laplacian after scaling it to 150 px width. */
export function sharpnessOf(pixels: Pixels, box: Box): number {
  const side = 150;
  const sample = (column: number, row: number): number =>
    lumaAt(
      pixels,
      clamp(box.x + (column / side) * box.width, pixels.width - 1),
      clamp(box.y + (row / side) * box.height, pixels.height - 1),
    );
  const values: number[] = [];
  for (let row = 1; row < side - 1; row += 1) {
    for (let column = 1; column < side - 1; column += 1) {
      const around =
        sample(column - 1, row) +
        sample(column + 1, row) +
        sample(column, row - 1) +
        sample(column, row + 1);
      values.push(around - 4 * sample(column, row));
    }
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

/**
 * 64 bits that stay nearly the same for nearly the same picture: does brightness rise from cell to
 * cell of a 9 × 8 grid. As a signed decimal, the way a `bigint` column holds it. A hint for people
 * only: somebody who sits calmly is at 0–6 bits from themself.
 */
export function perceptualHash(pixels: Pixels): string {
  const whole: Box = { x: 0, y: 0, width: pixels.width, height: pixels.height };
  const cells = gridLuma(pixels, whole, 9, 8);
  let bits = 0n;
  for (let row = 0; row < 8; row += 1) {
    for (let column = 0; column < 8; column += 1) {
      const here = cells[row * 9 + column] ?? 0;
      const next = cells[row * 9 + column + 1] ?? 0;
      bits = (bits << 1n) | (next > here ? 1n : 0n);
    }
  }
  return BigInt.asIntN(64, bits).toString();
}
