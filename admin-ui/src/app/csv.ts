// What begins a formula in Excel, WPS and LibreOffice, also after blanks and in full width.
const FORMULA = /^\s*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

type Cell = string | number | null | undefined;

/** A column of a saved file: its head, and what stands in it of a row. */
export type SavedColumn<Row> = readonly [head: string, cell: (row: Row) => Cell];

/** A cell that a spreadsheet would run as a formula is made text; quotes, commas and lines are kept. */
export const csvCell = (value: Cell): string => {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = typeof value !== 'number' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Rows as CSV with a byte-order mark, so that Excel reads Chinese. */
export const toCsv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${[head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;

/** Hands the file to the browser. */
export const saveCsv = (
  name: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): void => {
  const url = URL.createObjectURL(new Blob([toCsv(head, rows)], { type: 'text/csv' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: `${name}.csv` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
