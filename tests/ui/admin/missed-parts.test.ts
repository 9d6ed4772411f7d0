import { mount } from '@vue/test-utils';
import { afterEach, expect, it } from 'vitest';
import { createTexts } from '../../../admin-ui/src/app/i18n.ts';
import { modules } from '../../../admin-ui/src/app/modules.ts';
import MissedPartList from '../../../admin-ui/src/app/case/MissedPartList.vue';

afterEach(() => document.body.replaceChildren());

const part = (state: 'lapsed' | 'madeUp', madeUpAt: string | null) => ({
  ...{ sessionId: `s-${state}`, lessonId: 'l1', lessonTitle: '施工安全', state, madeUpAt },
  ...{ fromSeconds: 750, toSeconds: 930, leftSeconds: 0 },
  ...{ missedAt: '2026-03-02T02:00:00.000Z', makeUpUntil: '2026-03-09T16:00:00.000Z' },
});

it('the auditor sees which missed parts were made up, when, and which were not', () => {
  const list = mount(MissedPartList, {
    props: { parts: [part('madeUp', '2026-03-03T01:30:00.000Z'), part('lapsed', null)] },
    attachTo: document.body,
    global: { plugins: [createTexts(modules, 'zh-CN')] },
  });
  const rows = list.findAll('tbody tr').map((row) => row.text());
  expect(rows[0]).toContain('00:12:30–00:15:30');
  expect(rows[0]).toContain('已补学');
  expect(rows[0]).toContain('09:30');
  expect(rows[1]).toContain('未补学,已过期');
  expect(list.text()).toContain('非本人面部的发现不受影响');
});
