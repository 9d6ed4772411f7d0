import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';

/** One line of pairs.csv: two photos, whether they show one person, and what else is known of it. */
export interface PhotoPair {
  fileA: string;
  fileB: string;
  same: boolean;
  /** `column=value` of every other column. */
  groups: readonly string[];
}

/** What a person at the keyboard should read instead of a stack trace. */
export class PairsFault extends Error {}

const YES = new Set(['1', 'true', 'yes', 'y', 't', '是', '同', '相同']);
const NO = new Set(['0', 'false', 'no', 'n', 'f', '否', '不同']);
const OWN = ['file_a', 'file_b', 'same'];

/** A column with more values than this names people or photos, not groups of them. */
const GROUPS_AT_MOST = 40;

function sameOf(value: string, line: number): boolean {
  const word = value.trim().toLowerCase();
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  throw new PairsFault(
    `pairs.csv 第 ${line} 行:same 应为 1/0、true/false 或 是/否,却是“${value}”。`,
  );
}

/** Columns whose values are few enough to be groups. */
function groupColumns(rows: readonly Record<string, string>[]): string[] {
  const columns = Object.keys(rows[0] ?? {}).filter((name) => name && !OWN.includes(name));
  return columns.filter((name) => new Set(rows.map((row) => row[name])).size <= GROUPS_AT_MOST);
}

function rowsOf(text: string): Record<string, string>[] {
  try {
    return parse(text, {
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      delimiter: [',', ';', '\t'],
      trim: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as Record<string, string>[];
  } catch (fault) {
    throw new PairsFault(`pairs.csv 不是可读的 CSV:${fault instanceof Error ? fault.message : ''}`);
  }
}

/** Reads the text of a pairs.csv; throws a {@link PairsFault} with the line that is wrong. */
export function parsePairs(text: string): PhotoPair[] {
  const rows = rowsOf(text);
  if (rows.length === 0) throw new PairsFault('pairs.csv 中没有任何照片对。');
  const missing = OWN.filter((name) => rows[0]?.[name] === undefined);
  if (missing.length > 0) throw new PairsFault(`pairs.csv 缺少列:${missing.join('、')}。`);
  const columns = groupColumns(rows);
  return rows.map((row, index) => ({
    fileA: (row['file_a'] ?? '').replaceAll('\\', '/'),
    fileB: (row['file_b'] ?? '').replaceAll('\\', '/'),
    same: sameOf(row['same'] ?? '', index + 2),
    groups: columns.flatMap((name) => (row[name] ? [`${name}=${row[name]}`] : [])),
  }));
}

/** Reads `pairs.csv` of a folder of photos. */
export async function readPairs(folder: string): Promise<PhotoPair[]> {
  let text: string;
  try {
    text = await readFile(`${folder}/pairs.csv`, 'utf8');
  } catch {
    throw new PairsFault(`文件夹“${folder}”中没有可读的 pairs.csv。`);
  }
  return parsePairs(text);
}
