import { getEventListeners } from 'node:events';
import { expect, test, vi } from 'vitest';
import { repeat } from '../../../api/src/outbox/index.ts';

test('a task that is repeated leaves nothing behind, and stops when told to', async () => {
  const signals = vi.spyOn(AbortController.prototype, 'signal', 'get');
  const faults: unknown[] = [];
  let rounds = 0;
  const enough = Promise.withResolvers<void>();
  const once = async (): Promise<number> => {
    rounds += 1;
    if (rounds === 60) enough.resolve();
    return rounds % 2;
  };
  const loop = repeat({ name: 'task', once, everyMs: 1 }, (_, error) => faults.push(error));
  await enough.promise;
  const signal = signals.mock.results[0]?.value as AbortSignal;
  signals.mockRestore();
  // A process repeats for months: what each pause leaves would be walked through by every other.
  expect(getEventListeners(signal, 'abort').length).toBeLessThanOrEqual(1);
  await loop.stop();
  const afterwards = rounds;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([rounds, faults]).toEqual([afterwards, []]);
});
