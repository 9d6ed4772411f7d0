import { mount } from '@vue/test-utils';
import { afterEach, expect, it } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { createTexts } from '../../../admin-ui/src/app/i18n.ts';
import { modules } from '../../../admin-ui/src/app/modules.ts';
import SharedHoursList from '../../../admin-ui/src/app/case/SharedHoursList.vue';

afterEach(() => document.body.replaceChildren());

const shared = (
  lessonId: string,
  originState: 'studying' | 'cleared',
  originAuditId: string | null,
) => ({
  ...{ lessonId, lessonTitle: lessonId, seconds: 1800, at: '2026-03-02T02:00:00.000Z' },
  ...{ originPostLabel: { zh: '材料员', en: 'Materials keeper' }, originStudyYear: 2026 },
  ...{ originAuditId, originState },
});

it('the auditor sees the origin of shared hours, how its audit stands, and the way to it', () => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { template: '<div />' } }],
  });
  const list = mount(SharedHoursList, {
    props: { shared: [shared('法规', 'cleared', 'a1'), shared('道德', 'studying', null)] },
    attachTo: document.body,
    global: { plugins: [router, createTexts(modules, 'zh-CN')] },
  });
  const rows = list.findAll('tbody tr');
  expect(rows[0]?.text()).toContain('材料员 2026');
  expect(rows[0]?.text()).toContain('已清零');
  expect(rows[0]?.find('a').attributes('href')).toBe('/audits/a1');
  expect(rows[1]?.text()).toContain('学习中');
  expect(rows[1]?.find('a').exists()).toBe(false);
});
