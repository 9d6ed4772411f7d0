import { colour, sheet } from './page.ts';
import type { Pdf } from './page.ts';
import { breakLines, drawLine, drawParagraph } from './text.ts';

export type Column = {
  readonly title: string;
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
};

export type Table = {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** The last row, set apart. */
  readonly total: readonly string[];
};

const SIZE = 9;
const LEADING = 14;
const PADDING = 5;
const HEAD = 24;

/** Where a table may go on: how low it may reach, and how a further page begins. */
export type Flow = {
  readonly bottom: number;
  /** How low the last row and the total may reach: what follows stays with them on one page. */
  readonly lastBottom: number;
  /** Starts the next page and returns the y at which the table goes on. */
  readonly nextPage: () => number;
};

/** Draws the table from `y` downwards, on as many pages as it needs; returns the y below it. */
export function drawTable(pdf: Pdf, table: Table, y: number, flow: Flow): number {
  let at = drawHead(pdf, table.columns, y);
  table.rows.forEach((row, i) => {
    const tall = rowHeight(pdf, table.columns, row);
    const last = i === table.rows.length - 1;
    const fits = last ? at + tall + HEAD <= flow.lastBottom : at + tall <= flow.bottom;
    if (!fits) at = drawHead(pdf, table.columns, flow.nextPage());
    drawRow(pdf, table.columns, row, at, tall, i % 2 === 1);
    at += tall;
  });
  return drawTotal(pdf, table, at);
}

const left = sheet.margin;
const fullWidth = (columns: readonly Column[]) => columns.reduce((sum, c) => sum + c.width, 0);

function rule(pdf: Pdf, y: number, width: number, ink: string, weight: number): void {
  pdf
    .moveTo(left, y)
    .lineTo(left + width, y)
    .lineWidth(weight)
    .strokeColor(ink)
    .stroke();
}

function drawHead(pdf: Pdf, columns: readonly Column[], y: number): number {
  const width = fullWidth(columns);
  rule(pdf, y, width, colour.teal, 1.4);
  let x = left;
  for (const column of columns) {
    cellLine(pdf, column.title, x, y + 16, column, { size: 8.5, face: 'strong', ink: colour.teal });
    x += column.width;
  }
  rule(pdf, y + HEAD, width, colour.line, 0.6);
  return y + HEAD;
}

function cellLine(
  pdf: Pdf,
  text: string,
  x: number,
  y: number,
  column: Column,
  style: { size: number; face: 'body' | 'strong'; ink: string },
): void {
  const at = { left: x + PADDING, center: x + column.width / 2, right: x + column.width - PADDING };
  const align = column.align ?? 'left';
  drawLine(pdf, text, at[align], y, { ...style, align });
}

function rowHeight(pdf: Pdf, columns: readonly Column[], row: readonly string[]): number {
  const rows = columns.map(
    (column, i) =>
      breakLines(pdf, [{ text: row[i] ?? '' }], column.width - 2 * PADDING, { size: SIZE }).length,
  );
  return Math.max(...rows) * LEADING + 8;
}

function drawRow(
  pdf: Pdf,
  columns: readonly Column[],
  row: readonly string[],
  y: number,
  tall: number,
  shaded: boolean,
): void {
  const width = fullWidth(columns);
  if (shaded) pdf.rect(left, y, width, tall).fillColor(colour.pale).fill();
  let x = left;
  columns.forEach((column, i) => {
    const place = {
      x: x + PADDING,
      y: y + 15,
      width: column.width - 2 * PADDING,
      leading: LEADING,
    };
    drawParagraph(pdf, [{ text: row[i] ?? '' }], place, {
      size: SIZE,
      align: column.align ?? 'left',
    });
    x += column.width;
  });
  rule(pdf, y + tall, width, colour.line, 0.4);
}

function drawTotal(pdf: Pdf, table: Table, y: number): number {
  const width = fullWidth(table.columns);
  rule(pdf, y, width, colour.teal, 1);
  let x = left;
  table.columns.forEach((column, i) => {
    cellLine(pdf, table.total[i] ?? '', x, y + 16, column, {
      size: SIZE,
      face: 'strong',
      ink: colour.ink,
    });
    x += column.width;
  });
  rule(pdf, y + HEAD, width, colour.teal, 1.4);
  return y + HEAD;
}
