import type { Policy } from '../policy/policy.ts';
import { HOURS_ACCEPTED_TEXT, HOURS_COMPLETED_TEXT, hoursClearedText } from './handbook.ts';

/** What each notice needs to be filled in. */
export type NoticeParams = {
  activationCode: { code: string; minutes: number };
  recoveryCode: { code: string; minutes: number };
  attendedCode: { code: string; minutes: number };
  hoursCompleted: { examOpen: boolean };
  hoursAccepted: { examOpen: boolean };
  hoursCleared: {
    name: string;
    postLabel: string;
    studyYear: number;
    wording: Policy['clearingNotice'];
    reason: string;
    explanation: string;
    /** Null: the whole year. Else the words for the part. */
    part: string | null;
  };
  /** The audit asks the learner something; `lastMoment` is when the answer is due, in words. */
  evidenceAsked: { question: string; lastMoment: string };
  auditOverdue: Record<never, never>;
  auditPaused: { reason: string; until: string };
  examPassed: { score: number };
  appealFiled: Record<never, never>;
  appealOverdue: Record<never, never>;
  appealGranted: Record<never, never>;
  appealDismissed: { explanation: string };
  hoursReopened: Record<never, never>;
  certificateRenewed: { number: string; replacedNumber: string | null };
  certificateVoided: { number: string; reason: string };
  certificateExpiring: { number: string; lastDay: string };
  renewalRefused: { reason: string };
  phoneCorrectedOld: { tail: string };
  phoneCorrectedNew: { platform: string };
  relearnEnding: { lastDay: string };
  appealEnding: { lastDay: string };
  yearEnding: { postLabel: string; studyYear: number; lastDay: string };
  appealWithdrawn: Record<never, never>;
  enrolmentExpired: { service: string };
  enrolmentWithdrawn: Record<never, never>;
  accommodationRecorded: { words: string; reason: string };
  accommodationEnded: Record<never, never>;
};

export const NOTICE_TEMPLATES = [
  'activationCode',
  'recoveryCode',
  'attendedCode',
  'hoursCompleted',
  'hoursAccepted',
  'hoursCleared',
  'evidenceAsked',
  'auditOverdue',
  'auditPaused',
  'examPassed',
  'appealFiled',
  'appealOverdue',
  'appealGranted',
  'appealDismissed',
  'hoursReopened',
  'certificateRenewed',
  'certificateVoided',
  'certificateExpiring',
  'renewalRefused',
  'phoneCorrectedOld',
  'phoneCorrectedNew',
  'relearnEnding',
  'appealEnding',
  'yearEnding',
  'appealWithdrawn',
  'enrolmentExpired',
  'enrolmentWithdrawn',
  'accommodationRecorded',
  'accommodationEnded',
] as const satisfies readonly (keyof NoticeParams)[];

export type NoticeTemplate = keyof NoticeParams;

/** A notice as it goes out. Codes are never shown in the app: they prove the phone. */
export type NoticeText = {
  readonly title: string;
  /** Null: this notice has no SMS. */
  readonly sms: string | null;
  /** Null: this notice is an SMS alone. */
  readonly inApp: string | null;
};

type Renderers = { readonly [T in NoticeTemplate]: (params: NoticeParams[T]) => NoticeText };

/** In-app addition while the exam is still to be passed; the SMS stays word for word. */
export const EXAM_STILL_OPEN = '尚需通过考核';

const REMINDER = '【温馨提示】';
const SIGNATURE = '【续证】';

const both = (title: string, text: string): NoticeText => ({
  title,
  sms: `${REMINDER}${text}`,
  inApp: text,
});
const inAppOnly = (title: string, text: string): NoticeText => ({ title, sms: null, inApp: text });
const codeText = (what: string, code: string, minutes: number): NoticeText => ({
  title: `${what}验证码`,
  sms: `${SIGNATURE}您的${what}验证码是 ${code}，${minutes} 分钟内有效。请勿告诉他人，工作人员不会向您索要。`,
  inApp: null,
});

