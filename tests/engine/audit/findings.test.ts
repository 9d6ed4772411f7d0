import { describe, expect, it } from 'vitest';
import {
  clearCostSentence,
  findingsOf,
  HANDBOOK_POLICY,
  riskOf,
  type CheckEvidence,
  type Evidence,
  type Finding,
  type Segment,
  type SessionEvidence,
} from '@xuzheng/engine';

const segment = (seconds: number, change: Partial<Segment> = {}): Segment => ({
  n: 0,
  kind: 'credited',
  reason: null,
  startedAt: 0,
  endedAt: seconds * 1000,
  lessonFrom: 0,
  lessonTo: seconds,
  beats: 60,
  intervalMeanMs: 15_000,
  intervalM2: 60 * 80 * 80,
  presenceAt: 0,
  evidence: ['entry'],
  ...change,
});

const session = (change: Partial<SessionEvidence> = {}): SessionEvidence => ({
  id: 's1',
  segments: [segment(1200)],
  aheadBeats: 0,
  attended: false,
  systemFault: false,
  cameraLabel: 'FaceTime HD Camera',
  unansweredAt: [],
  escaped: [],
  hints: { untrusted: 0, inputs: 1 },
  ...change,
});

let counter = 0;
const check = (
  outcome: CheckEvidence['outcome'],
  change: Partial<CheckEvidence> = {},
): CheckEvidence => ({
  id: `c${++counter}`,
  sessionId: 's1',
  kind: 'snapshot',
  at: counter,
  outcome,
  reason: outcome === 'missed' ? 'noFace' : null,
  ...change,
});

const find = (change: Partial<Evidence>): Finding[] =>
  findingsOf(
    { sessions: [session()], checks: [], sharedFaces: [], sharedDevices: [], ...change },
    HANDBOOK_POLICY,
  );
const kinds = (findings: Finding[]) => findings.map(({ kind, strength }) => `${kind}:${strength}`);

describe('学习过程中无本人抓拍照片', () => {
  it('is a credited session longer than two snapshot intervals without a matched snapshot', () => {
    const [finding] = find({});
    expect(finding).toMatchObject({ kind: 'noOwnSnapshot', strength: 'strong', seconds: 1200 });
    expect(finding?.evidence.sessions).toEqual(['s1']);
    expect(finding?.key).toBe('noOwnSnapshot:s1');
  });

  it('is none with one matched snapshot, or when the session was short', () => {
    expect(find({ checks: [check('matched')] })).toEqual([]);
    expect(find({ sessions: [session({ segments: [segment(600)] })] })).toEqual([]);
    const uncounted = segment(3000, { kind: 'uncounted', reason: 'paused' });
    expect(find({ sessions: [session({ segments: [uncounted] })] })).toEqual([]);
  });

  it('is none when our own system failed or has not judged yet', () => {
    expect(find({ checks: [check('fault')] })).toEqual([]);
    expect(find({ checks: [check('pending')] })).toEqual([]);
    expect(find({ sessions: [session({ systemFault: true })] })).toEqual([]);
  });

  it('does not apply to the path without a face', () => {
    expect(find({ sessions: [session({ attended: true })] })).toEqual([]);
  });

  it('is weak where a snapshot was uncertain: a person looks', () => {
    expect(kinds(find({ checks: [check('uncertain')] }))).toEqual(['noOwnSnapshot:weak']);
  });
});

describe('替学', () => {
  const other = () => check('missed', { reason: 'otherFace' });

  it('another face once is a note, twice a finding', () => {
    const own = check('matched');
    expect(kinds(find({ checks: [own, other()] }))).toEqual(['impersonation:note']);
    const [finding] = find({ checks: [own, other(), other()] });
    expect(finding).toMatchObject({ kind: 'impersonation', strength: 'strong' });
    expect(finding?.evidence.checks).toHaveLength(2);
  });
});

