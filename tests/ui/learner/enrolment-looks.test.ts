import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defineComponent, h, nextTick, ref } from 'vue';
import { useEnrolment, useEnrolments } from '../../../learner-ui/src/app/enrolments.ts';

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page that only looks, and an API that counts how often it is asked. */
function looking(look: () => void, answerOf: (owner: string) => unknown) {
  const api = { owner: 'learner', asked: 0 };
  vi.stubGlobal('fetch', async () => {
    api.asked += 1;
    return Response.json(answerOf(api.owner));
  });
  const queryClient = new QueryClient();
  const page = defineComponent(() => {
    look();
    return () => h('p');
  });
  const mounted = mount(page, { global: { plugins: [[VueQueryPlugin, { queryClient }]] } });
  const during = async (ms: number): Promise<number> => {
    const before = api.asked;
    await vi.advanceTimersByTimeAsync(ms);
    return api.asked - before;
  };
  return { api, queryClient, mounted, during };
}

test('a page looks often while a machine has the next step, later and later when it keeps silent, then calmly', async () => {
  const { api, queryClient, mounted, during } = looking(useEnrolments, (owner) => [
    { id: 'one', explanation: { owner } },
  ]);
  await during(100);
  expect(await during(29_000)).toBe(0);
  api.owner = 'system';
  void queryClient.invalidateQueries({ queryKey: ['enrolments'] });
  expect(await during(10_000)).toBeGreaterThanOrEqual(4);
  await during(170_000);
  expect(await during(60_000)).toBeLessThanOrEqual(2);
  api.owner = 'learner';
  await during(30_000);
  api.owner = 'registry';
  await during(30_000);
  expect(await during(10_000)).toBeGreaterThanOrEqual(3);
  mounted.unmount();
});

test('another enrolment that is known already is looked at no more often than the first', async () => {
  const id = ref('one');
  const { api, queryClient, mounted, during } = looking(
    () => useEnrolment(id),
    (owner) => ({ id: 'any', explanation: { owner } }),
  );
  // Looked at for long, then with a machine.
  await during(600_000);
  api.owner = 'registry';
  await during(16_000);
  const before = api.asked;
  expect(before).toBeGreaterThan(35);
  queryClient.setQueryData(['enrolments', 'two'], { explanation: { owner: 'registry' } });
  id.value = 'two';
  await nextTick();
  await during(3_000);
  expect(api.asked - before).toBeLessThanOrEqual(3);
  mounted.unmount();
});
