import { describe, expect, it } from 'vitest';
import {
  checkAccept,
  checkAppealDecision,
  checkAppealWindow,
  checkProposal,
  checkSignature,
  parseAppealText,
  type CaseFacts,
  type Result,
  type Signer,
} from '@xuzheng/engine';

const signer = (staffId: string, change: Partial<Signer> = {}): Signer => ({
  staffId,
  personIndex: `person-of-${staffId}`,
  employer: null,
  ...change,
});

const proposer = signer('proposer');
const facts: CaseFacts = {
  learnerPersonIndex: 'the-learner',
  learnerEmployer: '一建',
  evidenceVersion: 4,
  proposal: { by: proposer, evidenceVersion: 4 },
  declared: [],
  involved: [proposer, signer('second')],
};
const proposal = {
  evidenceVersion: 4,
  reasonCode: 'impersonation',
  explanation: '三张抓拍照片与头像不是同一人。',
};
const code = (result: Result<unknown>) => (result.ok ? null : result.refusal.code);

describe('a clear needs two people', () => {
  it('proposer and countersigner are never the same', () => {
    expect(code(checkSignature(signer('other'), 4, facts))).toBeNull();
    expect(code(checkSignature(proposer, 4, facts))).toBe('audit/sameSigner');
  });

  it('one person under two accounts is one person', () => {
    const twin = signer('twin', { personIndex: proposer.personIndex });
    expect(code(checkSignature(twin, 4, facts))).toBe('audit/sameSigner');
  });

  it('nothing is signed that was not proposed', () => {
    expect(code(checkSignature(signer('other'), 4, { ...facts, proposal: null }))).toBe(
      'audit/notProposed',
    );
  });

  it('needs a reason of the handbook and an explanation the learner can read', () => {
    expect(code(checkProposal(proposer, proposal, facts))).toBeNull();
    expect(code(checkProposal(proposer, { ...proposal, reasonCode: 'mood' }, facts))).toBe(
      'audit/reasonMissing',
    );
    expect(code(checkProposal(proposer, { ...proposal, explanation: ' 替学 ' }, facts))).toBe(
      'audit/explanationMissing',
    );
  });
});

describe('a stale evidence version is refused', () => {
  it('for accepting, proposing and signing', () => {
    expect(code(checkAccept(signer('a'), 4, facts))).toBeNull();
    expect(code(checkAccept(signer('a'), 3, facts))).toBe('audit/evidenceStale');
    expect(code(checkProposal(proposer, { ...proposal, evidenceVersion: 3 }, facts))).toBe(
      'audit/evidenceStale',
    );
    expect(code(checkSignature(signer('a'), 3, facts))).toBe('audit/evidenceStale');
  });

  it('also when only the proposal is older than the evidence', () => {
    const newer = { ...facts, evidenceVersion: 5 };
    expect(code(checkSignature(signer('a'), 5, newer))).toBe('audit/evidenceStale');
  });
});

describe('nobody decides on themself, their employer, or a case they touched', () => {
  const own = signer('own', { personIndex: 'the-learner' });
  const colleague = signer('colleague', { employer: '一建' });

  it('refuses the own case and the own employer everywhere', () => {
    for (const decide of [
      (who: Signer) => checkAccept(who, 4, facts),
      (who: Signer) => checkProposal(who, proposal, facts),
      (who: Signer) => checkSignature(who, 4, facts),
      (who: Signer) => checkAppealDecision(who, facts),
    ]) {
      expect(code(decide(own))).toBe('audit/ownCase');
      expect(code(decide(colleague))).toBe('audit/ownEmployer');
    }
  });

  it('an appeal is decided by someone not involved', () => {
    expect(code(checkAppealDecision(signer('third'), facts))).toBeNull();
    expect(code(checkAppealDecision(proposer, facts))).toBe('audit/involved');
    const twin = signer('twin', { personIndex: proposer.personIndex });
    expect(code(checkAppealDecision(twin, facts))).toBe('audit/involved');
  });
});

describe('an appeal', () => {
  it('is filed within its window and says why', () => {
    expect(code(checkAppealWindow(99, 100))).toBeNull();
    expect(code(checkAppealWindow(100, 100))).toBe('appeal/windowClosed');
    expect(code(parseAppealText('  我本人在学习  '))).toBeNull();
    expect(code(parseAppealText('冤'))).toBe('appeal/textMissing');
  });
});
