import { describe, expect, test } from 'vitest';
import {
  formatClock,
  formatCreditHours,
  formatDeadline,
  formatDue,
  formatDuration,
  formatInstant,
  sentenceOf,
} from '../../../learner-ui/src/look/index.ts';

const NOON = Date.parse('2026-12-01T04:00:00Z');

describe('clocks', () => {
  test('a second shown is a second had: fractions are never rounded up', () => {
    expect(formatClock(59.99)).toBe('00:00:59');
  });
});

describe('times are those of Shanghai, absolute and relative together', () => {
  test('midnight as a deadline is 24:00 of the day before', () => {
    expect(formatDeadline('2026-12-03T16:00:00Z', 'zh-CN', NOON)).toBe('12 月 3 日 24:00');
  });

  test('12 月 3 日 24:00 前(还剩 2 个工作日)', () => {
    const due = formatDue('2026-12-03T16:00:00Z', { workingDays: 2, now: NOON });
    expect(due).toBe('12 月 3 日 24:00 前(还剩 2 个工作日)');
  });

  test('an instant of another year says its year', () => {
    expect(formatInstant('2025-12-31T15:59:50Z', 'zh-CN', NOON)).toBe('2025 年 12 月 31 日 23:59');
  });

  test('hours with one decimal and 学时', () => {
    expect(formatCreditHours(12)).toBe('12.0 学时');
    expect(formatDuration(22_800)).toBe('6 小时 20 分钟');
  });
});

describe('one plain sentence for any failure', () => {
  test("a refusal speaks with the API's own sentence", () => {
    const refusal = { status: 422, code: 'profile/portraitUnfit', detail: '照片太暗。请换一张。' };
    expect(sentenceOf({ problem: refusal })).toBe('照片太暗。请换一张。');
  });

  test('no network says that what was saved is safe', () => {
    const lost = { problem: { status: 0, code: 'network', detail: 'x' } };
    expect(sentenceOf(lost)).toContain('网络不通');
    expect(sentenceOf(new TypeError('Failed to fetch'))).toContain('网络不通');
  });

  test('a fault blames nobody', () => {
    expect(sentenceOf(new Error('boom'))).toContain('不是您的操作有误');
  });
});
