import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countsAlso,
  findingsOf,
  HANDBOOK_POLICY,
  measure,
  originCleared,
  originRestored,
  riskOf,
  sharedWatched,
  startOfDay,
  type Range,
} from '@xuzheng/engine';

const YEAR = { yearStartsOn: '2026-01-01', yearEndsOn: '2027-01-01' };
const OPEN = { ...YEAR, closed: false, hoursComplete: false };
const at = (day: string, hour = 10) => startOfDay(day) + hour * 3_600_000;
const lesson = (change: object = {}) => ({
  ...{ kind: 'public' as const, startedAt: at('2026-03-02'), completedAt: at('2026-03-02', 11) },
  ...change,
});

describe('hours of a public course', () => {
  it('count for the other posts of the year; those of a professional course do not', () => {
    expect(countsAlso(lesson(), OPEN)).toBe(true);
    expect(countsAlso(lesson({ kind: 'professional' }), OPEN)).toBe(false);
  });

  it('count only where the year is open and its hours are', () => {
    expect(countsAlso(lesson(), { ...OPEN, closed: true })).toBe(false);
    expect(countsAlso(lesson(), { ...OPEN, hoursComplete: true })).toBe(false);
  });

  it('belong to one study year each: no second of another year is shared', () => {
    const first = startOfDay('2026-01-01');
    const last = startOfDay('2027-01-01');
    expect(countsAlso(lesson({ startedAt: first }), OPEN)).toBe(true);
    expect(countsAlso(lesson({ startedAt: first - 1 }), OPEN)).toBe(false);
    expect(countsAlso(lesson({ completedAt: last - 1 }), OPEN)).toBe(true);
    expect(countsAlso(lesson({ completedAt: last }), OPEN)).toBe(false);
    const anniversary = { ...OPEN, yearStartsOn: '2026-03-03', yearEndsOn: '2027-03-03' };
    expect(countsAlso(lesson(), anniversary)).toBe(false);
  });

  it('never make a lesson longer than it is, nor count a second twice', () => {
    const ranges = fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 200 }))
        .map(([from, length]): Range => [from, from + length]),
    );
    fc.assert(
      fc.property(ranges, ranges, (own, elsewhere) => {
        const both = measure(sharedWatched(own, elsewhere, 600));
        expect(both).toBeLessThanOrEqual(600);
        expect(both).toBeLessThanOrEqual(measure(own) + measure(elsewhere));
        expect(measure(sharedWatched(own, own, 600))).toBe(measure(sharedWatched(own, [], 600)));
      }),
    );
  });
});

describe('a clear for one post', () => {
  const origin = {
    ...{ auditId: 'a1', postLabel: '材料员', studyYear: 2026, clearedAt: at('2026-05-04') },
    ...{ reason: '非本人学习', ruleVersion: 'findings-1', sessions: ['s1', 's2'] },
    lessons: [
      { title: '法律法规', seconds: 1800 },
      { title: '职业道德', seconds: 600 },
    ],
  };

  it('is a strong finding for the others, with what it rests on', () => {
    expect(originCleared(origin)).toEqual({
      kind: 'originCleared',
      strength: 'strong',
      seconds: 2400,
      sentence:
        '本岗位有 40 分钟公需学时来自材料员岗位 2026 年度(《法律法规》《职业道德》),该岗位学时已于 5 月 4 日 10:00 清除(非本人学习)。请查看来源证据后判断。',
      evidence: { sessions: ['s1', 's2'], checks: [] },
      ruleVersion: 'findings-1',
      key: 'originCleared:a1',
    });
  });

  it('restored on appeal is the same finding as a note: on record, of no weight', () => {
    const restored = originRestored(origin, at('2026-05-20'));
    expect(restored).toMatchObject({ strength: 'note', key: originCleared(origin).key });
    expect(restored.sentence).toContain('经申诉已于 5 月 20 日 10:00 恢复');
    expect(riskOf([restored], 0)).toBeLessThan(riskOf([originCleared(origin)], 0));
  });

  it('is found by no rule over the evidence of the other post: it comes from the clear alone', () => {
    const nothing = { sessions: [], checks: [], sharedFaces: [], sharedDevices: [] };
    expect(findingsOf(nothing, HANDBOOK_POLICY)).toEqual([]);
  });
});
