import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { mount } from '@vue/test-utils';
import type { Component } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { createTexts } from '../../../learner-ui/src/app/i18n.ts';
import { modules } from '../../../learner-ui/src/app/modules.ts';
import type { Locale } from '../../../learner-ui/src/look/index.ts';

/** Mounts a part of the learner's app with its texts, queries and links. */
export const mounted = (
  part: Component,
  props: Record<string, unknown>,
  locale: Locale = 'zh-CN',
  /** Queries are asked only where a test answers them. */
  asks: { readonly queries?: boolean } = {},
) => {
  const page = { template: '<div />' };
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: page }],
  });
  const queryClient = new QueryClient({
    defaultOptions: { queries: { retry: false, enabled: asks.queries === true } },
  });
  return mount(part, {
    props,
    attachTo: document.body,
    global: { plugins: [router, createTexts(modules, locale), [VueQueryPlugin, { queryClient }]] },
  });
};
