import {
  apply,
  can,
  CLEAR_SCOPES,
  explain,
  HANDBOOK_POLICY,
  start,
  tagsOf,
  type ActionName,
  type Explanation,
  type ExplainFacts,
  type LifecycleEvent,
  type LifecycleInput,
  type LifecycleSnapshot,
} from '@xuzheng/engine';
import { describe, expect, test } from 'vitest';
import { appealed, cleared, REACHED } from './edges.table.ts';
import { BEGAN, clockAt, DAY, inputWith, lived, move as m } from './life.ts';

const policy = HANDBOOK_POLICY;
const told = (snapshot: LifecycleSnapshot, facts: ExplainFacts = {}, day = 4): Explanation =>
  explain({ snapshot, policy, now: BEGAN + day * DAY, facts });
const besideOf = (snapshot: LifecycleSnapshot, facts: ExplainFacts = {}): string =>
  told(snapshot, facts)
    .beside.map(({ zh }) => zh)
    .join('');

/** Every state on the way of a life, not only its last. */
function waysThrough(input: Partial<LifecycleInput>, moves: readonly LifecycleEvent[]) {
  const lives = [start(inputWith(input))];
  for (const move of moves) lives.push(apply(lives.at(-1) as LifecycleSnapshot, move).snapshot);
  return lives;
}

/** What the gate behind a learner's button tells the process when it is pressed. */
function eventOf(action: ActionName, { context }: LifecycleSnapshot): LifecycleEvent | null {
  const at = Math.max(BEGAN + 4 * DAY, context.audit?.openedAt ?? 0);
  switch (action) {
    case 'verifyPhone':
      return { type: 'PHONE_VERIFIED', at };
    case 'completeProfile':
      return { type: 'PROFILE_COMPLETED', at };
    case 'study':
      return { type: 'HOURS_COMPLETED', at, epoch: context.epoch, clock: clockAt(at) };
    case 'takeExam':
      return { type: 'EXAM_PASSED', at, clock: clockAt(at) };
    case 'renew':
      return { type: 'RENEW', at };
    default:
      return null;
  }
}

const all = REACHED.flatMap(([, input, moves]) => waysThrough(input ?? {}, moves));
const learners = all.filter((life) => told(life).owner === 'learner');

describe('no dead ends', () => {
  test('where the learner acts next there is a button, and the process takes what it does', () => {
    expect(learners.length).toBeGreaterThan(50);
    for (const life of learners) {
      const { primaryAction, permitted } = told(life);
      const mark = tagsOf(life).join(' ');
      expect(primaryAction, mark).toBeDefined();
      if (primaryAction === undefined) continue;
      expect(permitted, mark).toContain(primaryAction);
      const event = eventOf(primaryAction, life);
      expect(event, `${primaryAction} in ${mark}`).not.toBeNull();
      if (event !== null) expect(can(life, event), mark).toEqual({ ok: true, value: undefined });
    }
  });

  test('the learner’s own states are all among them', () => {
    const actions = new Set(learners.map((life) => told(life).primaryAction));
    expect([...actions].sort()).toEqual([
      ...['completeProfile', 'renew', 'study', 'takeExam', 'verifyPhone'],
    ]);
  });

  test('hours cleared after a renewal send the learner to study, not to a certificate', () => {
    const renewed = [m.hours(1), m.exam(2), m.accept(3), m.recorded(3), m.reported(3)];
    const again = [m.renew(3), m.confirmed(3), m.reopen(3)];
    const clear = [m.propose(3, 'eve'), m.sign(3, 'fay'), m.cleared(3)];
    const life = lived({}, ...renewed, ...again, ...clear);
    expect(told(life)).toMatchObject({ stage: 'relearning', primaryAction: 'study' });
    expect(besideOf(life)).toContain('目前继续有效');
    expect(besideOf(life, { certificateVoid: 'pending' })).toContain('办成之前证书状态不变');
    expect(besideOf(life, { certificateVoid: 'done' })).toContain('已按人工决定作废');
    const accepted = lived(
      {},
      ...[...renewed, ...again, ...clear],
      ...[m.hours(5, 2), m.accept(6), m.recorded(6)],
    );
    expect(told(accepted).stage).toBe('renewed');
    expect(told(accepted, { certificateVoid: 'done' })).toMatchObject({
      ...{ stage: 'renewal', owner: 'system' },
    });
    const again2 = lived(
      {},
      ...[...renewed, ...again, ...clear, m.voided(4)],
      ...[m.hours(5, 2), m.accept(6), m.recorded(6), m.reported(7)],
    );
    expect(told(again2, { certificateVoid: 'done' })).toMatchObject({
      ...{ stage: 'renewal', owner: 'learner', primaryAction: 'renew' },
    });
    expect(besideOf(again2, { certificateVoid: 'done' })).toContain('已按人工决定作废');
  });
});

