import { HANDBOOK_FACE_THRESHOLDS } from '../face/thresholds.ts';
import { ATTENDED_RULE } from '../study/attended.ts';
import { policyWith, type Policy } from './policy.ts';

/**
 * The default policy. Numbers without a source in the handbook are choices of this product and
 * policy data like all others: posts with an exam, certificate numbers, length of a 学时.
 */
export const HANDBOOK_POLICY: Policy = {
  id: 'handbook',
  version: 1,

  heartbeatSeconds: 15,
  leaseSeconds: 45,
  offlineGraceSeconds: 120,
  unacknowledgedPauseSeconds: 60,
  positionToleranceSeconds: 5,
  presenceGapSeconds: 20 * 60,
  snapshotEverySeconds: 5 * 60,
  recheckEverySeconds: 15 * 60,
  checkJitter: 0.4,
  recheckAnswerSeconds: 60,
  recheckTries: 3,
  missFinding: { k: 3, n: 5 },
  otherFaceFinding: 2,
  makeUpDays: 7,
  dailyCapSeconds: null,
  // Handbook §1: 听到动作提示语后在 3 秒钟内匀速完成指定动作.
  challenge: { actions: 2, perActionMs: 3000, ttlSeconds: 90 },
  faceThresholds: HANDBOOK_FACE_THRESHOLDS,
  attended: ATTENDED_RULE,

  creditHourSeconds: 45 * 60,
  requirement: { creditHours: 32, professionalCreditHours: 22 },
  studyYear: 'calendar',

  examPosts: [
    'construction-civil',
    'construction-decoration',
    'construction-equipment',
    'construction-municipal',
    'quality-civil',
    'quality-decoration',
    'quality-equipment',
    'quality-municipal',
  ],
  // Handbook §2: 题目共 50 道,满分 100 分,60 分(含)以上为合格.
  exam: { questions: 50, pointsEach: 2, passAt: 60, timeLimitSeconds: null },

  // Handbook §1: 审核时间大约需要 3 到 5 个工作日.
  audit: {
    dueWorkingDays: 3,
    overdueWorkingDays: 5,
    workingDayMs: null,
    // Not in the handbook: twice the longest audit.
    pauseAtMostWorkingDays: 10,
  },
  auditOpensAfter: 'hoursAndExam',
  appealWorkingDays: 5,
  relearnWindowDays: 60,
  findingRules: 'findings-1',
  // Handbook §3: 将对学时进行清除: the year's, not a part of them.
  clearScopes: ['wholeYear'],
  evidenceWorkingDays: 3,

  code: { ttlSeconds: 300, tries: 5, perMinute: 1, perHour: 5, perDay: 10 },
  // Handbook, 重要提示 and 其他注意事项.
  contacts: { service: ['13366510035', '13366217296'], platform: '4009999355' },
  phoneSelfService: false,
  clearingNotice: 'handbook',
  certificate: {
    hoursNumber: '{prefix}XS{year}{seq}',
    trainingNumber: '{prefix}HG{year}{seq}',
    prefix: 'XZ',
    issuer: '北京建工培训中心',
    validYears: null,
    electronicKeepsNumber: false,
  },
};

/**
 * The whole lifecycle in ten minutes: lessons of a minute or so are all the hours asked for, a
 * working day lasts 20 s, and checks come often enough to be seen.
 */
export const DEMO_POLICY: Policy = policyWith(HANDBOOK_POLICY, {
  id: 'demo',
  heartbeatSeconds: 5,
  leaseSeconds: 20,
  offlineGraceSeconds: 60,
  unacknowledgedPauseSeconds: 30,
  presenceGapSeconds: 180,
  snapshotEverySeconds: 20,
  recheckEverySeconds: 50,
  creditHourSeconds: 45,
  requirement: { creditHours: null, professionalCreditHours: null },
  audit: { dueWorkingDays: 3, overdueWorkingDays: 5, workingDayMs: 20_000 },
  clearScopes: ['wholeYear', 'course', 'lesson', 'segments'],
});

/**
 * The policy of a sandbox (F39): a working day and a 学时 last a second, so that a study year fits into
 * two minutes. Its faces are drawn and may be the same for many, so no cohort is asked of them; its
 * numbers cannot be taken for certificates.
 */
export const SANDBOX_POLICY: Policy = policyWith(DEMO_POLICY, {
  id: 'sandbox',
  heartbeatSeconds: 1,
  leaseSeconds: 20,
  snapshotEverySeconds: 3,
  recheckEverySeconds: 3600,
  creditHourSeconds: 1,
  audit: { dueWorkingDays: 3, overdueWorkingDays: 5, workingDayMs: 1000 },
  appealWorkingDays: 60,
  relearnWindowDays: 600,
  faceThresholds: {
    ...HANDBOOK_FACE_THRESHOLDS,
    version: `${HANDBOOK_FACE_THRESHOLDS.version}-sandbox`,
    match: {
      ...HANDBOOK_FACE_THRESHOLDS.match,
      cohortAtLeast: Number.MAX_SAFE_INTEGER,
      // A lesson of seconds has room for one picture.
      otherFaceRepeats: 1,
    },
  },
  certificate: {
    ...HANDBOOK_POLICY.certificate,
    prefix: 'SANDBOX-',
    issuer: '续证沙箱(样张,不作证明)',
  },
});

/** The policies the product ships with. */
export const SHIPPED_POLICIES: readonly Policy[] = [HANDBOOK_POLICY, DEMO_POLICY];

/** A policy for tests: working days of a second, beats of a second, rechecks only when asked for. */
export const fastPolicy = (changes: Partial<Policy> = {}): Policy =>
  policyWith(DEMO_POLICY, {
    id: 'fast',
    heartbeatSeconds: 1,
    leaseSeconds: 5,
    offlineGraceSeconds: 20,
    unacknowledgedPauseSeconds: 10,
    snapshotEverySeconds: 4,
    recheckEverySeconds: 3600,
    creditHourSeconds: 1,
    audit: { dueWorkingDays: 3, overdueWorkingDays: 5, workingDayMs: 1000 },
    ...changes,
  });
