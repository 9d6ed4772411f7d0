import { HOURS_COMPLETED_TEXT } from '@xuzheng/engine';
import { beforeEach, describe, expect, test } from 'vitest';
import FaceConsents from '../../../learner-ui/src/app/FaceConsents.vue';
import LifecycleStepper from '../../../learner-ui/src/app/LifecycleStepper.vue';
import { EvidenceStrip } from '../../../learner-ui/src/look/index.ts';
import CodePasswordForm from '../../../learner-ui/src/modules/account/CodePasswordForm.vue';
import AuditBeads from '../../../learner-ui/src/modules/audit/AuditBeads.vue';
import AuditWaiting from '../../../learner-ui/src/modules/audit/AuditWaiting.vue';
import { chosenAfter } from '../../../learner-ui/src/modules/exam/use-answers.ts';
import FaceTips from '../../../learner-ui/src/modules/study/FaceTips.vue';
import CompletionNotice from '../../../learner-ui/src/modules/training/CompletionNotice.vue';
import { mounted } from './mounted.ts';

beforeEach(() => {
  localStorage.clear();
  document.body.innerHTML = '';
});
const id = (name: string) => `[data-testid="${name}"]`;

describe('the notice of completed courses', () => {
  const props = { enrolmentId: 'e', epoch: 1, text: HOURS_COMPLETED_TEXT };

  test('系统将弹出提示, word for word', () => {
    const notice = mounted(CompletionNotice, props);
    expect(notice.find(id('completion-popup')).text()).toBe(
      '尊敬的学员，您已完成本年度继续教育学时，经审核通过后计入有效学时，' +
        '审核时间大约需要3到5个工作日，请您耐心等待，学时审核通过后可登录管理系统完成换证。',
    );
  });

  test('it pops up once, stays on the page, and again after a second completion', async () => {
    const first = mounted(CompletionNotice, props);
    await first.find(id('completion-close')).trigger('click');
    const later = mounted(CompletionNotice, props);
    expect(later.find(id('completion-popup')).exists()).toBe(false);
    expect(later.find(id('completion-notice')).text()).toContain('尊敬的学员');
    const again = mounted(CompletionNotice, { ...props, epoch: 2 });
    expect(again.find(id('completion-popup')).exists()).toBe(true);
  });
});

test('the four tips are those of the handbook', () => {
  const tips = mounted(FaceTips, {})
    .findAll('li')
    .map((tip) => tip.text());
  expect(tips).toEqual([
    '面部与摄像头采集区域尽量保持平视；',
    '注意环境的光线不要过明或过暗；',
    '听到动作提示语后在 3 秒钟内匀速完成指定动作；',
    '保证网络通畅。',
  ]);
});

test('the two consents to the face are unticked, and both are needed', async () => {
  const consents = mounted(FaceConsents, {});
  const useFace = consents.find<HTMLInputElement>(id('consent-use-face'));
  const keepFrames = consents.find<HTMLInputElement>(id('consent-keep-frames'));
  const agree = () => consents.find(id('consent-agree')).attributes('disabled');
  expect([useFace.element.checked, keepFrames.element.checked]).toEqual([false, false]);
  expect(agree()).toBeDefined();
  await useFace.setValue(true);
  expect(agree()).toBeDefined();
  await keepFrames.setValue(true);
  expect(agree()).toBeUndefined();
});

test('two different new passwords are not sent', async () => {
  const sent: string[] = [];
  const form = mounted(CodePasswordForm, {
    lead: '',
    action: '激活并登录',
    send: async () => ({ resendInSeconds: 60, expiresInSeconds: 300 }),
    finish: async (_code: string, password: string) => void sent.push(password),
  });
  await form.find(id('code-input')).setValue('123456');
  await form.find(id('new-password')).setValue('correct horse');
  await form.find(id('repeat-password')).setValue('correct house');
  await form.find('form').trigger('submit');
  expect(sent).toEqual([]);
  expect(form.text()).toContain('两次输入的密码不一致');
});