describe('what is written down and not yet taken by the process', () => {
  test.each([
    ['phone', inputWith({ phoneVerifiedAt: null }), [], 'verifyingPhone'],
    ['profile', inputWith({ profileCompletedAt: null }), [], 'completingProfile'],
    ['hours', {}, [], 'studying'],
    ['exam', {}, [m.hours(1)], 'exam'],
  ] as const)('%s: nobody is sent to do it again', (milestone, input, moves, stage) => {
    const life = lived(input, ...moves);
    const before = told(life);
    expect(before).toMatchObject({ stage, owner: 'learner' });
    const now = told(life, { reached: [milestone] });
    expect(now).toMatchObject({ stage, owner: 'system' });
    expect(now.sentence.zh).toContain('系统正在登记');
    expect(now.primaryAction).toBeUndefined();
    expect(now.permitted).not.toContain(before.primaryAction);
  });

  test('in no state the learner is asked for what is reached, and every place keeps an owner', () => {
    const reached = ['phone', 'profile', 'hours', 'exam'] as const;
    for (const life of all) {
      const { owner, primaryAction, permitted } = told(life, { reached });
      const asked = [...permitted, primaryAction];
      for (const action of ['verifyPhone', 'completeProfile', 'study', 'takeExam'])
        expect(asked, tagsOf(life).join(' ')).not.toContain(action);
      if (told(life).owner !== 'learner') expect(owner).toBe(told(life).owner);
    }
  });

  test('an audit that waits for an exam which is passed says no more that it is open', () => {
    const life = lived({ auditOpensAfter: 'hours' }, m.hours(1));
    expect(told(life).blockedBy).toBeDefined();
    const now = told(life, { reached: ['hours', 'exam'] });
    expect(now).toMatchObject({ stage: 'audit', owner: 'auditor', dueAt: told(life).dueAt });
    expect(now.blockedBy).toBeUndefined();
  });
});

describe('what goes on beside the state is told', () => {
  test('nothing, when nothing does', () => {
    for (const life of all.filter((one) => one.context.renewedAt === null)) {
      expect(told(life).beside, tagsOf(life).join(' ')).toEqual([]);
    }
  });

  test('an SMS that did not arrive, in any state', () => {
    for (const life of all) expect(besideOf(life, { smsFailed: true })).toContain('没有送达');
  });

  test('a deadline that rests on an unpublished calendar', () => {
    const at = BEGAN + 2 * DAY;
    const clock = { ...clockAt(at), provisional: true };
    const life = apply(lived({}, m.hours(1)), { type: 'EXAM_PASSED', at, clock }).snapshot;
    expect(besideOf(life)).toContain('放假安排尚未公布');
    const appeal = lived({}, ...appealed, m.appealClock(4, 9, true));
    expect(besideOf(appeal)).toContain('放假安排尚未公布');
    const window = lived({}, ...cleared, m.appealWindow(4, 9, true));
    expect(besideOf(window)).toContain('放假安排尚未公布');
  });

  test('a registry that has not answered, while it is being asked', () => {
    const life = lived({}, m.hours(1), m.exam(2), m.accept(3), m.recorded(3));
    expect(besideOf(life, { registryWaiting: true })).toContain('管理系统暂时没有答复');
    expect(besideOf(lived({}), { registryWaiting: true })).toBe('');
  });

  test('an appeal that is overdue while the second audit stands still for it', () => {
    const late = [...appealed, m.appealClock(4, 9), m.hours(5, 2), m.appealOverdue(9)];
    expect(besideOf(lived({}, ...late))).toContain('申诉已超过答复期限');
    const alone = lived({}, ...appealed, m.appealClock(4, 9), m.appealOverdue(9));
    expect(told(alone).sentence.zh).toContain('申诉已超过答复期限');
    expect(told(alone).beside).toEqual([]);
  });

  test.each([
    ['evidenceAsked', '补充说明'],
    ['systemFault', '系统出现故障'],
    ['outsideInquiry', '有关单位核实'],
  ] as const)('a clock stopped for %s says why, and until when', (reasonCode, words) => {
    const life = lived({}, m.hours(1), m.exam(2), { ...pause, reasonCode });
    expect(told(life)).toMatchObject({ stage: 'audit', dueAt: BEGAN + 5 * DAY });
    expect(told(life).sentence.zh).toContain(words);
  });
  const pause = m.pause(3) as LifecycleEvent & { type: 'PAUSE_AUDIT' };

  test.each(CLEAR_SCOPES.map((scope) => [scope]))('a clear of %s says what it took', (kind) => {
    const scope = { kind, ids: [] };
    const [propose, ...rest] = cleared.slice(2);
    const moves = [m.hours(1), m.exam(2), { ...propose, scope } as LifecycleEvent, ...rest];
    const { sentence } = told(lived({}, ...moves), { clearScope: kind });
    const part = { course: '课程', lesson: '课件', segments: '学习时段', wholeYear: '本年度' };
    expect(sentence.zh).toContain(part[kind]);
    expect(sentence.zh.includes('只需重新学习这一部分')).toBe(kind !== 'wholeYear');
    expect(`${sentence.zh}${sentence.en}`).not.toContain('{');
  });
});
