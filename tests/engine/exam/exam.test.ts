import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkAnswers,
  checkAttemptOpen,
  checkQuestion,
  drawPaper,
  grade,
  HANDBOOK_POLICY,
  openItems,
  type AnswerSheet,
  type Paper,
  type Question,
} from '@xuzheng/engine';

const rule = HANDBOOK_POLICY.exam;

const bank: Question[] = Array.from({ length: 160 }, (_, i): Question => {
  const kind = (['single', 'multiple', 'trueFalse'] as const)[i % 3] ?? 'single';
  return {
    id: `q-${String(i).padStart(3, '0')}`,
    version: 1,
    kind,
    topic: `topic ${i % 4}`,
    stem: `question ${i}`,
    options: kind === 'trueFalse' ? ['正确', '错误'] : ['one', 'two', 'three', 'four'],
    answer: kind === 'multiple' ? [0, 2] : [i % 2],
  };
});

function paperOf(seed: string): Paper {
  const drawn = drawPaper(seed, bank, rule);
  if (!drawn.ok) throw new Error(drawn.refusal.code);
  return drawn.value;
}

/** The first n answers right, all others wrong or missing. */
const sheetWith = (paper: Paper, right: number, wrong = 0): AnswerSheet =>
  Object.fromEntries(
    paper.items.slice(0, right + wrong).map((item, i) => {
      const other = item.options.findIndex((_, option) => !item.key.includes(option));
      return [item.questionId, i < right ? item.key : [other]];
    }),
  );

describe('题目共 50 道,满分 100 分,60 分(含)以上为合格', () => {
  const paper = paperOf('seed-1');

  it('has 50 different questions', () => {
    expect(paper.items).toHaveLength(50);
    expect(new Set(paper.items.map((item) => item.questionId)).size).toBe(50);
  });

  it.each([
    [50, 100, true],
    [30, 60, true],
    [29, 58, false],
    [0, 0, false],
  ])('%i right answers are %i points', (right, score, passed) => {
    expect(grade(paper, sheetWith(paper, right, 50 - right), rule)).toMatchObject({
      score,
      passed,
      fullScore: 100,
      unanswered: 0,
    });
  });

  it('an unanswered question is wrong', () => {
    expect(grade(paper, sheetWith(paper, 31), rule)).toMatchObject({ score: 62, unanswered: 19 });
  });

  it('of a multiple question only the exact set is right', () => {
    const item = paper.items.find((candidate) => candidate.kind === 'multiple');
    if (item === undefined) throw new Error('no multiple question drawn');
    const [first = 0] = item.key;
    const scoreOf = (chosen: number[]) => grade(paper, { [item.questionId]: chosen }, rule).score;
    expect(scoreOf([...item.key])).toBe(2);
    expect(scoreOf([...item.key].reverse())).toBe(2);
    expect(scoreOf([first])).toBe(0);
    expect(scoreOf([0, 1, 2, 3])).toBe(0);
  });

  it('tells the score of each topic', () => {
    const { topics } = grade(paper, sheetWith(paper, 50), rule);
    expect(topics.reduce((sum, topic) => sum + topic.questions, 0)).toBe(50);
    expect(topics.every((topic) => topic.correct === topic.questions)).toBe(true);
  });
});

describe('the paper is drawn by a recorded seed', () => {
  it('the same seed gives the same paper, in whatever order the bank comes', () => {
    expect(drawPaper('s', [...bank].reverse(), rule)).toEqual(drawPaper('s', bank, rule));
    expect(paperOf('s')).not.toEqual(paperOf('t'));
  });

  it('shuffled options keep their key', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (seed) => {
        for (const item of paperOf(seed).items) {
          const question = bank.find((candidate) => candidate.id === item.questionId);
          const right = item.key.map((i) => item.options[i]).sort();
          expect(right).toEqual(question?.answer.map((i) => question.options[i]).sort());
          if (item.kind === 'trueFalse') expect(item.options).toEqual(['正确', '错误']);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('every question gets its turn', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 60; i++) {
      for (const item of paperOf(`round-${i}`).items) seen.add(item.questionId);
    }
    expect(seen.size).toBe(bank.length);
  });

  it('shows no key', () => {
    expect(JSON.stringify(openItems(paperOf('s')))).not.toMatch(/key|answer/);
  });

  it('a bank that is too small draws nothing', () => {
    expect(drawPaper('s', bank.slice(0, 49), rule)).toMatchObject({
      ok: false,
      refusal: { code: 'exam/bankTooSmall', details: { has: 49, needs: 50 } },
    });
  });
});

describe('answers', () => {
  const paper = paperOf('seed-1');
  const [item] = paper.items;
  const id = item?.questionId ?? '';
  const partOf = (sheet: AnswerSheet) => {
    const checked = checkAnswers(paper, sheet);
    return checked.ok ? null : checked.refusal.details?.['part'];
  };

  it('a 51st answer or a question of another paper refuses the sheet', () => {
    expect(partOf({ ...sheetWith(paper, 50), extra: [0] })).toBe('foreignQuestion');
    expect(partOf(JSON.parse('{"__proto__": [0]}') as AnswerSheet)).toBe('foreignQuestion');
  });

  it('an option that is not there, or chosen twice, refuses it too', () => {
    expect(partOf({ [id]: [9] })).toBe('unknownOption');
    expect(partOf({ [id]: [-1] })).toBe('unknownOption');
    expect(partOf({ [id]: [0.5] })).toBe('unknownOption');
    expect(partOf({ [id]: [0, 0] })).toBe('repeatedOption');
    const single = paper.items.find((candidate) => candidate.kind === 'single');
    expect(partOf({ [single?.questionId ?? '']: [0, 1] })).toBe('tooManyOptions');
  });

  it('an empty choice takes an answer back', () => {
    expect(checkAnswers(paper, { [id]: [] }).ok).toBe(true);
  });

  it('after handing in, or after the time, nothing is taken', () => {
    const limited = { timeLimitSeconds: 60 };
    expect(checkAttemptOpen({ startedAt: 0, submittedAt: null }, 60_000, limited).ok).toBe(true);
    expect(checkAttemptOpen({ startedAt: 0, submittedAt: null }, 60_001, limited)).toMatchObject({
      refusal: { code: 'exam/timeOver' },
    });
    expect(checkAttemptOpen({ startedAt: 0, submittedAt: 5 }, 10, rule)).toMatchObject({
      refusal: { code: 'exam/alreadySubmitted' },
    });
  });
});

describe('the question bank', () => {
  const good = {
    kind: 'single',
    topic: 't',
    stem: '题干四字',
    options: ['a', 'b'],
    answer: [0],
  } as const;
  const partOf = (change: object) => {
    const checked = checkQuestion({ ...good, ...change });
    return checked.ok ? null : checked.refusal.details?.['part'];
  };

  it('takes questions that hold together', () => {
    expect(partOf({})).toBeNull();
    expect(partOf({ stem: '题' })).toBe('stem');
    expect(partOf({ topic: ' ' })).toBe('topic');
    expect(partOf({ options: ['a'] })).toBe('options');
    expect(partOf({ options: ['a', 'a '] })).toBe('options');
    expect(partOf({ kind: 'trueFalse', options: ['a', 'b', 'c'] })).toBe('options');
    expect(partOf({ answer: [2] })).toBe('answer');
    expect(partOf({ answer: [0, 1] })).toBe('answer');
    expect(partOf({ kind: 'multiple', answer: [0] })).toBe('answer');
    expect(partOf({ kind: 'multiple', answer: [1, 0] })).toBeNull();
  });
});
