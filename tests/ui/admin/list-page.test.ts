import { mount, flushPromises, type VueWrapper } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { Comment, computed, defineComponent, h, ref, type Component } from 'vue';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { createTexts } from '../../../admin-ui/src/app/i18n.ts';
import { useFilters, type Filters } from '../../../admin-ui/src/app/list-filters.ts';
import ListPage from '../../../admin-ui/src/app/ListPage.vue';
import { modules } from '../../../admin-ui/src/app/modules.ts';
import type { List } from '../../../admin-ui/src/app/use-list.ts';

type Row = { readonly id: string; readonly name: string; readonly act?: string };

let page: VueWrapper | null = null;
let router: Router;
let filters: Filters;
const asked: string[] = [];

const listOf = (rows: readonly Row[], more: Partial<List<Row>> = {}): List<Row> => ({
  items: computed(() => rows),
  isPending: ref(false),
  error: ref(null),
  hasMore: ref(false),
  isReadingOn: ref(false),
  readOn: () => void asked.push('readOn'),
  retry: () => void asked.push('retry'),
  ...more,
});

const shown = async (list: List<Row>, at = '/') => {
  router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { template: '<i />' } }],
  });
  await router.push(at);
  const columns = [
    { key: 'name', label: '名称' },
    { key: 'act', label: '' },
  ];
  const host = defineComponent(() => {
    filters = useFilters(() => [
      { name: 'state', label: '状态', options: [{ value: 'a', label: '甲' }], testid: 'by-state' },
    ]);
    const props = { texts: 'courses', list, columns, filters, testid: 'rows' };
    const slots = {
      act: ({ row }: { row: Row }) => (row.act === 'done' ? h(Comment) : h('b', `做 ${row.name}`)),
    };
    return () => h(ListPage as Component, props, slots);
  });
  const plugins = [router, createTexts(modules, 'zh-CN')];
  page = mount(host, { attachTo: document.body, global: { plugins: plugins as never } });
  await flushPromises();
  return page;
};
const find = (testid: string) => document.querySelector<HTMLElement>(`[data-testid="${testid}"]`);
const text = (testid: string) => find(testid)?.textContent ?? '';
const click = async (element: HTMLElement | null | undefined) => {
  element?.click();
  await flushPromises();
};
const ONE: Row = { id: '1', name: '安全生产' };

afterEach(() => {
  page?.unmount();
  asked.length = 0;
});

describe('a page with one list', () => {
  it('draws a cell as the page says, or the field of its name', async () => {
    await shown(listOf([ONE]));
    expect(text('rows-row')).toContain('安全生产');
    expect(text('rows-row')).toContain('做 安全生产');
    expect(find('more')).toBeNull();
  });

  it('leaves a cell empty that the page drew empty, and shows no code for it', async () => {
    await shown(listOf([{ ...ONE, act: 'done' }]));
    expect(text('rows-row')).not.toContain('done');
    expect(text('rows-row')).not.toContain('做');
  });

  it('reads on where there is more', async () => {
    await shown(listOf([ONE], { hasMore: ref(true) }));
    await click(find('more'));
    expect(asked).toEqual(['readOn']);
  });

  it('says what is missing while nothing is there yet', async () => {
    await shown(listOf([]));
    expect(text('page-empty')).toContain('没有课程');
    expect(find('clear-filters')).toBeNull();
  });

  it('where filters leave nothing it says so, and takes them away', async () => {
    await shown(listOf([]), '/?state=a');
    expect(filters.values.value).toEqual({ state: 'a' });
    expect(text('page-empty')).toContain('没有符合条件的记录');
    await click(find('page-empty')?.querySelector('button'));
    expect(router.currentRoute.value.query).toEqual({});
    expect(text('page-empty')).toContain('没有课程');
  });

  it('a filter from the address that is not offered counts as none', async () => {
    await shown(listOf([ONE]), '/?state=zzz');
    expect(filters.values.value).toEqual({});
    await click(find('by-state-a'));
    expect(router.currentRoute.value.query).toEqual({ state: 'a' });
  });

  it('a failure is told with a way on', async () => {
    await shown(listOf([], { error: ref(new TypeError('fetch failed')) }));
    expect(text('page-error')).not.toContain('fetch failed');
    await click(find('page-error')?.querySelector('button'));
    expect(asked).toEqual(['retry']);
  });
});
