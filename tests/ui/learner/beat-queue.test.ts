import { describe, expect, test } from 'vitest';
import type { Claim, Receipt } from '../../../learner-ui/src/modules/study/api.ts';
import { createBeatQueue } from '../../../learner-ui/src/modules/study/beat-queue.ts';

type Answer = 'ok' | { status: number; code: string };

const ground = (ackSeq = 0) => {
  const told = {
    sent: [] as number[][],
    refused: [] as unknown[],
    connected: [] as boolean[],
    kept: [] as number[][],
  };
  const world = { answer: 'ok' as Answer, now: 0 };
  const queue = createBeatQueue({
    ackSeq,
    now: () => world.now,
    send: async (beats: Claim[]) => {
      told.sent.push(beats.map(({ seq }) => seq));
      if (world.answer !== 'ok') throw world.answer;
      return { ackSeq: beats.at(-1)?.seq ?? 0 } as Receipt;
    },
    onReceipt: () => undefined,
    onRefused: (error) => told.refused.push(error),
    onConnection: (connected) => told.connected.push(connected),
    onWaiting: (beats) => told.kept.push(beats.map(({ seq }) => seq)),
  });
  const beat = () => queue.add({ positionSeconds: world.now / 1000, playing: true, visible: true });
  return { queue, told, world, beat };
};
const OFFLINE = { status: 0, code: 'network' };

describe('heartbeats wait until they are acknowledged', () => {
  test('numbers go on from the last one the server has stored', async () => {
    const { queue, told, beat } = ground(41);
    beat();
    await queue.flush();
    expect(told.sent).toEqual([[42]]);
    expect(queue.waiting()).toEqual([]);
  });

  test('sending when nothing waits does not stop what comes after: pause, then go on', async () => {
    const { queue, told, beat } = ground();
    await queue.flush();
    beat();
    await queue.flush();
    expect(told.sent).toEqual([[1]]);
  });

  test('a lost network loses no beat and keeps their order', async () => {
    const { queue, told, world, beat } = ground();
    world.answer = OFFLINE;
    beat();
    beat();
    await queue.flush();
    expect(queue.waiting().map(({ seq }) => seq)).toEqual([1, 2]);
    expect(told.connected.at(-1)).toBe(false);
    world.answer = 'ok';
    await queue.flush();
    expect(told.sent.at(-1)).toEqual([1, 2]);
    expect(queue.waiting()).toEqual([]);
    expect(told.connected.at(-1)).toBe(true);
  });

  test('what waits is kept where a reload finds it, from the first moment to the answer', async () => {
    const { queue, told, world, beat } = ground();
    world.answer = OFFLINE;
    beat();
    beat();
    await queue.flush();
    expect(told.kept).toEqual([[1], [1, 2]]);
    world.answer = 'ok';
    await queue.flush();
    expect(told.kept.at(-1)).toEqual([]);
  });

  test('study is unacknowledged since the last beat that was stored, not since the next one', async () => {
    const { queue, world, beat } = ground();
    world.now = 90_000;
    beat();
    await queue.flush();
    world.answer = OFFLINE;
    world.now = 105_000;
    beat();
    await queue.flush();
    expect(queue.unacknowledgedSeconds()).toBe(15);
    world.now = 150_000;
    expect(queue.unacknowledgedSeconds()).toBe(60);
  });

  test('unacknowledged seconds are counted from the oldest waiting beat', async () => {
    const { queue, world, beat } = ground();
    world.answer = OFFLINE;
    beat();
    await queue.flush();
    world.now = 61_000;
    expect(queue.unacknowledgedSeconds()).toBe(61);
    world.answer = 'ok';
    await queue.flush();
    expect(queue.unacknowledgedSeconds()).toBe(0);
  });

  test('a refusal is told once and ends the queue: another device studies now', async () => {
    const { queue, told, world, beat } = ground();
    world.answer = { status: 409, code: 'study/superseded' };
    beat();
    await queue.flush();
    expect(told.refused).toEqual([world.answer]);
    expect(queue.waiting()).toEqual([]);
  });
});
