import { describe, expect, it } from 'vitest';
import {
  auditOpensAfter,
  DEMO_POLICY,
  fastPolicy,
  HANDBOOK_POLICY,
  needsExam,
  POSTS,
  SHIPPED_POLICIES,
} from '@xuzheng/engine';

describe('policy is data', () => {
  it('handbook holds the default numbers', () => {
    expect(HANDBOOK_POLICY).toMatchObject({
      heartbeatSeconds: 15,
      leaseSeconds: 45,
      offlineGraceSeconds: 120,
      unacknowledgedPauseSeconds: 60,
      presenceGapSeconds: 1200,
      snapshotEverySeconds: 300,
      recheckEverySeconds: 900,
      recheckAnswerSeconds: 60,
      recheckTries: 3,
      missFinding: { k: 3, n: 5 },
      otherFaceFinding: 2,
      makeUpDays: 7,
      appealWorkingDays: 5,
      relearnWindowDays: 60,
      code: { ttlSeconds: 300, tries: 5, perMinute: 1, perHour: 5, perDay: 10 },
      audit: { dueWorkingDays: 3, overdueWorkingDays: 5, workingDayMs: null },
      dailyCapSeconds: null,
      exam: { questions: 50, pointsEach: 2, passAt: 60, timeLimitSeconds: null },
      creditHourSeconds: 2700,
      requirement: { creditHours: 32, professionalCreditHours: 22 },
      contacts: { service: ['13366510035', '13366217296'], platform: '4009999355' },
    });
  });

  it('demo shows the whole lifecycle in ten minutes', () => {
    expect(DEMO_POLICY.audit.workingDayMs).toBe(20_000);
    expect(DEMO_POLICY.requirement.creditHours).toBeNull();
    expect(fastPolicy().audit.workingDayMs).toBe(1000);
  });

  it('survives the way into a database and back', () => {
    for (const policy of SHIPPED_POLICIES) {
      expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
    }
  });

  it('the audit waits for the exam where the post has one', () => {
    for (const post of POSTS) {
      const expected = needsExam(HANDBOOK_POLICY, post) ? 'hoursAndExam' : 'hours';
      expect(auditOpensAfter(HANDBOOK_POLICY, post)).toBe(expected);
    }
    expect(needsExam(HANDBOOK_POLICY, 'materials')).toBe(false);
    expect(auditOpensAfter({ ...HANDBOOK_POLICY, auditOpensAfter: 'hours' }, 'quality-civil')).toBe(
      'hours',
    );
  });
});
