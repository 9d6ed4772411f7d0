import { describe, expect, it } from 'vitest';
import {
  EXAM_TEXT,
  FACE_TIPS,
  HANDBOOK_POLICY,
  NOTICE_TEMPLATES,
  otherWarnings,
  phoneWarning,
  REFUSAL_CODES,
  refusalSentence,
  renderNotice,
  SMS_NAMES,
  smsOf,
  smsTexts,
} from '@xuzheng/engine';

const cleared = {
  name: '张三',
  postLabel: '土建施工员',
  studyYear: 2020,
  wording: 'handbook',
  reason: '非本人学习',
  explanation: '三张抓拍照片与头像不是同一人',
  part: null,
} as const;

describe('短信 and 温馨提示, word for word', () => {
  it('all courses complete', () => {
    expect(renderNotice('hoursCompleted', { examOpen: false })).toMatchObject({
      sms: null,
      inApp:
        '尊敬的学员，您已完成本年度继续教育学时，经审核通过后计入有效学时，审核时间大约需要3到5个工作日，请您耐心等待，学时审核通过后可登录管理系统完成换证。',
    });
  });

  it('hours accepted', () => {
    const sms =
      '【温馨提示】尊敬的学员，恭喜您的继续教育学时已通过审核，可登录管理系统查看学时记录获取最新电子证书。';
    expect(renderNotice('hoursAccepted', { examOpen: false }).sms).toBe(sms);
    const examOpen = renderNotice('hoursAccepted', { examOpen: true });
    expect(examOpen.sms).toBe(sms);
    expect(examOpen.inApp).toContain('尚需通过考核');
  });

  it('hours cleared, with name, post and year filled in', () => {
    expect(renderNotice('hoursCleared', cleared).sms).toBe(
      '尊敬的张三学员您好，因您在继续教育学习课程中存在作弊行为，按照有关要求，您的土建施工员岗位2020年度学时将被清除，请重新学习（教育培训网）',
    );
    expect(renderNotice('hoursCleared', cleared).inApp).toContain(cleared.explanation);
  });

  it('a policy may choose a neutral wording that accuses nobody', () => {
    const { sms } = renderNotice('hoursCleared', { ...cleared, wording: 'neutral' });
    expect(sms).not.toContain('作弊');
    expect(sms).toContain('2020年度学时');
  });

  it('a clear of a part names the part, says that the rest stays, and accuses nobody', () => {
    const { sms, title } = renderNotice('hoursCleared', { ...cleared, part: '“高处作业安全”' });
    expect(title).toBe('部分学时已清除');
    expect(sms).toContain('土建施工员岗位2020年度学时中的“高处作业安全”被认定无效');
    expect(sms).toContain('其余学时保留');
    expect(sms).not.toContain('作弊');
  });

  it('a code goes by SMS alone', () => {
    const notice = renderNotice('activationCode', { code: '042137', minutes: 5 });
    expect(notice.sms).toContain('042137');
    expect(notice.inApp).toBeNull();
    expect(notice.title).not.toContain('042137');
  });
});

describe('the handbook’s warnings', () => {
  it('carry the numbers of the policy', () => {
    expect(phoneWarning(HANDBOOK_POLICY.contacts)).toContain(
      '服务电话：13366510035，13366217296进行手机号码更正。',
    );
    expect(otherWarnings(HANDBOOK_POLICY.contacts)[2]).toContain('4009999355');
  });

  it('four tips for the camera, and the rule of the exam', () => {
    expect(FACE_TIPS).toHaveLength(4);
    expect(FACE_TIPS[2]).toBe('听到动作提示语后在 3 秒钟内匀速完成指定动作；');
    expect(EXAM_TEXT).toContain('考核未通过不影响学时累计');
  });
});

describe('every refusal says in plain words what to do', () => {
  it.each(REFUSAL_CODES)('%s', (code) => {
    const zh = refusalSentence({ code, details: { atLeast: 8, atMost: 128 } });
    const en = refusalSentence({ code, details: { atLeast: 8, atMost: 128 } }, 'en');
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(zh.endsWith('。')).toBe(true);
    expect(en.endsWith('.')).toBe(true);
    expect(zh + en).not.toMatch(/[!！{}]|undefined|失败\(E/);
    expect(en).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('fills in the details', () => {
    expect(
      refusalSentence({ code: 'account/passwordTooShort', details: { atLeast: 8 } }),
    ).toContain('至少使用 8 个字符');
  });

  it('codes are unique and each has its area', () => {
    expect(new Set(REFUSAL_CODES).size).toBe(REFUSAL_CODES.length);
    expect(REFUSAL_CODES.every((code) => /^[a-z]+\/[a-zA-Z]+$/.test(code))).toBe(true);
    expect([...NOTICE_TEMPLATES].every((name) => name.length > 0)).toBe(true);
  });
});

describe('texts registered with an SMS gateway', () => {
  it('there is one for every name, and no notice has an SMS without one', () => {
    expect([...smsTexts().keys()].sort()).toEqual([...SMS_NAMES].sort());
  });

  const filled = (text: string, blanks: readonly (readonly [string, string])[]): string =>
    blanks.reduce((all, [blank, value]) => all.replaceAll(`\${${blank}}`, value), text);
  const examples = [
    ['hoursCleared', cleared],
    ['hoursCleared', { ...cleared, wording: 'neutral' }],
    ['activationCode', { code: '042137', minutes: 5 }],
    ['certificateRenewed', { number: 'XZ2', replacedNumber: 'XZ1' }],
    ['certificateRenewed', { number: 'XZ2', replacedNumber: 'XZ2' }],
    ['certificateRenewed', { number: 'XZ2', replacedNumber: null }],
    ['yearEnding', { postLabel: '材料员', studyYear: 2026, lastDay: '12 月 31 日' }],
  ] as const;
  it.each(examples)('%s filled in by the gateway is the SMS as written here', (name, params) => {
    const message = smsOf(name, params as never);
    const text = smsTexts().get(message?.name ?? 'hoursAccepted') ?? '';
    const sms = renderNotice(name, params as never).sms ?? '';
    expect(sms.endsWith(filled(text, message?.blanks ?? []))).toBe(true);
  });
});
