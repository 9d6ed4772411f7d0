import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { mount } from '@vue/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { expectAnswer, useEnrolments } from '../../../learner-ui/src/app/enrolments.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('after a step of the learner the page looks often until the answer must have come, then calmly', async () => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
  });
  let asked = 0;
  vi.stubGlobal('fetch', async () => {
    asked += 1;
    return Response.json([]);
  });
  const queries = new QueryClient();
  const page = defineComponent(() => {
    useEnrolments();
    return () => h('p');
  });
  const mounted = mount(page, {
    global: { plugins: [[VueQueryPlugin, { queryClient: queries }]] },
  });
  const during = async (ms: number): Promise<number> => {
    const before = asked;
    await vi.advanceTimersByTimeAsync(ms);
    return asked - before;
  };
  await during(100);
  expect(await during(29_000)).toBe(0);
  expect(await during(2_000)).toBe(1);
  void expectAnswer(queries);
  expect(await during(15_000)).toBeGreaterThanOrEqual(9);
  await during(10_000);
  expect(await during(25_000)).toBeLessThanOrEqual(1);
  mounted.unmount();
});
