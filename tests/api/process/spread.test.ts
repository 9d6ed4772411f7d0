import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { spreadOf } from '../../../api/src/activities/load.ts';

const idOf = (n: number): string => createHash('sha256').update(`enrolment ${n}`).digest('hex');

describe('ten thousand deadlines that share one midnight', () => {
  const spread = Array.from({ length: 10_000 }, (_, n) => spreadOf(idOf(n)));

  test('are heard within the minute, after the last heartbeats of the day', () => {
    expect(Math.min(...spread)).toBeGreaterThanOrEqual(20_000);
    expect(Math.max(...spread)).toBeLessThan(60_000);
  });

  test('are spread evenly: no second has to bear much more than its share', () => {
    const seconds = Array<number>(40).fill(0);
    for (const ms of spread) {
      const second = Math.floor(ms / 1000) - 20;
      seconds[second] = (seconds[second] ?? 0) + 1;
    }
    // 250 on the average; four standard deviations are 62.
    expect(Math.min(...seconds)).toBeGreaterThan(185);
    expect(Math.max(...seconds)).toBeLessThan(315);
  });

  test('the same enrolment waits the same time on every worker', () => {
    const id = '0199d7a0-0000-7000-8000-00000000abcd';
    expect(spreadOf(id)).toBe(spreadOf(id));
    expect(spreadOf(id)).toBe(20_000 + (0xabcd % 40_000));
  });
});
