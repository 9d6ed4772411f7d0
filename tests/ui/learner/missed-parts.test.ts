import { beforeEach, describe, expect, test } from 'vitest';
import MissedParts from '../../../learner-ui/src/modules/training/MissedParts.vue';
import { mounted } from './mounted.ts';

beforeEach(() => {
  document.body.innerHTML = '';
});
const id = (name: string) => `[data-testid="${name}"]`;

const part = (state: 'open' | 'lapsed' | 'madeUp' | 'studied', lessonId: string) => ({
  ...{ sessionId: `s-${state}`, lessonId, lessonTitle: `课件 ${lessonId}`, state },
  ...{ fromSeconds: 750, toSeconds: 930, leftSeconds: state === 'open' ? 180 : 0 },
  ...{ missedAt: '2026-03-02T02:00:00.000Z', makeUpUntil: '2026-03-09T16:00:00.000Z' },
  madeUpAt: state === 'madeUp' ? '2026-03-03T01:30:00.000Z' : null,
});
const missed = {
  ...{ makeUpDays: 7, openSeconds: 180 },
  parts: [part('madeUp', 'l1'), part('studied', 'l2'), part('lapsed', 'l3'), part('open', 'l4')],
};
const show = (changes: object = {}, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  mounted(MissedParts, { enrolmentId: 'e1', missed, studiable: true, ...changes }, locale);

describe('parts in which nobody was seen', () => {
  test('what can still be made up stands first, with its stretch and the way straight back', () => {
    const page = show();
    const [first] = page.findAll(id('missed-part'));
    expect(first?.attributes('data-state')).toBe('open');
    expect(first?.text()).toContain('00:12:30–00:15:30');
    expect(first?.text()).toContain('3 分钟');
    expect(first?.find(id('make-up')).attributes('href')).toBe('/study/e1/l4');
    expect(first?.find(id('make-up')).text()).toBe('去补学');
    expect(page.find(id('missed-open')).text()).toBe('还有 3 分钟可以补学。');
  });

  test('after the window the miss is said to stay; what was made up says when', () => {
    const rows = show().findAll(id('missed-part'));
    expect(rows.map((row) => row.attributes('data-state'))).toEqual([
      'open',
      'lapsed',
      'studied',
      'madeUp',
    ]);
    expect(rows[1]?.text()).toContain('这次缺失保留在记录中');
    expect(rows[1]?.find(id('make-up')).text()).toBe('继续学习');
    expect(rows[2]?.find(id('make-up')).exists()).toBe(false);
    expect(rows[3]?.text()).toContain('已补学');
    expect(rows[3]?.find(id('make-up')).exists()).toBe(false);
  });

  test('where study is closed there is no door', () => {
    expect(show({ studiable: false }).find(id('make-up')).exists()).toBe(false);
  });

  test('in English too', () => {
    expect(show({}, 'en').find(id('make-up')).text()).toBe('Make it up');
  });
});
