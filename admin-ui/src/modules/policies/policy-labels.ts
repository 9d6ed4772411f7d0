import type { Bilingual } from '@xuzheng/learner-ui/look';

type Unit = keyof typeof UNITS;
/** What a number of a policy is called, and in what it is counted. */
export type PolicyLabel = Bilingual & { readonly unit?: Unit };

export const UNITS = {
  seconds: { zh: '秒', en: 's' },
  milliseconds: { zh: '毫秒', en: 'ms' },
  days: { zh: '天', en: 'days' },
  workingDays: { zh: '个工作日', en: 'working days' },
  years: { zh: '年', en: 'years' },
  times: { zh: '次', en: 'times' },
  hours: { zh: '学时', en: 'credit hours' },
  points: { zh: '分', en: 'points' },
  items: { zh: '道', en: 'questions' },
  frames: { zh: '帧', en: 'frames' },
  people: { zh: '人', en: 'people' },
  pixels: { zh: '像素', en: 'px' },
  degrees: { zh: '度', en: '°' },
} as const satisfies Record<string, Bilingual>;

const label = (zh: string, en: string, unit?: Unit): PolicyLabel =>
  unit === undefined ? { zh, en } : { zh, en, unit };

/** Every number of a policy by its place, in the groups in which it is read. */
export const POLICY_GROUPS: readonly {
  readonly title: Bilingual;
  readonly labels: Readonly<Record<string, PolicyLabel>>;
}[] = [
  {
    title: { zh: '学习', en: 'Study' },
    labels: {
      creditHourSeconds: label('一学时的时长', 'Length of a credit hour', 'seconds'),
      'requirement.creditHours': label('年度应学学时', 'Credit hours of a year', 'hours'),
      'requirement.professionalCreditHours': label(
        '其中专业学时',
        'Of these professional',
        'hours',
      ),
      studyYear: label('学习年度', 'Study year'),
      dailyCapSeconds: label('每日最多计入', 'Counted a day at most', 'seconds'),
      makeUpDays: label('补学期限', 'Make-up window', 'days'),
      heartbeatSeconds: label('学习进度上报间隔', 'Progress is told every', 'seconds'),
      leaseSeconds: label(
        '无上报多久后设备失去占用',
        'A silent device loses its lease after',
        'seconds',
      ),
      offlineGraceSeconds: label(
        '断网后补报仍计入的时长',
        'Offline time that still counts',
        'seconds',
      ),
      unacknowledgedPauseSeconds: label(
        '未确认多久后自动暂停',
        'Unacknowledged time that pauses',
        'seconds',
      ),
      positionToleranceSeconds: label('播放位置允许的滞后', 'Position may lag by', 'seconds'),
    },
  },
  {
    title: { zh: '抽查', en: 'Checks' },
    labels: {
      presenceGapSeconds: label(
        '两次到场证明的最长间隔',
        'Longest gap between proofs of presence',
        'seconds',
      ),
      snapshotEverySeconds: label('抓拍平均间隔', 'Snapshots, every', 'seconds'),
      recheckEverySeconds: label('复核平均间隔', 'Rechecks, every', 'seconds'),
      checkJitter: label('间隔随机浮动的比例', 'Share of random shift'),
      recheckAnswerSeconds: label('复核应答时限', 'Time to answer a recheck', 'seconds'),
      recheckTries: label('复核可试次数', 'Tries at a recheck', 'times'),
      'missFinding.k': label('记为疑点的未通过次数', 'Misses that make a finding', 'times'),
      'missFinding.n': label('在最近多少次抽查之内', 'Among the last checks', 'times'),
      otherFaceFinding: label('记为疑点的他人面孔次数', 'Other faces that make a finding', 'times'),
      findingRules: label('疑点规则版本', 'Version of the finding rules'),
      'challenge.actions': label('人脸核验的动作数', 'Actions of a face check', 'times'),
      'challenge.perActionMs': label('每个动作的时限', 'Time for each action', 'milliseconds'),
      'challenge.ttlSeconds': label('动作口令有效期', 'A challenge lapses after', 'seconds'),
    },
  },
  {
    title: { zh: '不刷脸学习', en: 'Study without a face' },
    labels: {
      'attended.answerSeconds': label('验证码应答时限', 'Time to answer a code', 'seconds'),
      'attended.questionTries': label(
        '答错几次后改用验证码',
        'Wrong answers before a code',
        'times',
      ),
      'attended.codeWaitSeconds': label(
        '短信未发出多久算平台责任',
        'Unsent code is our fault after',
        'seconds',
      ),
      'attended.code.ttlSeconds': label('验证码有效期', 'Code lapses after', 'seconds'),
      'attended.code.tries': label('每个验证码可试', 'Tries per code', 'times'),
      'attended.code.perMinute': label('每分钟最多发送', 'Codes per minute', 'times'),
      'attended.code.perHour': label('每小时最多发送', 'Codes per hour', 'times'),
      'attended.code.perDay': label('每天最多发送', 'Codes per day', 'times'),
    },
  },
  {
    title: { zh: '考核', en: 'Exam' },
    labels: {
      examPosts: label('需要考核的岗位', 'Posts with an exam'),
      'exam.questions': label('题数', 'Questions', 'items'),
      'exam.pointsEach': label('每题分值', 'Points each', 'points'),
      'exam.passAt': label('合格线(含)', 'Passed from', 'points'),
      'exam.timeLimitSeconds': label('考试时限', 'Time limit', 'seconds'),
    },
  },
  {
    title: { zh: '审核、清零与申诉', en: 'Audit, clearing, appeal' },
    labels: {
      auditOpensAfter: label('何时进入审核', 'The audit opens after'),
      'audit.dueWorkingDays': label('审核应完成于', 'Audit due after', 'workingDays'),
      'audit.overdueWorkingDays': label('审核超期于', 'Audit overdue after', 'workingDays'),
      'audit.workingDayMs': label(
        '演示用的一个工作日时长',
        'Length of a working day, for demonstration',
        'milliseconds',
      ),
      'audit.pauseAtMostWorkingDays': label('审核最多暂停', 'Audit paused at most', 'workingDays'),
      evidenceWorkingDays: label('补充说明期限', 'Time to answer the auditor', 'workingDays'),
      clearScopes: label('允许清零的范围', 'What a clear may take'),
      clearingNotice: label('清零短信用语', 'Wording of the clearing SMS'),
      appealWorkingDays: label('申诉期限', 'Appeal within', 'workingDays'),
      relearnWindowDays: label('重新学习期限', 'Relearn within', 'days'),
    },
  },
  {
    title: { zh: '证书', en: 'Certificates' },
    labels: {
      'certificate.issuer': label('发证单位', 'Issuer'),
      'certificate.prefix': label('编号前缀', 'Prefix of numbers'),
      'certificate.hoursNumber': label('学时证明编号规则', 'Numbers of hours certificates'),
      'certificate.trainingNumber': label('培训合格证编号规则', 'Numbers of training certificates'),
      'certificate.validYears': label('证书有效期', 'Valid for', 'years'),
      'certificate.electronicKeepsNumber': label(
        '原电子证书换证后沿用编号',
        'An electronic one keeps its number',
      ),
    },
  },
  {
    title: { zh: '账号与通知', en: 'Account and notices' },
    labels: {
      'code.ttlSeconds': label('短信验证码有效期', 'SMS code lapses after', 'seconds'),
      'code.tries': label('每个验证码可试', 'Tries per code', 'times'),
      'code.perMinute': label('每分钟最多发送', 'Codes per minute', 'times'),
      'code.perHour': label('每小时最多发送', 'Codes per hour', 'times'),
      'code.perDay': label('每天最多发送', 'Codes per day', 'times'),
      phoneSelfService: label('学员可自行更换手机号', 'Learners change their phone themselves'),
      'contacts.service': label('客服电话', 'Service phones'),
      'contacts.platform': label('平台电话', 'Platform phone'),
      'reminders.yearEnd': label('年度结束前几天提醒', 'Reminders before the year ends', 'days'),
      'reminders.relearn': label('重学期限前几天提醒', 'Reminders before relearning ends', 'days'),
      'reminders.appeal': label('申诉期限前几天提醒', 'Reminders before the appeal ends', 'days'),
      'reminders.expiry': label('证书到期前几天提醒', 'Reminders before expiry', 'days'),
    },
  },
];
