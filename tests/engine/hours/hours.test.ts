import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  balanceOf,
  clearEntries,
  creditEntries,
  creditHoursOf,
  DEMO_POLICY,
  HANDBOOK_POLICY,
  hoursStanding,
  measure,
  restoredWatched,
  restoreEntries,
  type LedgerEntry,
  type LessonStanding,
} from '@xuzheng/engine';

const lesson = (
  lessonId: string,
  minutes: number,
  watchedMinutes: number,
  kind: LessonStanding['kind'] = 'professional',
): LessonStanding => ({
  lessonId,
  kind,
  durationSeconds: minutes * 60,
  watched: watchedMinutes === 0 ? [] : [[0, watchedMinutes * 60]],
});

const studied = (lessonId: string, seconds: number, epoch = 1): LedgerEntry => ({
  entry: 'hours.studied',
  epoch,
  lessonId,
  seconds,
  auditId: null,
  at: 0,
});

describe('学时', () => {
  it('are 45 minutes each, shown with one decimal and never rounded up', () => {
    expect(creditHoursOf(2700, 2700)).toBe(1);
    expect(creditHoursOf(2699.999, 2700)).toBe(0.9);
    expect(creditHoursOf(86_400, 2700)).toBe(32);
    expect(creditHoursOf(270, 2700)).toBe(0.1);
    expect(creditHoursOf(0, 2700)).toBe(0);
  });

  it('32 a year, at least 22 of them professional', () => {
    const lessons = [lesson('a', 22 * 45, 22 * 45), lesson('b', 10 * 45, 10 * 45, 'public')];
    expect(hoursStanding(HANDBOOK_POLICY, lessons)).toMatchObject({
      complete: true,
      studiedCreditHours: 32,
      professionalCreditHours: 22,
    });
    const publicOnly = [lesson('a', 21 * 45, 21 * 45), lesson('b', 11 * 45, 11 * 45, 'public')];
    expect(hoursStanding(HANDBOOK_POLICY, publicOnly).complete).toBe(false);
  });

  it('are complete when all courses are complete, not before', () => {
    const open = [lesson('a', 22 * 45, 22 * 45), lesson('b', 12 * 45, 11 * 45, 'public')];
    expect(hoursStanding(HANDBOOK_POLICY, open)).toMatchObject({
      complete: false,
      lessonsComplete: 1,
      lessons: 2,
    });
    expect(hoursStanding(HANDBOOK_POLICY, []).complete).toBe(false);
  });

  it('under the demo policy the lessons themselves are the requirement', () => {
    const lessons = [lesson('a', 1, 1), lesson('b', 1.5, 1.5, 'public')];
    const standing = hoursStanding(DEMO_POLICY, lessons);
    expect(standing).toMatchObject({ complete: true, requiredSeconds: 150 });
    expect(standing.studiedCreditHours).toBe(standing.requiredCreditHours);
  });

  it('count a complete lesson whole, though its player may stop 3 s early', () => {
    const early: LessonStanding = { ...lesson('a', 1, 0), watched: [[0, 57.2]] };
    expect(hoursStanding(DEMO_POLICY, [early])).toMatchObject({
      complete: true,
      studiedSeconds: 60,
    });
  });
});

describe('the ledger', () => {
  const entries = [studied('a', 100), studied('b', 50.5)];
  const accepted = [...entries, ...creditEntries(entries, { auditId: 'x', at: 1 })];

  it('hours count only after the audit accepted them', () => {
    expect(balanceOf(entries)).toEqual({
      studiedSeconds: 150.5,
      creditedSeconds: 0,
      clearedSeconds: 0,
    });
    expect(balanceOf(accepted).creditedSeconds).toBe(150.5);
    expect(creditEntries(accepted, { auditId: 'x', at: 2 })).toEqual([]);
  });

  it('a clear is an opposite entry: hours are zero and nothing is deleted', () => {
    const cleared = [...accepted, ...clearEntries(accepted, { auditId: 'y', at: 2 })];
    expect(cleared).toHaveLength(6);
    expect(balanceOf(cleared)).toEqual({
      studiedSeconds: 0,
      creditedSeconds: 0,
      clearedSeconds: 150.5,
    });
    expect(clearEntries(cleared, { auditId: 'z', at: 3 })).toEqual([]);
  });

  it('a clear takes what stands in every epoch, what was studied last first', () => {
    const both = [...entries, studied('a', 30, 2)];
    const some = clearEntries(both, { auditId: 'y', at: 2 }, [{ lessonId: 'a', seconds: 50 }]);
    expect(some.map(({ epoch, seconds }) => [epoch, seconds])).toEqual([
      [2, -30],
      [1, -20],
    ]);
    const all = [...both, ...clearEntries(both, { auditId: 'y', at: 2 })];
    expect(balanceOf(all)).toMatchObject({ studiedSeconds: 0, clearedSeconds: 180.5 });
  });

  it('a granted appeal restores exactly the cleared seconds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1, maxLength: 20 }),
        fc.boolean(),
        (list, wasAccepted) => {
          const before = list.map((ms, i) => studied(`lesson-${i}`, ms / 1000));
          const stood = wasAccepted
            ? [...before, ...creditEntries(before, { auditId: 'x', at: 1 })]
            : before;
          const cleared = [...stood, ...clearEntries(stood, { auditId: 'y', at: 2 })];
          const restored = [...cleared, ...restoreEntries(cleared, 'y', 3)];
          expect(balanceOf(restored)).toEqual(balanceOf(stood));
        },
      ),
    );
  });
});

describe('a granted appeal after relearning began', () => {
  it('gives the union per lesson, capped at its duration', () => {
    expect(restoredWatched([[0, 40]], [[30, 70]], 60)).toEqual([[0, 60]]);
  });

  it('never makes it worse', () => {
    const ranges = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 })),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(ranges, ranges, (one, two) => {
        const cleared = one.map(([from, length]) => [from, Math.min(60, from + length)] as const);
        const again = two.map(([from, length]) => [from, Math.min(60, from + length)] as const);
        const result = measure(restoredWatched(cleared, again, 60));
        expect(result).toBeGreaterThanOrEqual(Math.max(measure(cleared), measure(again)));
        expect(result).toBeLessThanOrEqual(60);
      }),
    );
  });
});