/** Our own words for a clear of a part: the handbook knows none. */
const partWording = (
  { name, postLabel, studyYear }: NoticeParams['hoursCleared'],
  part: string,
): string =>
  `尊敬的${name}学员您好，经审核，您的${postLabel}岗位${studyYear}年度学时中的${part}被认定无效，将被清除，` +
  '其余学时保留，请登录系统查看原因并重新学习该部分；如有异议，可在系统内申诉';

const clearedWording = (params: NoticeParams['hoursCleared']): string => {
  if (params.part !== null) return partWording(params, params.part);
  return params.wording === 'handbook'
    ? hoursClearedText(params.name, params.postLabel, params.studyYear)
    : `尊敬的${params.name}学员您好，经审核，您的${params.postLabel}岗位${params.studyYear}年度学时被认定无效，` +
        '将被清除，请登录系统查看原因并重新学习；如有异议，可在系统内申诉';
};

/** An electronic original may keep its number: the document is void all the same. */
const replacedText = (number: string, replaced: string | null): string => {
  if (replaced === null) return '。';
  return `，${replaced === number ? '同编号的原证书' : `原证书 ${replaced} `}同时作废。`;
};

const RENDERERS: Renderers = {
  activationCode: ({ code, minutes }) => codeText('账号激活', code, minutes),
  recoveryCode: ({ code, minutes }) => codeText('找回密码', code, minutes),
  attendedCode: ({ code, minutes }) => codeText('学习核验', code, minutes),
  hoursCompleted: ({ examOpen }) => ({
    title: '学时学习已完成',
    sms: null,
    inApp: examOpen ? `${HOURS_COMPLETED_TEXT}${EXAM_STILL_OPEN}。` : HOURS_COMPLETED_TEXT,
  }),
  hoursAccepted: ({ examOpen }) => ({
    title: '学时审核已通过',
    sms: `${REMINDER}${HOURS_ACCEPTED_TEXT}`,
    inApp: examOpen ? `${HOURS_ACCEPTED_TEXT}${EXAM_STILL_OPEN}。` : HOURS_ACCEPTED_TEXT,
  }),
  hoursCleared: (params) => ({
    title: params.part === null ? '学时已清除' : '部分学时已清除',
    // Handbook §3 quotes this SMS without 【温馨提示】 in front.
    sms: clearedWording(params),
    inApp: `${clearedWording(params)}。原因：${params.reason}。说明：${params.explanation}`,
  }),
  evidenceAsked: ({ question, lastMoment }) => ({
    title: '审核需要您补充说明',
    sms: `${REMINDER}尊敬的学员，您的学时审核需要您补充说明，请于${lastMoment}前登录系统答复。答复前审核计时暂停。`,
    inApp: `审核员请您补充说明：${question}。请于${lastMoment}前在审核页面答复；答复前审核计时暂停。`,
  }),
  auditOverdue: () =>
    inAppOnly(
      '审核超过期限',
      '您的学时审核已超过 5 个工作日，已提交上级处理。审核不会因超期自动通过或清除，请您耐心等待。',
    ),
  auditPaused: ({ reason, until }) =>
    inAppOnly(
      '审核计时暂停',
      `您的学时审核计时已暂停，原因：${reason}。最迟 ${until} 恢复，暂停的工作日不计入审核期限，您的学时没有变化。`,
    ),
  examPassed: ({ score }) => inAppOnly('考核合格', `您的在线考核成绩为 ${score} 分，已合格。`),
  appealFiled: () =>
    inAppOnly('申诉已提交', '您的申诉已提交，将由未参与原审核的人员处理。处理期间可继续学习。'),
  appealOverdue: () =>
    inAppOnly(
      '申诉超过期限',
      '您的申诉已超过答复期限，已提交上级处理。申诉不会因超期自动成立或驳回，期间可继续学习。',
    ),
  appealGranted: () =>
    both(
      '申诉成立',
      '尊敬的学员，您的申诉成立，被清除的学时已全部恢复，已重新学习的学时予以保留。',
    ),
  appealDismissed: ({ explanation }) => ({
    title: '申诉未成立',
    sms: `${REMINDER}尊敬的学员，您的申诉未成立，请登录系统查看说明，并在期限内重新学习。`,
    inApp: `您的申诉未成立。说明：${explanation}`,
  }),
  hoursReopened: () =>
    inAppOnly('学时重新审核', '您已通过的学时正在重新审核，请在进度页查看原因与期限。'),
  certificateRenewed: ({ number, replacedNumber }) =>
    both(
      '证书已更新',
      `尊敬的学员，您的电子培训合格证已生成，编号 ${number}` + replacedText(number, replacedNumber),
    ),
  certificateVoided: ({ number, reason }) => ({
    title: '证书已作废',
    sms: `${REMINDER}尊敬的学员，您的电子培训合格证 ${number} 已作废，请登录系统查看原因。`,
    inApp: `您的电子培训合格证 ${number} 已作废。原因：${reason}`,
  }),
  certificateExpiring: ({ number, lastDay }) =>
    both(
      '证书即将到期',
      `尊敬的学员，您的电子培训合格证 ${number} 有效期至 ${lastDay}，请及时完成继续教育并更新证书。`,
    ),
  renewalRefused: ({ reason }) =>
    both('证书更新未通过', `尊敬的学员，本次证书更新未通过，原证书仍然有效。原因：${reason}。`),
  phoneCorrectedOld: ({ tail }) => ({
    title: '手机号码已更正',
    sms: `${SIGNATURE}您的账号手机号码已更正为尾号 ${tail} 的号码。若非本人办理，请立即致电服务电话。`,
    inApp: null,
  }),
  phoneCorrectedNew: ({ platform }) =>
    both(
      '手机号码已更正',
      `尊敬的学员，本号码已登记为您的账号手机号码，其他设备已退出登录。如有疑问，请致电 ${platform}。`,
    ),
  relearnEnding: ({ lastDay }) =>
    both('重新学习即将截止', `尊敬的学员，您的重新学习期限至 ${lastDay} 24:00，请尽快补齐学时。`),
  appealEnding: ({ lastDay }) =>
    both(
      '申诉即将截止',
      `尊敬的学员，您对学时清除的申诉可提交至 ${lastDay} 24:00。如有异议，请登录系统申诉；申诉与否都可以继续重新学习。`,
    ),
  yearEnding: ({ postLabel, studyYear, lastDay }) =>
    both(
      '学习年度即将结束',
      `尊敬的学员，您的${postLabel}岗位${studyYear}年度继续教育至 ${lastDay} 24:00 结束，学时尚未学完，请按时完成。`,
    ),
  appealWithdrawn: () => inAppOnly('申诉已撤回', '您的申诉已撤回，重新学习的期限继续计算。'),
  enrolmentExpired: ({ service }) =>
    inAppOnly(
      '学习年度已结束',
      `本学习年度已结束，学时没有按时学完。如有疑问，请致电北京建工培训中心 ${service}。`,
    ),
  enrolmentWithdrawn: () => inAppOnly('继续教育已撤回', '您的本次继续教育已撤回。'),
  accommodationRecorded: ({ words, reason }) =>
    inAppOnly(
      '已为您登记便利安排',
      `已为您登记学习核验的便利安排：${words}。登记原因：${reason}。如与您的情况不符，请致电服务电话。`,
    ),
  accommodationEnded: () =>
    inAppOnly(
      '便利安排已结束',
      '为您登记的学习核验便利安排已结束，之后按通常方式核验。如仍需要，请致电服务电话。',
    ),
};

/** A notice with its blanks filled in: title, SMS, in-app copy. */
export function renderNotice<T extends NoticeTemplate>(
  template: T,
  params: NoticeParams[T],
): NoticeText {
  return RENDERERS[template](params);
}
