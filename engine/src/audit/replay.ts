import { judgeMatch, type MatchInput } from '../face/match.ts';
import { boundsOnRecord, type MatchThresholds } from '../face/thresholds.ts';
import type { Policy } from '../policy/policy.ts';
import type { CheckEvidence, Finding, FindingKind, Strength } from './evidence.ts';
import { findingsOf } from './findings.ts';
import { digestOf, findingOnRecord, type CheckOnRecord, type Grounds } from './grounds.ts';
import { riskOf } from './risk.ts';

type Outcome = Pick<CheckEvidence, 'outcome' | 'reason'>;

/** Reasons that come from whose face it is, never from the picture or from what was asked. */
const FROM_THE_FACE = ['unlikePortrait', 'personChanged', 'otherFace', 'noUsableFrame'];

/** What a check on record is judged by: the bounds of the network that measured it, in this policy. */
const boundsIn =
  (policy: Policy) =>
  ({ thresholdsVersion }: CheckOnRecord): MatchThresholds =>
    boundsOnRecord(policy.faceThresholds, thresholdsVersion);

/** Was the outcome decided by distances, so that other thresholds may change it? */
const isJudged = ({ basis, outcome, reason }: CheckOnRecord): boolean =>
  basis !== null &&
  basis.frames.length > 0 &&
  outcome !== 'fault' &&
  outcome !== 'pending' &&
  (reason === null || FROM_THE_FACE.includes(reason));

/** The same check judged by these thresholds; one that no distance decided stays what it was. */
function judgedAgain(check: CheckOnRecord, bounds: MatchThresholds, earlier?: number): Outcome {
  if (!isJudged(check) || check.basis === null) return check;
  const input: MatchInput =
    earlier === undefined ? check.basis : { ...check.basis, earlierOtherFaces: earlier };
  const { outcome, fault } = judgeMatch(input, bounds);
  return { outcome, reason: outcome === 'missed' ? 'otherFace' : fault };
}

const looksOther = ({ basis }: CheckOnRecord, { otherFaceFrom }: MatchThresholds): boolean =>
  basis !== null &&
  basis.frames.filter((frame) => Math.max(frame.portrait, frame.entry ?? 0) >= otherFaceFrom)
    .length *
    2 >
    basis.frames.length;

/** Every check by other thresholds, in the order they were made: earlier doubts count in later ones. */
function allJudgedAgain(
  checks: readonly CheckOnRecord[],
  boundsOf: (check: CheckOnRecord) => MatchThresholds,
): readonly CheckOnRecord[] {
  const doubts = new Map<string, number>();
  const changed = new Map<string, CheckOnRecord>();
  for (const check of [...checks].sort((a, b) => a.at - b.at)) {
    const bounds = boundsOf(check);
    const earlier = doubts.get(check.sessionId) ?? 0;
    changed.set(check.id, { ...check, ...judgedAgain(check, bounds, earlier) });
    if (looksOther(check, bounds)) doubts.set(check.sessionId, earlier + 1);
  }
  return checks.map((check) => changed.get(check.id) ?? check);
}

/** Where a decision run again comes to something else than was written. */
export type Difference = {
  readonly what: 'check' | 'finding' | 'risk' | 'policy';
  readonly id: string;
  readonly was: string;
  readonly is: string;
};

const sayFinding = (finding: Pick<Finding, 'strength'> | undefined): string =>
  finding?.strength ?? 'none';

function findingDifferences(
  before: readonly { readonly key: string; readonly strength: Strength }[],
  after: readonly { readonly key: string; readonly strength: Strength }[],
): Difference[] {
  const keys = new Set([...before, ...after].map((finding) => finding.key));
  return [...keys].flatMap((key) => {
    const was = sayFinding(before.find((finding) => finding.key === key));
    const is = sayFinding(after.find((finding) => finding.key === key));
    return was === is ? [] : [{ what: 'finding' as const, id: key, was, is }];
  });
}

/**
 * Runs a decision again on the evidence it rested on, with the policy and thresholds of its day: each
 * check by its distances, the rules, the risk. No difference means that it can be explained today as it
 * was then.
 */
export function replayGrounds(grounds: Grounds, policy: Policy): Difference[] {
  const { evidence, shown, pendingShare, clock } = grounds;
  const checks = evidence.checks.flatMap((check): Difference[] => {
    const { outcome } = judgedAgain(check, boundsIn(policy)(check));
    if (outcome === check.outcome) return [];
    return [{ what: 'check', id: check.id, was: check.outcome, is: outcome }];
  });
  const findings = findingDifferences(grounds.findings, findingsOf(evidence, policy));
  const risk = riskOf(shown, pendingShare, clock);
  const policyDigest = digestOf(policy);
  return [
    ...checks,
    ...findings,
    ...(risk === grounds.risk
      ? []
      : [{ what: 'risk' as const, id: '', was: String(grounds.risk), is: String(risk) }]),
    ...(policyDigest === grounds.policyDigest
      ? []
      : [{ what: 'policy' as const, id: '', was: grounds.policyDigest, is: policyDigest }]),
  ];
}

/** What a what-if may change. Everything else stays as on the day of the decision. */
export type Trial = {
  readonly match: Partial<MatchThresholds>;
  readonly missFinding?: Policy['missFinding'];
  readonly otherFaceFinding?: number;
  readonly snapshotEverySeconds?: number;
};

export type CheckChange = {
  readonly id: string;
  readonly kind: CheckEvidence['kind'];
  readonly was: CheckEvidence['outcome'];
  readonly is: CheckEvidence['outcome'];
};
export type FindingChange = {
  readonly key: string;
  readonly kind: FindingKind;
  readonly was: Strength | null;
  readonly is: Strength | null;
};
export type WhatIf = {
  readonly checks: readonly CheckChange[];
  readonly findings: readonly FindingChange[];
  readonly risk: { readonly was: number; readonly is: number };
};

function trialPolicy(policy: Policy, trial: Trial): Policy {
  const { match: _, ...rules } = trial;
  return { ...policy, ...rules };
}

/**
 * What other thresholds would have said of a case that has been decided. Nothing is changed by it, and
 * time that was counted stays counted: only checks, findings and the case's place in the queue differ.
 */
export function whatIf(grounds: Grounds, policy: Policy, trial: Trial): WhatIf {
  const { evidence, pendingShare, clock } = grounds;
  const other = trialPolicy(policy, trial);
  const checks = allJudgedAgain(evidence.checks, (check) => ({
    ...boundsIn(policy)(check),
    ...trial.match,
  }));
  const before = findingsOf(evidence, policy).map(findingOnRecord);
  const after = findingsOf({ ...evidence, checks }, other).map(findingOnRecord);
  const keys = [...new Set([...before, ...after].map(({ key }) => key))];
  return {
    checks: evidence.checks.flatMap((check, n) => {
      const is = checks[n]?.outcome ?? check.outcome;
      const { id, kind, outcome: was } = check;
      return was === is ? [] : [{ id, kind, was, is }];
    }),
    findings: keys.flatMap((key) => {
      const was = before.find((finding) => finding.key === key);
      const is = after.find((finding) => finding.key === key);
      if (was?.strength === is?.strength) return [];
      const kind = (was ?? is)?.kind as FindingKind;
      return [{ key, kind, was: was?.strength ?? null, is: is?.strength ?? null }];
    }),
    risk: { was: riskOf(before, pendingShare, clock), is: riskOf(after, pendingShare, clock) },
  };
}