describe('the beads of the audit', () => {
  const bead = (n: number, more: object = {}) => ({
    n,
    day: `2026-10-0${n}`,
    startsAt: '2026-10-01T00:00:00Z',
    endsAt: '2026-10-01T00:00:00Z',
    status: n === 1 ? 'current' : 'ahead',
    deadline: n === 3 ? 'due' : n === 5 ? 'overdue' : null,
    daysOff: [],
    pausedDays: 0,
    ...more,
  });

  test('one bead a working day, holidays collapsed with their name', () => {
    const beads = [1, 2, 3, 4, 5].map((n) =>
      bead(n, n === 2 ? { daysOff: [{ name: '国庆节', days: 7 }] } : {}),
    );
    const row = mounted(AuditBeads, { beads });
    expect(row.findAll(id('bead'))).toHaveLength(5);
    expect(row.findAll(id('bead-off'))[1]?.text()).toBe('国庆节休 7 天');
    expect(row.text()).toContain('应审结');
    expect(row.text()).toContain('最迟');
  });

  test('days that a pause took out stand between the working days, in words', () => {
    const paused = mounted(AuditBeads, { beads: [bead(1), bead(2, { pausedDays: 3 })] });
    const order = paused.findAll('li').map((one) => one.attributes('data-testid'));
    expect(order).toEqual(['bead', 'bead-paused', 'bead']);
    expect(paused.find(id('bead-paused')).attributes('aria-label')).toContain('暂停 3 个工作日');
    expect(paused.find(id('beads-paused-note')).text()).toContain('期限已相应顺延');
    expect(
      mounted(AuditBeads, { beads: [bead(1)] })
        .find(id('beads-paused-note'))
        .exists(),
    ).toBe(false);
  });

  test('a clock that stands still says why and since when, and names no day to come', () => {
    const at = '2026-10-02T02:00:00Z';
    const clock = {
      ...{ openedAt: at, dueAt: at, overdueAt: at, clock: 'paused', calendarVersion: 1 },
      ...{ provisional: false, workingDaysLeft: 3, standsSince: at, pause: null },
      beads: [bead(1, { status: 'past' }), bead(2)],
    };
    const consequence = { zh: '到期不会自动通过。', en: '' };
    const waiting = (more: object) =>
      mounted(AuditWaiting, { clock: { ...clock, ...more }, owner: 'auditor', consequence });
    const byAppeal = waiting({});
    expect(byAppeal.find(id('audit-paused')).text()).toMatch(
      /10 月 2 日 10:00 起暂停:申诉处理期间/u,
    );
    for (const gone of ['audit-due', 'audit-overdue'])
      expect(byAppeal.find(id(gone)).exists()).toBe(false);
    expect(byAppeal.find(id('audit-beads')).text()).toContain('10 月 1 日');
    expect(byAppeal.find(id('audit-beads')).text()).not.toContain('10 月 2 日');
    const reasonLabel = { zh: '系统故障', en: '' };
    const pause = { reasonCode: 'systemFault', reasonLabel, words: null, since: at, until: at };
    expect(waiting({ pause }).find(id('audit-paused')).text()).toContain('起暂停:系统故障');
    expect(waiting({ clock: 'waiting' }).find(id('audit-due')).exists()).toBe(true);
  });

  test('a plain weekend is called so', () => {
    const row = mounted(AuditBeads, { beads: [bead(1, { daysOff: [{ name: '', days: 2 }] })] });
    expect(row.find(id('bead-off')).text()).toBe('周末休 2 天');
  });
});

test('each minute says what became of it, not by colour alone', () => {
  const strip = mounted(EvidenceStrip, {
    minutes: [
      { creditedSeconds: 60, pendingSeconds: 0, uncountedSeconds: 0, reason: null },
      { creditedSeconds: 51, pendingSeconds: 0, uncountedSeconds: 9, reason: 'networkLost' },
    ],
  });
  const cells = strip.findAll('.cell').map((cell) => cell.attributes('title'));
  expect(cells).toEqual(['第 1 分钟,已计 1 分钟', '第 2 分钟,已计 51 秒,未计 9 秒,网络中断']);
});

test('the stepper marks where the learner stands', () => {
  const step = (key: string, status: string) => ({ key, labelZh: key, labelEn: key, status });
  const steps = [step('phone', 'done'), step('hours', 'current'), step('exam', 'skipped')];
  const stepper = mounted(LifecycleStepper, { steps });
  expect(stepper.find('[aria-current="step"]').text()).toContain('hours');
  expect(stepper.text()).toContain('本岗位不需要');
});

describe('the answer after a click', () => {
  const question = { id: 'q', n: 1, topic: '', stem: '', options: ['a', 'b', 'c'] };

  test('a single choice replaces, a multiple choice adds and takes back', () => {
    expect(chosenAfter({ ...question, kind: 'single' }, [0], 2)).toEqual([2]);
    expect(chosenAfter({ ...question, kind: 'multiple' }, [2], 0)).toEqual([0, 2]);
    expect(chosenAfter({ ...question, kind: 'multiple' }, [0, 2], 2)).toEqual([0]);
  });
});
