import { HANDBOOK_FACE_THRESHOLDS, judgeMatch, medianOf, type MatchInput } from '@xuzheng/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const bounds = HANDBOOK_FACE_THRESHOLDS.match;
const frames = (...portraits: number[]) => portraits.map((portrait) => ({ portrait }));
const cohort = (distance: number, size = 12) => Array.from({ length: size }, () => distance);

const TABLE: [name: string, input: MatchInput, outcome: string, fault: string | null][] = [
  ['a near portrait, nobody else enrolled', { frames: frames(0.3) }, 'matched', null],
  ['0.38 is not near enough alone', { frames: frames(0.38) }, 'uncertain', 'unlikePortrait'],
  [
    'nearer than to ten others by the margin',
    { frames: [{ portrait: 0.5, others: cohort(0.66) }] },
    'matched',
    null,
  ],
  [
    'as near to strangers as to the portrait',
    { frames: [{ portrait: 0.36, others: cohort(0.45) }] },
    'uncertain',
    'unlikePortrait',
  ],
  [
    'nine others are no cohort',
    { frames: [{ portrait: 0.5, others: cohort(0.9, 9) }] },
    'uncertain',
    'unlikePortrait',
  ],
  [
    'a margin does not help beyond 0.55',
    { frames: [{ portrait: 0.56, others: cohort(0.9) }] },
    'uncertain',
    'unlikePortrait',
  ],
  ['a stranger on two frames', { frames: frames(0.6, 0.7) }, 'missed', 'otherFace'],
  [
    'one frame alone never makes another face',
    { frames: frames(0.7) },
    'uncertain',
    'unlikePortrait',
  ],
  [
    'one frame after an earlier doubt',
    { frames: frames(0.7), earlierOtherFaces: 1 },
    'missed',
    'otherFace',
  ],
  ['one bad frame among good ones', { frames: frames(0.2, 0.72, 0.25) }, 'matched', null],
  [
    'like the portrait, unlike the entry frame',
    { frames: [{ portrait: 0.3, entry: 0.5 }] },
    'uncertain',
    'personChanged',
  ],
  [
    'a stranger to the entry frame, twice',
    {
      frames: [
        { portrait: 0.37, entry: 0.66 },
        { portrait: 0.36, entry: 0.64 },
      ],
    },
    'missed',
    'otherFace',
  ],
  [
    'two people in one burst',
    { frames: frames(0.2, 0.2, 0.2), withinBurst: 0.55 },
    'uncertain',
    'personChanged',
  ],
  [
    'two strangers in one burst',
    { frames: frames(0.2, 0.2, 0.2), withinBurst: 0.64 },
    'missed',
    'otherFace',
  ],
  ['no frame passed the gate', { frames: [] }, 'uncertain', 'noUsableFrame'],
];

describe('whose face it is', () => {
  test.each(TABLE)('%s', (_name, input, outcome, fault) => {
    expect(judgeMatch(input, bounds)).toMatchObject({ outcome, fault });
  });

  test('distance, margin and frames are on record', () => {
    const frame = (portrait: number) => ({ portrait, entry: 0.2, others: [...cohort(0.8), 0.7] });
    const verdict = judgeMatch({ frames: [frame(0.3), frame(0.32), frame(0.5)] }, bounds);
    expect(verdict.portraitDistance).toBe(0.32);
    expect(verdict.entryDistance).toBe(0.2);
    // The five nearest others: 0.7 once and 0.8 four times.
    expect(verdict.margin).toBeCloseTo(0.32 - 0.78, 6);
    expect(verdict.judgedFrames).toBe(3);
  });

  test('nobody beyond the strict bound is matched without a cohort', () => {
    const distances = fc.array(fc.double({ min: 0.38, max: 1.2, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(distances, (portraits) => {
        expect(judgeMatch({ frames: frames(...portraits) }, bounds).outcome).not.toBe('matched');
      }),
    );
  });

  test('a farther face never fares better, whatever the order of the frames', () => {
    const rank = { matched: 0, uncertain: 1, missed: 2 };
    const distances = fc.array(fc.double({ min: 0, max: 1.2, noNaN: true }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(distances, fc.double({ min: 0, max: 0.5, noNaN: true }), (near, more) => {
        const farther = near.map((distance) => distance + more).reverse();
        const before = judgeMatch({ frames: frames(...near) }, bounds).outcome;
        const after = judgeMatch({ frames: frames(...farther) }, bounds).outcome;
        expect(rank[after]).toBeGreaterThanOrEqual(rank[before]);
      }),
    );
  });

  test('the median of nothing is nothing', () => {
    expect(medianOf([])).toBeNull();
    expect(medianOf([3, 1, 2])).toBe(2);
    expect(medianOf([4, 1, 2, 3])).toBe(2.5);
  });
});
