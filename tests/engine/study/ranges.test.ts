import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, gapsWithin, measure, unionOf, without } from '@xuzheng/engine';

const ranges = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: -5, max: 200 }))
    .map(([from, length]) => [from, from + length] as const),
  { maxLength: 12 },
);

describe('stretches of a lesson', () => {
  it('a union is sorted, disjoint and covers what its parts cover', () => {
    fc.assert(
      fc.property(ranges, fc.integer({ min: 0, max: 1200 }), (list, at) => {
        const union = unionOf(list);
        union.forEach(([from, to], i) => {
          expect(to).toBeGreaterThan(from);
          expect(from).toBeGreaterThan(union[i - 1]?.[1] ?? -1);
        });
        expect(contains(union, at)).toBe(contains(list, at));
      }),
    );
  });

  it('what is covered and what is missing make the whole', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const inside = without([[0, 1200]], without([[0, 1200]], list));
        expect(measure(inside) + measure(gapsWithin(list, [0, 1200]))).toBe(1200);
      }),
    );
  });

  it('a repeated stretch counts once', () => {
    expect(
      measure([
        [0, 10],
        [5, 15],
        [0, 10],
      ]),
    ).toBe(15);
    expect(
      measure([
        [0, 0.1],
        [0.1, 0.2],
        [0.2, 0.3],
      ]),
    ).toBe(0.3);
  });
});
