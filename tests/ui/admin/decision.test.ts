import { describe, expect, it } from 'vitest';
import { decisionOf } from '../../../admin-ui/src/modules/audits/decision.ts';

type Deciding = Parameters<typeof decisionOf>[0];

const proposal = (changes: Partial<NonNullable<Deciding['proposal']>> = {}) => ({
  proposedBy: '甲',
  mine: false,
  proposedAt: '2026-03-02T02:00:00.000Z',
  reasonCode: 'noOwnSnapshot',
  reasonLabel: { zh: '学习过程中无本人抓拍照片', en: 'No snapshot of the learner' },
  explanation: '四次抓拍均无人脸。',
  findingIds: [],
  evidenceVersion: 4,
  scope: { kind: 'wholeYear' as const, ids: [], words: { zh: '全部学时', en: 'all hours' } },
  cost: { suspectSeconds: 60, clearedSeconds: 240, keptSeconds: 0, sentence: '可疑 1 分钟' },
  ...changes,
});
const shown = (changes: Partial<Deciding> = {}): Deciding => ({
  permitted: ['accept', 'proposeClear'],
  proposal: null,
  conflict: null,
  closedAt: null,
  evidenceVersion: 4,
  ...changes,
});
const open = (changes: Partial<Deciding>) => {
  const decision = decisionOf(shown(changes));
  if (decision.kind !== 'open') throw new Error(`the case is ${decision.kind}`);
  return decision;
};

describe('who sees which buttons on a case', () => {
  it('an auditor of an undecided case may accept it or propose a clear', () => {
    expect(open({})).toMatchObject({ accept: true, propose: true, sign: false, reject: false });
  });

  it('a reader without permissions sees no button', () => {
    expect(open({ permitted: [] })).toMatchObject({ accept: false, propose: false, sign: false });
  });

  it('a second senior auditor may countersign or reject', () => {
    const decision = open({ permitted: ['rejectProposal', 'signClear'], proposal: proposal() });
    expect(decision).toMatchObject({ sign: true, reject: true, waitsForOther: false });
  });

  it('the proposer never sees the countersign button, whatever the server permits', () => {
    const decision = open({
      permitted: ['rejectProposal', 'signClear'],
      proposal: proposal({ mine: true }),
    });
    expect(decision).toMatchObject({ sign: false, reject: true, waitsForOther: true });
  });

  it('an auditor who may not sign waits for somebody who may', () => {
    const decision = open({ permitted: ['rejectProposal'], proposal: proposal() });
    expect(decision).toMatchObject({ sign: false, waitsForOther: true });
  });

  it('a second clear is not proposed on top of the first', () => {
    expect(open({ proposal: proposal() }).propose).toBe(false);
  });

  it('a proposal on older evidence is not signed', () => {
    const decision = open({
      permitted: ['signClear'],
      proposal: proposal({ evidenceVersion: 3 }),
    });
    expect(decision).toMatchObject({ sign: false, proposalStale: true, waitsForOther: false });
  });

  it('nobody decides on themself: the reason stands in place of the buttons', () => {
    const sentence = '这是您本人的案件,请由其他审核员处理。';
    const decision = decisionOf(shown({ conflict: { code: 'audit/ownCase', sentence } }));
    expect(decision).toEqual({ kind: 'conflict', sentence });
  });

  it('a closed case has no buttons', () => {
    expect(decisionOf(shown({ closedAt: '2026-03-02T02:00:00.000Z' }))).toEqual({
      kind: 'decided',
    });
  });
});
