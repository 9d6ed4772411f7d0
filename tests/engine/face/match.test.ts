import {
  DESCRIPTORS,
  HANDBOOK_FACE_THRESHOLDS,
  judgeMatch,
  medianOf,
  SHIPPED_MATCH_BOUNDS,
  thresholdsFor,
  type MatchInput,
} from '@xuzheng/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const bounds = HANDBOOK_FACE_THRESHOLDS.match;
const frames = (...portraits: number[]) => portraits.map((portrait) => ({ portrait }));
const cohort = (distance: number, size = 12) => Array.from({ length: size }, () => distance);

const TABLE: [name: string, input: MatchInput, outcome: string, fault: string | null][] = [
  ['a near portrait, nobody else enrolled', { frames: frames(0.7) }, 'matched', null],
  ['0.9 is not near enough alone', { frames: frames(0.9) }, 'uncertain', 'unlikePortrait'],
  [
    'nearer than to ten others by the margin',
    { frames: [{ portrait: 0.95, others: cohort(1.2) }] },
    'matched',
    null,
  ],
  [
    'as near to strangers as to the portrait',
    { frames: [{ portrait: 0.85, others: cohort(1) }] },
    'uncertain',
    'unlikePortrait',
  ],
  [
    'a portrait that is near to many others',
    { frames: [{ portrait: 0.9, others: cohort(1.2) }], portraitOthers: cohort(0.9) },
    'uncertain',
    'unlikePortrait',
  ],
  [
    'nine others are no cohort',
    { frames: [{ portrait: 0.95, others: cohort(1.5, 9) }] },
    'uncertain',
    'unlikePortrait',
  ],
  [
    'a margin does not help beyond 1',
    { frames: [{ portrait: 1.01, others: cohort(1.5) }] },
    'uncertain',
    'unlikePortrait',
  ],
  ['a stranger on two frames', { frames: frames(1.2, 1.4) }, 'missed', 'otherFace'],
  [
    'one frame alone never makes another face',
    { frames: frames(1.4) },
    'uncertain',
    'unlikePortrait',
  ],
  [
    'one frame after an earlier doubt',
    { frames: frames(1.4), earlierOtherFaces: 1 },
    'missed',
    'otherFace',
  ],
  ['one bad frame among good ones', { frames: frames(0.5, 1.4, 0.6) }, 'matched', null],
  [
    'like the portrait, unlike the entry frame',
    { frames: [{ portrait: 0.7, entry: 1.1 }] },
    'uncertain',
    'personChanged',
  ],
  [
    'a stranger to the entry frame, twice',
    {
      frames: [
        { portrait: 0.8, entry: 1.3 },
        { portrait: 0.85, entry: 1.25 },
      ],
    },
    'missed',
    'otherFace',
  ],
  [
    'two people in one burst',
    { frames: frames(0.5, 0.5, 0.5), withinBurst: 1.1 },
    'uncertain',
    'personChanged',
  ],
  [
    'two strangers in one burst',
    { frames: frames(0.5, 0.5, 0.5), withinBurst: 1.3 },
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
    const frame = (portrait: number) => ({ portrait, entry: 0.2, others: [...cohort(1.2), 1.1] });
    const three = [frame(0.6), frame(0.62), frame(0.9)];
    const verdict = judgeMatch({ frames: three }, bounds);
    expect(verdict.portraitDistance).toBe(0.62);
    expect(verdict.entryDistance).toBe(0.2);
    // The five nearest others: 1.1 once and 1.2 four times.
    expect(verdict.margin).toBeCloseTo(0.62 - 1.18, 6);
    expect(verdict.judgedFrames).toBe(3);
    // The others' nearness to the portrait weighs as much as their nearness to the frame.
    const both = judgeMatch({ frames: three, portraitOthers: cohort(1) }, bounds);
    expect(both.margin).toBeCloseTo(0.62 - (1.18 + 1) / 2, 6);
  });

  test('nobody beyond the strict bound is matched without a cohort', () => {
    const distances = fc.array(fc.double({ min: bounds.belowAlone, max: 2, noNaN: true }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(distances, (portraits) => {
        expect(judgeMatch({ frames: frames(...portraits) }, bounds).outcome).not.toBe('matched');
      }),
    );
  });

  test('a farther face never fares better, whatever the order of the frames', () => {
    const rank = { matched: 0, uncertain: 1, missed: 2 };
    const distances = fc.array(fc.double({ min: 0, max: 1.6, noNaN: true }), {
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

  test('a crowd that comes nearer never turns a doubt into a match', () => {
    const distance = fc.double({ min: 0, max: 1.5, noNaN: true });
    const crowd = fc.array(distance, { minLength: 10, maxLength: 30 });
    fc.assert(
      fc.property(distance, crowd, crowd, distance, (portrait, others, portraitOthers, step) => {
        const outcomeWith = (nearer: number) =>
          judgeMatch(
            {
              frames: [{ portrait, others: others.map((one) => one - nearer) }],
              portraitOthers: portraitOthers.map((one) => one - nearer),
            },
            bounds,
          ).outcome;
        if (outcomeWith(0) !== 'matched') expect(outcomeWith(step)).not.toBe('matched');
      }),
    );
  });

  test('with a cohort nobody is matched beyond the bound or without the margin', () => {
    const distance = fc.double({ min: 0, max: 1.5, noNaN: true });
    const crowd = fc.array(distance, { minLength: 10, maxLength: 30 });
    fc.assert(
      fc.property(distance, crowd, crowd, (portrait, others, portraitOthers) => {
        const input = { frames: [{ portrait, others }], portraitOthers };
        const { outcome, margin } = judgeMatch(input, bounds);
        if (outcome !== 'matched') return;
        expect(portrait).toBeLessThan(bounds.belowWithCohort);
        expect(margin).toBeLessThanOrEqual(bounds.marginAtMost);
      }),
    );
  });

  test('bounds hold for the distances of their own network only', () => {
    const handbook = HANDBOOK_FACE_THRESHOLDS;
    expect(thresholdsFor(handbook, 'mobilefacenet')).toBe(handbook);
    const other = thresholdsFor(handbook, 'face-api');
    expect(other).toMatchObject({ version: 'face-1', match: { descriptor: 'face-api' } });
    expect(other.quality).toBe(handbook.quality);
    // A policy stored before there was a second network names none.
    const { descriptor: _none, ...old } = other.match;
    const stored = { ...other, match: old } as typeof other;
    expect(thresholdsFor(stored, 'mobilefacenet')).toMatchObject({ version: 'face-2' });
    for (const kind of DESCRIPTORS) {
      const { match } = SHIPPED_MATCH_BOUNDS[kind];
      expect(match.descriptor).toBe(kind);
      expect(match.belowAlone).toBeLessThan(match.belowWithCohort);
      expect(match.belowWithCohort).toBeLessThan(match.otherFaceFrom);
      expect(match.cohortAtLeast).toBeGreaterThanOrEqual(10);
    }
  });

  test('the median of nothing is nothing', () => {
    expect(medianOf([])).toBeNull();
    expect(medianOf([3, 1, 2])).toBe(2);
    expect(medianOf([4, 1, 2, 3])).toBe(2.5);
  });
});
