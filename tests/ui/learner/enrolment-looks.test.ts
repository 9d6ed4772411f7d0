import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { mount } from '@vue/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { defineComponent, h, nextTick, ref } from 'vue';
import { useEnrolment, useEnrolments } from '../../../learner-ui/src/app/enrolments.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a page looks often while a machine has the next step, later and later when it keeps silent, then calmly', async () => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
  });
  let asked = 0;
  let owner = 'learner';
  vi.stubGlobal('fetch', async () => {
    asked += 1;
    return Response.json([{ id: 'one', explanation: { owner } }]);
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
  owner = 'system';
  void queries.invalidateQueries({ queryKey: ['enrolments'] });
  expect(await during(10_000)).toBeGreaterThanOrEqual(4);
  await during(170_000);
  expect(await during(60_000)).toBeLessThanOrEqual(2);
  owner = 'learner';
  await during(30_000);
  owner = 'registry';
  await during(30_000);
  expect(await during(10_000)).toBeGreaterThanOrEqual(3);
  mounted.unmount();
});

test('another enrolment that is known already is looked at no more often than the first', async () => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
  });
  let asked = 0;
  let owner = 'learner';
  vi.stubGlobal('fetch', async () => {
    asked += 1;
    return Response.json({ id: 'any', explanation: { owner } });
  });
  const id = ref('one');
  const page = defineComponent(() => {
    useEnrolment(id);
    return () => h('p');
  });
  const queryClient = new QueryClient();
  const plugins = [[VueQueryPlugin, { queryClient }]] as never;
  const mounted = mount(page, { global: { plugins } });
  // Looked at for long, then with a machine.
  await vi.advanceTimersByTimeAsync(600_000);
  owner = 'registry';
  await vi.advanceTimersByTimeAsync(16_000);
  const before = asked;
  expect(before).toBeGreaterThan(35);
  queryClient.setQueryData(['enrolments', 'two'], { explanation: { owner: 'registry' } });
  id.value = 'two';
  await nextTick();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(asked - before).toBeLessThanOrEqual(3);
  mounted.unmount();
});
