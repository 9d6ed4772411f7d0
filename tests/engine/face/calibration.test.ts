import {
  exactBounds,
  HANDBOOK_FACE_THRESHOLDS,
  proposeBounds,
  resultOf,
  type MeasuredPair,
} from '@xuzheng/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const inForce = HANDBOOK_FACE_THRESHOLDS.match;
const pair = (same: boolean, portrait: number, others = 1.2): MeasuredPair => ({
  same,
  distances: { portrait, others: Array.from({ length: 12 }, () => others) },
  portraitOthers: Array.from({ length: 12 }, () => others),
});

describe('exact 95 % bounds of a share', () => {
  // Checked against sums of the binomial distribution.
  test.each([
    [0, 10, 0, 0.3084971],
    [10, 10, 0.6915029, 1],
    [1, 10, 0.002528579, 0.4450161],
    [5, 10, 0.187086, 0.812914],
    [0, 1000, 0, 0.003682084],
    [3, 1000, 0.0006191, 0.008742023],
    [224, 225, 0.9754873, 0.9998875],
    [40, 45, 0.7594642, 0.9629233],
  ])('%i of %i', (seen, tries, low, high) => {
    const bounds = exactBounds(seen, tries);
    expect(bounds.low).toBeCloseTo(low, 5);
    expect(bounds.high).toBeCloseTo(high, 5);
  });

  test('nothing tried says nothing', () => {
    expect(exactBounds(0, 0)).toEqual({ low: 0, high: 1 });
  });

  test('the share lies within, and more tries say more', () => {
    const tries = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(tries, fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const seen = Math.round(n * share);
        const once = exactBounds(seen, n);
        expect(once.low).toBeLessThanOrEqual(seen / n);
        expect(once.high).toBeGreaterThanOrEqual(seen / n);
        const tenfold = exactBounds(seen * 10, n * 10);
        expect(tenfold.high - tenfold.low).toBeLessThan(once.high - once.low);
      }),
    );
  });
});

describe('bounds proposed from an operator’s own pairs', () => {
  test('counts what the bounds decide', () => {
    const pairs = [pair(true, 0.5), pair(true, 1.05), pair(false, 1.3), pair(false, 0.8)];
    expect(resultOf(pairs, inForce)).toMatchObject({
      ...{ genuine: 2, matched: 1, impostors: 2, falselyMatched: 1 },
    });
  });

  test('keeps clear of the nearest stranger that was seen', () => {
    const strangers = [1.1, 1.2, 1.35].map((distance) => pair(false, distance));
    const { bounds, proposed } = proposeBounds([pair(true, 0.6), ...strangers], inForce);
    expect(bounds).toMatchObject({ belowAlone: 1.02, belowWithCohort: 1.07 });
    expect(bounds.marginAtMost).toBeCloseTo(-0.13, 6);
    expect(proposed).toMatchObject({ matched: 1, falselyMatched: 0 });
  });

  test('no stranger among the pairs is ever matched by what is proposed', () => {
    const distance = fc.double({ min: 0.3, max: 1.5, noNaN: true });
    const some = fc.array(fc.tuple(fc.boolean(), distance, distance), { maxLength: 40 });
    fc.assert(
      fc.property(some, (rows) => {
        const pairs = rows.map(([same, portrait, others]) => pair(same, portrait, others));
        const { bounds, proposed, impostorsNeeded } = proposeBounds(pairs, inForce);
        expect(proposed.falselyMatched).toBe(0);
        expect(bounds.belowWithCohort).toBeLessThan(inForce.otherFaceFrom);
        expect(impostorsNeeded).toBe(3688);
      }),
    );
  });
});
