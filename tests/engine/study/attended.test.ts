import { describe, expect, it } from 'vitest';
import {
  answersRight,
  ATTENDED_RULE,
  attendedRuleOf,
  drawCheckQuestion,
  HANDBOOK_POLICY,
  openSession,
  ruledAnew,
  sessionRuleOf,
  stepSession,
  type Policy,
  type Question,
} from '@xuzheng/engine';

const question = (id: string, topic = '高处作业'): Question => ({
  ...{ id, topic, version: 1, kind: 'single' },
  stem: `题目 ${id}`,
  options: ['甲', '乙', '丙'],
  answer: [1],
});
const BANK = ['a', 'b', 'c', 'd'].map((id) => question(id));
const idOf = (seed: string, asked: string[] = [], bank = BANK, topic = '高处作业') =>
  drawCheckQuestion(seed, bank, topic, asked)?.questionId ?? null;

describe('a question on the topic of the lesson', () => {
  it('is drawn by a seed from the questions of that topic', () => {
    const bank = [...BANK, question('other', '临时用电')];
    const drawn = Array.from({ length: 60 }, (_, n) => idOf(`seed ${n}`, [], bank));
    expect(new Set(drawn)).toEqual(new Set(['a', 'b', 'c', 'd']));
    expect(idOf('one', [], bank)).toBe(idOf('one', [], bank.toReversed()));
  });

  it('is a fresh one each time, and the longest not asked once all were', () => {
    for (let n = 0; n < 20; n++) {
      expect(idOf(`seed ${n}`, ['a', 'b', 'c'])).toBe('d');
      expect(['a', 'b']).toContain(idOf(`seed ${n}`, ['a', 'b', 'c', 'd']));
      expect(['c', 'd']).toContain(idOf(`seed ${n}`, ['c', 'd', 'a', 'b', 'a']));
    }
  });

  it('is on any topic when the bank has none on this one, and none from an empty bank', () => {
    expect(idOf('x', [], [question('other', '临时用电')])).toBe('other');
    expect(idOf('x', [], [])).toBeNull();
  });

  it('is right with exactly its key, wherever the options were drawn to', () => {
    const item = drawCheckQuestion('seed', BANK, '高处作业', []);
    if (item === null) throw new Error('nothing drawn');
    const right = item.options.indexOf('乙');
    expect(answersRight(item, [right])).toBe(true);
    expect(answersRight(item, [(right + 1) % 3])).toBe(false);
    expect(answersRight(item, [])).toBe(false);
    expect(answersRight(item, [0, 1, 2])).toBe(false);
  });
});

describe('the rule of a session without a face', () => {
  it('gives a code more time than a face, also by a policy written before this path', () => {
    const { attended: _, ...older } = HANDBOOK_POLICY;
    expect(attendedRuleOf(older as Policy)).toEqual(ATTENDED_RULE);
    expect(sessionRuleOf(HANDBOOK_POLICY, true).recheckAnswerSeconds).toBe(180);
    expect(sessionRuleOf(HANDBOOK_POLICY, false).recheckAnswerSeconds).toBe(60);
  });

  it('has limits of its own: a day of study is no reason to lock an account', () => {
    const { code } = ATTENDED_RULE;
    const checksPerHour = 3600 / HANDBOOK_POLICY.recheckEverySeconds;
    expect(code.perHour).toBeGreaterThan(2 * checksPerHour);
    expect(code.perDay).toBeGreaterThan(12 * checksPerHour);
  });

  it('taken on in the middle of a recheck gives the new time from now', () => {
    const face = sessionRuleOf(HANDBOOK_POLICY, false);
    let session = openSession(0, face);
    for (const type of ['CAMERA_READY', 'FACE_MATCHED', 'RECHECK_DUE'] as const) {
      const next = stepSession(session, { type, at: 1000 });
      if (!next.ok) throw new Error(next.refusal.code);
      session = next.value;
    }
    const led = ruledAnew(session, sessionRuleOf(HANDBOOK_POLICY, true), 5000);
    expect(led.context.answerBy).toBe(5000 + 180_000);
    expect(led.context.triesLeft).toBe(session.context.triesLeft);
  });
});
