import { HANDBOOK_POLICY, SANDBOX_POLICY, SHIPPED_POLICIES } from '@xuzheng/engine';
import { describe, expect, it } from 'vitest';
import { policyGroups } from '../../../admin-ui/src/modules/policies/policy-lines.ts';

const linesOf = (body: unknown) => policyGroups(body).flatMap(({ lines }) => lines);
const valueOf = (path: string, body: unknown = HANDBOOK_POLICY) =>
  linesOf(body).find((line) => line.path === path)?.value.zh;

describe('a policy is read in words', () => {
  it('names every number of every policy that ships', () => {
    for (const policy of [...SHIPPED_POLICIES, SANDBOX_POLICY]) {
      const unnamed = policyGroups(policy).find(({ title }) => title.zh === '其他');
      expect(unnamed?.lines.map(({ path }) => path) ?? []).toEqual([]);
      const lines = linesOf(policy);
      expect(lines.length).toBeGreaterThan(80);
      for (const { path, label } of lines) expect(label.zh, path).toMatch(/\p{Script=Han}/u);
    }
  });

  it('with units, names for names, and what no limit means', () => {
    expect(valueOf('audit.dueWorkingDays')).toBe('3 个工作日');
    expect(valueOf('exam.passAt')).toBe('60 分');
    expect(valueOf('creditHourSeconds')).toBe('45 分钟');
    expect(valueOf('heartbeatSeconds')).toBe('15 秒');
    expect(valueOf('offlineGraceSeconds')).toBe('2 分钟');
    expect(valueOf('exam.timeLimitSeconds')).toBe('无');
    expect(valueOf('studyYear')).toBe('自然年');
    expect(valueOf('clearScopes')).toBe('全部学时');
    expect(valueOf('examPosts')).toContain('质量员');
    expect(valueOf('phoneSelfService')).toBe('否');
    expect(valueOf('faceThresholds.match.cohortAtLeast', SANDBOX_POLICY)).toBe('不启用');
  });

  it('shows what it has no name for as it came', () => {
    expect(linesOf({ ...HANDBOOK_POLICY, later: { number: 7 } }).at(-1)).toMatchObject({
      ...{ path: 'later.number', value: { zh: '7' } },
    });
  });
});
