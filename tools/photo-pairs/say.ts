import type { Progress } from './describe-photos.ts';

/** Columns a text takes on a terminal: Chinese characters take two. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 2 : 1), 0);

/** Rows as a table with a rule under its first row; the first column to the left. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const line = (row: readonly string[]): string =>
    widths
      .map((width, column) => {
        const text = row[column] ?? '';
        const space = ' '.repeat(width - widthOf(text));
        return column === 0 ? text + space : space + text;
      })
      .join('  ');
  const [head, ...body] = rows.map(line);
  return [head, '─'.repeat(widthOf(head ?? '')), ...body].join('\n');
}

/** A share with its bounds, in per cent. */
export function shareText(share: { share: number | null; low: number; high: number }): string {
  if (share.share === null) return '—';
  const percent = (value: number): string => (value * 100).toFixed(2);
  return `${percent(share.share)} % [${percent(share.low)}–${percent(share.high)}]`;
}

const EVERY_MS = 2_000;

/** Tells progress on the error stream, at most every two seconds, with the time that is left. */
export function progressTo(say: (line: string) => void): Progress {
  let lastAt = 0;
  return (done, total, framesPerSecond) => {
    const now = performance.now();
    if (now - lastAt < EVERY_MS && done < total) return;
    lastAt = now;
    const seconds = framesPerSecond > 0 ? Math.ceil((total - done) / framesPerSecond) : 0;
    say(`已测 ${done} / ${total} 张,每秒 ${framesPerSecond.toFixed(1)} 张,约余 ${seconds} 秒`);
  };
}
