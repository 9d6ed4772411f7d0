import { describe, expect, it } from 'vitest';
import { soughtOf } from '../../../admin-ui/src/app/search.ts';

describe('the search on top knows what was typed', () => {
  it.each([
    ['1234', { kind: 'phoneTail', text: '1234' }],
    ['\uff11\uff12\uff13\uff14', { kind: 'phoneTail', text: '1234' }],
    ['11010519491231002x', { kind: 'idNumber', text: '11010519491231002x' }],
    ['110105 19491231 002X', { kind: 'idNumber', text: '11010519491231002X' }],
    ['张三', { kind: 'name', text: '张三' }],
    ['买买提·艾力', { kind: 'name', text: '买买提·艾力' }],
    ['XZ-2026-000123', { kind: 'certificate', text: 'XZ-2026-000123' }],
    ['   ', null],
  ])('%j', (typed, sought) => {
    expect(soughtOf(typed)).toEqual(sought);
  });
});