describe('挂机代刷', () => {
  const misses = (n: number, kind: CheckEvidence['kind'] = 'recheck') =>
    Array.from({ length: n }, () => check('missed', { kind }));

  it('counts codes nobody answered where no face is used; another face before that still counts', () => {
    const attended = session({ attended: true, unansweredAt: [1, 2, 3] });
    const [finding] = find({ sessions: [attended] });
    expect(finding).toMatchObject({ kind: 'idleStudy', strength: 'weak' });
    expect(finding?.sentence).toContain('无人应答');
    const seen = [
      check('missed', { reason: 'otherFace' }),
      check('missed', { reason: 'otherFace' }),
    ];
    const led = find({ sessions: [session({ attended: true })], checks: seen });
    expect(kinds(led)).toEqual(['impersonation:strong']);
  });

  it('three of five missed checks are a finding, two are not', () => {
    expect(kinds(find({ checks: [check('matched'), ...misses(2)] }))).toEqual([]);
    expect(kinds(find({ checks: [check('matched'), ...misses(3)] }))).toEqual(['idleStudy:weak']);
    expect(kinds(find({ checks: [check('matched'), ...misses(5)] }))).toEqual(['idleStudy:strong']);
  });

  it('a recheck that nobody answers is a miss without a picture', () => {
    const left = session({ unansweredAt: [100, 200, 300] });
    const [finding] = find({ sessions: [left], checks: [check('matched')] });
    expect(finding).toMatchObject({ kind: 'idleStudy', strength: 'weak' });
    expect(finding?.evidence.checks).toEqual([]);
  });

  it('three misses spread over many checks are none', () => {
    const spread = Array.from({ length: 15 }, (_, i) =>
      check(i % 5 === 0 ? 'missed' : 'matched', { kind: 'recheck' }),
    );
    expect(kinds(find({ checks: [...spread, check('matched')] }))).toEqual([]);
  });

  it('misses at the door have no consequence', () => {
    expect(find({ checks: [check('matched'), ...misses(9, 'entry')] })).toEqual([]);
  });

  it('a fault of the service is no miss', () => {
    const faults = Array.from({ length: 9 }, () => check('fault', { kind: 'recheck' }));
    expect(find({ checks: [check('matched'), ...faults] })).toEqual([]);
  });

  it('positions ahead of the wall clock are a finding, a machine’s rhythm a note', () => {
    const checks = [check('matched')];
    const ahead = find({ checks, sessions: [session({ aheadBeats: 3 })] });
    expect(kinds(ahead)).toEqual(['automatedStudy:strong']);
    const steady = segment(1200, { beats: 200, intervalM2: 200 });
    const machine = find({ checks, sessions: [session({ segments: [steady] })] });
    expect(kinds(machine)).toEqual(['automatedStudy:note']);
  });
});

describe('other facts an auditor should see', () => {
  it('names virtual cameras, shared faces and shared devices without clearing anything', () => {
    const own = check('matched');
    const findings = find({
      checks: [own],
      sessions: [session({ cameraLabel: 'OBS Virtual Camera' })],
      sharedFaces: [{ checkId: own.id, sessionId: 's1', by: 'picture' }],
      sharedDevices: [{ sessionId: 's1', learners: 2, overlapping: true }],
    });
    expect(kinds(findings)).toEqual(['virtualCamera:note', 'sharedFace:weak', 'sharedDevice:note']);
  });

  it('the same evidence gives the same findings under the same keys', () => {
    const evidence = { checks: [check('matched'), check('missed', { reason: 'otherFace' })] };
    expect(find(evidence)).toEqual(find(evidence));
  });
});

describe('the auditors’ queue', () => {
  it('strong findings come first, then weak ones, then pending time and late clocks', () => {
    const order = [
      riskOf([{ strength: 'strong' }], 0),
      riskOf([{ strength: 'weak' }], 1, 'overdue'),
      riskOf([{ strength: 'weak' }], 0),
      riskOf([], 0.5),
      riskOf([], 0, 'overdue'),
      riskOf([{ strength: 'note' }], 0),
      riskOf([], 0),
    ];
    expect(order).toEqual([...order].sort((a, b) => b - a));
    expect(riskOf([], 0)).toBe(0);
  });

  it('the cost is shown before anyone signs', () => {
    const all = 6 * 3600 + 20 * 60;
    const cost = { suspectSeconds: 41 * 60, clearedSeconds: all, keptSeconds: 0 };
    expect(clearCostSentence(cost)).toBe('可疑 41 分钟;全部清除将损失 6 小时 20 分');
    const part = { ...cost, clearedSeconds: 41 * 60, keptSeconds: all - 41 * 60 };
    expect(clearCostSentence(part)).toBe('可疑 41 分钟;部分清除将损失 41 分钟,保留 5 小时 39 分');
  });
});
