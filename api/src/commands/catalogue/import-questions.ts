import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { ok, refusalSentence, refuse, type Refusal, type Result } from '@xuzheng/engine';
import type { Db } from '../../db/connect.ts';
import { writeJournal } from '../../db/journal.ts';
import type { QuestionRow } from '../../db/questions.ts';
import type { Deps } from '../../deps.ts';
import type { ImportReportView, QuestionContentAsked } from '../../schemas/catalogue.ts';
import { checkContent, writeNextVersion } from './save-question.ts';

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const COLUMNS = [
  'id',
  'post',
  'kind',
  'topic',
  'stem',
  ...LETTERS.map((letter) => `option${letter}`),
  'answer',
  'explanation',
];
const ROWS_AT_MOST = 5000;
const KINDS = ['single', 'multiple', 'trueFalse'] as const;
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

type Row = Readonly<Record<string, string>>;

/** Excel in China still writes GB18030: what is no UTF-8 is read as that. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function rowsOf(bytes: Uint8Array): Result<Row[]> {
  try {
    const rows = parse(decode(bytes), {
      bom: true,
      columns: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      to: ROWS_AT_MOST + 1,
    }) as Row[];
    const first = rows[0];
    if (first === undefined) return refuse('exam/questionInvalid', { part: 'file' });
    const missing = ['id', 'kind', 'stem', 'answer'].filter((name) => !Object.hasOwn(first, name));
    if (missing.length > 0) return refuse('exam/questionInvalid', { part: missing.join('、') });
    return rows.length > ROWS_AT_MOST ? refuse('request/tooLarge') : ok(rows);
  } catch {
    return refuse('exam/questionInvalid', { part: 'file' });
  }
}

const bad = (part: string) => refuse('exam/questionInvalid', { part });

function readRow(row: Row): Result<{ code: string; content: QuestionContentAsked }> {
  const code = row['id'] ?? '';
  const kind = KINDS.find((one) => one === row['kind']);
  if (!CODE.test(code)) return bad('id');
  if (kind === undefined) return bad('kind');
  const options = LETTERS.map((letter) => row[`option${letter}`] ?? '').filter(
    (text) => text !== '',
  );
  const letters = [...(row['answer'] ?? '').toUpperCase().replace(/[\s,、;]/g, '')];
  const answer = letters.map((letter) => LETTERS.indexOf(letter as (typeof LETTERS)[number]));
  const post = row['post'] ?? '';
  const checked = checkContent({
    post: post === '' || post === '*' ? null : post,
    kind,
    topic: (row['topic'] ?? '').slice(0, 60),
    stem: (row['stem'] ?? '').slice(0, 1000),
    options: kind === 'trueFalse' && options.length === 0 ? ['正确', '错误'] : options,
    answer,
    explanation: (row['explanation'] ?? '').slice(0, 1000),
  });
  return checked.ok ? ok({ code, content: checked.value }) : checked;
}

const refused = (row: number, refusal: Refusal): ImportReportView['refused'][number] => ({
  row,
  code: refusal.code,
  sentence: refusalSentence(refusal),
});

async function importRows(trx: Db, rows: readonly Row[], now: number): Promise<ImportReportView> {
  const report: ImportReportView = {
    ...{ rows: rows.length, inserted: 0, updated: 0, unchanged: 0 },
    refused: [],
  };
  const seen = new Set<string>();
  for (const [i, row] of rows.entries()) {
    // Row 1 of the sheet is the header.
    const at = i + 2;
    const read = readRow(row);
    if (!read.ok) {
      report.refused.push(refused(at, read.refusal));
      continue;
    }
    const { code, content } = read.value;
    if (seen.has(code)) {
      report.refused.push(refused(at, { code: 'exam/questionInvalid', details: { part: 'id' } }));
      continue;
    }
    seen.add(code);
    const { was } = await writeNextVersion(trx, code, content, now);
    report[was] += 1;
  }
  return report;
}

/**
 * Imports questions from CSV (columns id, post or *, kind, topic, stem, optionA–F, answer letters,
 * explanation). Good rows are taken, each bad one is reported with its row and reason; the same file
 * again changes nothing. Refuses `exam/questionInvalid` (no such columns), `request/tooLarge`.
 */
export async function importQuestions(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  staffId: string | null,
  bytes: Uint8Array,
): Promise<Result<ImportReportView>> {
  const rows = rowsOf(bytes);
  if (!rows.ok) return rows;
  return db.transaction().execute(async (trx) => {
    const now = clock.now();
    const report = await importRows(trx, rows.value, now);
    await writeJournal(trx, {
      at: new Date(now),
      actor: staffId === null ? { kind: 'system' } : { kind: 'staff', id: staffId },
      action: 'questions.imported',
      details: { rows: report.rows, inserted: report.inserted, updated: report.updated },
    });
    return ok(report);
  });
}

/** A cell that a spreadsheet would run gets an apostrophe before it. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** The bank as CSV with a byte-order mark, in the columns the import reads. */
export function exportQuestions(questions: readonly QuestionRow[]): string {
  const rows = questions.map((question) => {
    const options = question.options as string[];
    return [
      question.code,
      question.post ?? '*',
      question.kind,
      question.topic,
      question.stem,
      ...LETTERS.map((_, i) => options[i] ?? ''),
      question.answer.map((i) => LETTERS[i] ?? '').join(''),
      question.explanation,
    ].map(harmless);
  });
  return `\uFEFF${stringify([COLUMNS, ...rows])}`;
}
