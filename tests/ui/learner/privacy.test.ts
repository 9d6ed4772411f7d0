import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import KeptFrames from '../../../learner-ui/src/modules/profile/KeptFrames.vue';
import PrivacyPage from '../../../learner-ui/src/modules/profile/PrivacyPage.vue';
import { mounted } from './mounted.ts';

const id = (name: string) => `[data-testid="${name}"]`;
const realFetch = globalThis.fetch;
let answers: Record<string, unknown> = {};

beforeEach(() => {
  document.body.innerHTML = '';
  const live = { version: '2026-1', givenAt: '2026-11-01T00:00:00Z', live: true };
  answers = {
    '/api/me/consents': {
      items: [
        { kind: 'useFace', currentVersion: '2026-1', ...live },
        { kind: 'keepFrames', currentVersion: '2026-1', ...live },
      ],
    },
    '/api/me/access-log': { items: [], nextCursor: null },
    '/api/me/accommodations': { items: [] },
  };
  globalThis.fetch = async (input) => {
    const { pathname } = new URL((input as Request).url, location.href);
    return Response.json(answers[pathname] ?? {});
  };
});
afterEach(() => {
  globalThis.fetch = realFetch;
});

const frames = async (view: object) => {
  answers['/api/me/kept-frames'] = { kept: 0, leaving: 0, held: [], receipts: [], ...view };
  const part = mounted(KeptFrames, {}, 'zh-CN', { queries: true });
  await flushPromises();
  return part;
};

test('what is kept is said in a number, and nothing else while nothing was withdrawn', async () => {
  const part = await frames({ kept: 41 });
  expect(part.text()).toBe('现保存您的画面 41 张。');
});

test('after a withdrawal: what goes within a day, and the receipt of what went', async () => {
  const part = await frames({
    leaving: 3,
    receipts: [{ at: '2026-11-27T08:00:00Z', frames: 38 }],
  });
  expect(part.find(id('frames-leaving')).text()).toContain('3 张画面将在一天内删除');
  expect(part.find(id('frame-receipts')).text()).toMatch(/11 月 27 日 16:00.*已删除 38 张画面/);
});

test.each([
  ['audit', '2027-01-04T16:00:00Z', /审核作出决定.*1 月 4 日 24:00.*一天内删除/],
  ['appeal', '2027-01-04T16:00:00Z', /申诉作出决定.*1 月 4 日 24:00/],
  ['appealWindow', '2027-01-04T16:00:00Z', /您可在.*1 月 4 日 24:00.*申诉/],
  ['audit', null, /计时暂停中.*审核作出决定/],
  ['appealWindow', null, /放假安排尚未公布.*仍可申诉/],
  ['reopening', null, /复查处理完毕/],
  ['finding', null, /尚待人工判断.*审核作出决定/],
])(
  'evidence of %s stays, and the learner reads why and until when',
  async (heldFor, until, says) => {
    const part = await frames({ held: [{ heldFor, until, studyYear: 2026, frames: 5 }] });
    const text = part.find(id('frames-held')).text();
    expect(text).toMatch(says);
    expect(text).toMatch(/5 张画面.*2026 年度/);
  },
);

test('before withdrawing the learner reads what becomes of the pictures, for that consent alone', async () => {
  answers['/api/me/kept-frames'] = { kept: 1, leaving: 0, held: [], receipts: [] };
  const page = mounted(PrivacyPage, {}, 'zh-CN', { queries: true });
  await flushPromises();
  await page.find(id('withdraw-keepFrames')).trigger('click');
  await flushPromises();
  const body = () => document.querySelector(id('withdraw-body'))?.textContent ?? '';
  expect(body()).toContain('已保存的画面在一天内删除');
  expect(body()).toContain('正在审核或申诉的画面是证据');
  page.unmount();
});
