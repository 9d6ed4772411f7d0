import { describe, expect, it } from 'vitest';
import { csvCell, toCsv } from '../../../admin-ui/src/app/csv.ts';

describe('an export may be opened in a spreadsheet', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+8613812345678', "'+8613812345678"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =cmd', "'  =cmd"],
    ['\t=cmd', "'\t=cmd"],
    ['\uff1dcmd', "'\uff1dcmd"],
    ['|calc', "'|calc"],
  ])('%j is written as text, not as a formula', (typed, written) => {
    expect(csvCell(typed)).toBe(written);
  });

  it('a formula with a comma is guarded and quoted', () => {
    expect(csvCell('=HYPERLINK("http://a","b")')).toBe(`"'=HYPERLINK(""http://a"",""b"")"`);
  });

  it('numbers stay numbers, also negative ones', () => {
    expect(csvCell(-5)).toBe('-5');
    expect(csvCell(0)).toBe('0');
  });

  it('an absent value is an empty cell', () => {
    expect(csvCell(null)).toBe('');
    expect(csvCell(undefined)).toBe('');
  });

  it('names with commas, quotes and lines stay one cell', () => {
    expect(csvCell('第一行\n第二行')).toBe('"第一行\n第二行"');
    expect(csvCell('甲,乙')).toBe('"甲,乙"');
  });

  it('begins with a byte-order mark so that Excel reads Chinese, one line a row', () => {
    expect(toCsv(['姓名', '学时'], [['𠮷永', 3.2]])).toBe('\uFEFF姓名,学时\r\n𠮷永,3.2\r\n');
  });
});
