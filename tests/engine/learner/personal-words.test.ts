import { maskPersonalWords } from '@xuzheng/engine';
import { describe, expect, test } from 'vitest';

const PERSON = { name: '欧阳静宜', idNumber: '11010519491231002X', phone: '13800138000' };
const masked = (text: string): string => maskPersonalWords(text, PERSON);

describe('a reason that staff write', () => {
  test('still says whom it is about, and no longer who that is', () => {
    expect(masked('欧阳静宜来电,身份证11010519491231002X,号码13800138000停用。')).toBe(
      '欧***来电,身份证110105**********2X,号码138****8000停用。',
    );
  });

  test.each([
    ['新号 13912345678', '新号 139****5678'],
    ['新号 139 1234 5678。', '新号 139****5678。'],
    ['新号139-1234-5678', '新号139****5678'],
    ['新号13912345678', '新号139****5678'],
    ['家属 440524188001010014 代办', '家属 440524**********14 代办'],
    ['家属 440524 18800101 0014 代办', '家属 440524**********14 代办'],
    ['末位小写 11010519491231002x', '末位小写 110105**********2X'],
  ])('hides the number of anybody: %s', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  test.each(['工单 202611270815 已核对', '学员于 2026-11-27 来电,共 3 次', '证书 京建培26-000077'])(
    'leaves other numbers as they are: %s',
    (text) => expect(masked(text)).toBe(text),
  );
});
