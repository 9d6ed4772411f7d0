import { runsOf } from './faces.ts';
import type { FaceName, Run } from './faces.ts';
import { colour } from './page.ts';
import type { Pdf } from './page.ts';

/** Part of a line in one weight and colour. */
export type Span = { readonly text: string; readonly face?: FaceName; readonly ink?: string };

export type LineStyle = {
  readonly size: number;
  readonly face?: FaceName;
  readonly ink?: string;
  readonly align?: 'left' | 'center' | 'right';
  /** Points between characters. */
  readonly tracking?: number;
};

const runWidth = (pdf: Pdf, run: Run, size: number, tracking = 0): number => {
  const tracks = [...run.text].length * tracking;
  if (!run.face) return size + tracks;
  return pdf.font(run.face, size).widthOfString(run.text) + tracks;
};

/** Width of a line in points, as it will be drawn. */
export function lineWidth(pdf: Pdf, text: string, style: LineStyle): number {
  const runs = runsOf(text, style.face ?? 'body');
  return runs.reduce((sum, run) => sum + runWidth(pdf, run, style.size, style.tracking), 0);
}

/** Draws one line whose baseline is `y`; `x` is its left, middle or right by `align`. Returns its width. */
export function drawLine(pdf: Pdf, text: string, x: number, y: number, style: LineStyle): number {
  const tracking = style.tracking ?? 0;
  // The tracking after the last character is no part of the line one sees.
  const width = lineWidth(pdf, text, style) - tracking;
  let at = x - (style.align === 'center' ? width / 2 : style.align === 'right' ? width : 0);
  for (const run of runsOf(text, style.face ?? 'body')) {
    drawRun(pdf, run, at, y, style);
    at += runWidth(pdf, run, style.size, tracking);
  }
  return width;
}

function drawRun(pdf: Pdf, run: Run, x: number, y: number, style: LineStyle): void {
  const ink = style.ink ?? colour.ink;
  if (!run.face) return drawCodePoint(pdf, run.text, x, y, style.size, ink);
  pdf.font(run.face, style.size).fillColor(ink);
  const spacing = style.tracking ? { characterSpacing: style.tracking } : {};
  // The fallback faces have one weight: among bold characters theirs get a thin outline.
  const bolder = run.face !== (style.face ?? 'body') && (style.face ?? 'body') !== 'body';
  if (bolder) pdf.lineWidth(style.size * 0.035).strokeColor(ink);
  pdf.text(run.text, x, y, {
    lineBreak: false,
    baseline: 'alphabetic',
    fill: true,
    stroke: bolder,
    ...spacing,
  });
}

// A character no face has: its code point in a frame, so that a reader can still tell which it is.
// ActualText carries the character itself for whoever copies, searches or listens.
function drawCodePoint(
  pdf: Pdf,
  character: string,
  x: number,
  y: number,
  size: number,
  ink: string,
): void {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(6, '0');
  pdf.markContent('Span', { actual: character });
  pdf.roundedRect(x + size * 0.06, y - size * 0.84, size * 0.88, size * 0.94, size * 0.08);
  pdf
    .lineWidth(size * 0.04)
    .strokeColor(ink)
    .stroke();
  pdf.font('strong', size * 0.36).fillColor(ink);
  [hex.slice(0, 3), hex.slice(3)].forEach((part, row) => {
    const left = x + (size - pdf.widthOfString(part)) / 2;
    pdf.text(part, left, y - size * 0.46 + row * size * 0.42, {
      lineBreak: false,
      baseline: 'alphabetic',
    });
  });
  pdf.endMarkedContent();
}

type Piece = { readonly text: string; readonly span: Span; readonly width: number };
type Row = { readonly pieces: Piece[]; readonly width: number };

const CLOSING = /^[，。、：；？！）》」』】〉％%,.:;?!)\]}·]/u;
const UNBREAKABLE = /[\w./:@+#%-]+|\s+|./gu;

/** Breaks spans into rows no wider than `width`; words and figures stay whole, no row begins with a closing mark. */
export function breakLines(
  pdf: Pdf,
  spans: readonly Span[],
  width: number,
  style: LineStyle,
  indent = 0,
): Row[] {
  const rows: { pieces: Piece[]; width: number }[] = [{ pieces: [], width: indent }];
  for (const span of spans)
    for (const [text] of span.text.matchAll(UNBREAKABLE))
      for (const part of fitting(pdf, text, span, width, style)) {
        const row = rows[rows.length - 1] as { pieces: Piece[]; width: number };
        const fits = row.width + part.width <= width || row.pieces.length === 0;
        if (fits || CLOSING.test(part.text)) {
          row.pieces.push(part);
          row.width += part.width;
        } else if (part.text.trim()) rows.push({ pieces: [part], width: part.width });
      }
  return rows;
}

// A word longer than a whole row is cut into characters: nothing ever runs off the paper.
function fitting(pdf: Pdf, text: string, span: Span, width: number, style: LineStyle): Piece[] {
  const face = span.face ?? style.face ?? 'body';
  const piece = (part: string): Piece => ({
    text: part,
    span,
    width: lineWidth(pdf, part, { ...style, face }),
  });
  const whole = piece(text);
  return whole.width <= width ? [whole] : [...text].map(piece);
}

export type Paragraph = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly leading: number;
  readonly indent?: number;
};

/** Draws a paragraph whose first baseline is `y`; returns the baseline after its last row. */
export function drawParagraph(
  pdf: Pdf,
  spans: readonly Span[],
  place: Paragraph,
  style: LineStyle,
): number {
  const rows = breakLines(pdf, spans, place.width, style, place.indent ?? 0);
  rows.forEach((row, i) => {
    const inner = i === 0 ? (place.indent ?? 0) : 0;
    const free = place.width - row.width;
    const shift = style.align === 'center' ? free / 2 : style.align === 'right' ? free : 0;
    let x = place.x + inner + shift;
    for (const run of joined(row.pieces)) {
      const face = run.span.face ?? style.face;
      const ink = run.span.ink ?? style.ink;
      drawLine(pdf, run.text, x, place.y + i * place.leading, {
        size: style.size,
        ...(face && { face }),
        ...(ink && { ink }),
      });
      x += run.width;
    }
  });
  return place.y + rows.length * place.leading;
}

// Neighbours of one span are drawn together: less to write, and copied text keeps its words.
function joined(pieces: readonly Piece[]): Piece[] {
  const runs: { text: string; span: Span; width: number }[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last?.span === piece.span) {
      last.text += piece.text;
      last.width += piece.width;
    } else runs.push({ ...piece });
  }
  return runs;
}
