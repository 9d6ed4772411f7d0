import {
  digestOf,
  findingOnRecord,
  findingsOf,
  HANDBOOK_POLICY,
  replayGrounds,
  riskOf,
  whatIf,
  type CheckOnRecord,
  type Evidence,
  type Grounds,
} from '@xuzheng/engine';
import { describe, expect, test } from 'vitest';

const policy = HANDBOOK_POLICY;
const NO_TRIAL = { match: {} };

const check = (n: number, portrait: number, outcome: CheckOnRecord['outcome']): CheckOnRecord => ({
  ...{ id: `check-${n}`, sessionId: 'session', kind: 'snapshot', at: n * 60_000, outcome },
  reason: outcome === 'matched' ? null : outcome === 'missed' ? 'otherFace' : 'unlikePortrait',
  basis: { frames: [{ portrait }], earlierOtherFaces: 0 },
  ...{ thresholdsVersion: 'face-1', modelId: 'model', weightsHash: 'weights' },
});

function groundsOf(checks: readonly CheckOnRecord[]): Grounds {
  const session = {
    ...{ id: 'session', segments: [], aheadBeats: 0, attended: false, systemFault: false },
    ...{ cameraLabel: null, unansweredAt: [], escaped: [], hints: { untrusted: 0, inputs: 9 } },
  };
  const evidence = { sessions: [session], checks, sharedFaces: [], sharedDevices: [] };
  const findings = findingsOf(evidence as Evidence, policy).map(findingOnRecord);
  return {
    ...{ format: 1, epoch: 1, evidence: evidence as Grounds['evidence'], findings },
    decision: {
      ...{ verdict: 'accepted', decidedBy: 'ana', proposedBy: null, reasonCode: null, at: 0 },
      ...{ evidenceVersion: 0, policyId: policy.id, policyVersion: policy.version },
      ...{ thresholdsVersion: 'face-1', modelId: 'model', weightsHash: 'weights' },
    },
    ...{ shown: findings, pendingShare: 0, clock: 'waiting', risk: riskOf(findings, 0) },
    policyDigest: digestOf(policy),
  };
}

const FIVE = [0.2, 0.3, 0.36, 0.37, 0.45];
const outcomeAt = (portrait: number) => (portrait < 0.38 ? 'matched' : 'uncertain');
const five = groundsOf(FIVE.map((distance, n) => check(n, distance, outcomeAt(distance))));

describe('a decision run again', () => {
  test('on its own evidence under its own policy differs in nothing', () => {
    expect(replayGrounds(five, policy)).toEqual([]);
  });

  test('finds a check whose outcome was changed, a rule that says otherwise, a changed policy', () => {
    const [first, ...rest] = five.evidence.checks;
    const forged = { ...first, outcome: 'uncertain', reason: 'unlikePortrait' } as CheckOnRecord;
    const tampered = { ...five, evidence: { ...five.evidence, checks: [forged, ...rest] } };
    expect(replayGrounds(tampered, policy)).toMatchObject([{ what: 'check', id: 'check-0' }]);
    const invented = { kind: 'impersonation', strength: 'strong', seconds: 9, key: 'x' } as const;
    expect(replayGrounds({ ...five, findings: [invented] }, policy)).toMatchObject([
      { what: 'finding', id: 'x', was: 'strong', is: 'none' },
    ]);
    expect(replayGrounds({ ...five, risk: 7 }, policy)).toMatchObject([{ what: 'risk', was: '7' }]);
    const other = { ...policy, heartbeatSeconds: 16 };
    expect(replayGrounds(five, other)).toMatchObject([{ what: 'policy' }]);
  });

  test('leaves alone what no distance decided: an empty chair, a fault of our own', () => {
    const empty = { ...check(0, 0, 'missed'), reason: 'noFace', basis: null };
    const fault = { ...check(1, 0, 'fault'), reason: 'face/unavailable', basis: null };
    expect(replayGrounds(groundsOf([empty, fault]), policy)).toEqual([]);
    const strict = { match: { belowAlone: 0.01 } };
    expect(whatIf(groundsOf([empty, fault]), policy, strict).checks).toEqual([]);
  });
});

describe('a what-if', () => {
  test('with the thresholds of the day changes nothing', () => {
    expect(whatIf(five, policy, NO_TRIAL)).toMatchObject({ checks: [], findings: [] });
  });

  test('counts the checks that a stricter distance would no longer match', () => {
    const { checks } = whatIf(five, policy, { match: { belowAlone: 0.35 } });
    expect(checks).toEqual([
      { id: 'check-2', kind: 'snapshot', was: 'matched', is: 'uncertain' },
      { id: 'check-3', kind: 'snapshot', was: 'matched', is: 'uncertain' },
    ]);
  });

  test('lets earlier doubts count in later checks, so that another face becomes a finding', () => {
    const doubtful = groundsOf([0.55, 0.56, 0.57].map((d, n) => check(n, d, 'uncertain')));
    const { checks, findings, risk } = whatIf(doubtful, policy, { match: { otherFaceFrom: 0.54 } });
    expect(checks.map(({ is }) => is)).toEqual(['missed', 'missed']);
    expect(findings).toMatchObject([{ kind: 'impersonation', was: null }]);
    expect(risk.is).toBeGreaterThan(risk.was);
  });

  test('takes a finding back where the rule asks for more', () => {
    const others = groundsOf(
      [0.7, 0.8].map((d, n) => ({
        ...check(n, d, 'missed'),
        basis: { frames: [{ portrait: d }], earlierOtherFaces: 1 },
      })),
    );
    const was = others.findings.find(({ kind }) => kind === 'impersonation')?.strength;
    expect(was).toBe('strong');
    const { findings } = whatIf(others, policy, { ...NO_TRIAL, otherFaceFinding: 5 });
    expect(findings).toMatchObject([{ kind: 'impersonation', was: 'strong' }]);
    expect(findings[0]?.is).not.toBe('strong');
  });
});

test('a digest is the same whatever order the fields come back in', () => {
  expect(digestOf({ b: 1, a: [{ d: null, c: undefined }] })).toBe(
    digestOf({ a: [{ d: null }], b: 1 }),
  );
  expect(digestOf({ a: 1 })).not.toBe(digestOf({ a: 2 }));
});
