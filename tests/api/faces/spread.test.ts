import { expect, test } from 'vitest';
import { spreadOf } from '../../../api/src/faces/template.ts';

const face = (...vector: number[]) => ({ modelId: 'm', weightsHash: 'w', vector });
const [same, near, odd] = [face(1, 0), face(0.9, 0.1), face(0, 1)];

test('one odd frame of a burst makes nobody a second person', () => {
  expect(spreadOf([same, near, same, odd, near])).toBeLessThan(0.2);
  expect(spreadOf([odd, same, same, near])).toBeLessThan(0.2);
});

test('two of them are somebody else, wherever in the burst', () => {
  for (const burst of [
    [same, odd, odd, near, same],
    [odd, same, same, near, odd],
    [odd, odd, same, same],
  ]) {
    expect(spreadOf(burst)).toBeGreaterThan(1.3);
  }
});

test('of a few frames each one counts', () => {
  expect(spreadOf([same, near, odd])).toBeGreaterThan(1.3);
  expect(spreadOf([same])).toBe(0);
  expect(spreadOf([])).toBe(0);
});
