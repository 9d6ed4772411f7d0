import { canonical } from '../kernel/canonical.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { MatchInput } from '../face/match.ts';
import type { CheckEvidence, Evidence, Finding } from './evidence.ts';

/** A check with what it was judged from: enough to judge it again without the picture. */
export type CheckOnRecord = CheckEvidence & {
  /** Null where no face was compared. */
  readonly basis: MatchInput | null;
  readonly thresholdsVersion: string | null;
  readonly modelId: string | null;
  readonly weightsHash: string | null;
};

/** Which finding, and how strong: what the order of cases and a comparison rest on. */
export type FindingOnRecord = Pick<Finding, 'kind' | 'strength' | 'seconds' | 'key'>;

/** The decision as it was written. */
export type DecisionOnRecord = {
  readonly verdict: 'accepted' | 'cleared';
  readonly decidedBy: string;
  readonly proposedBy: string | null;
  readonly reasonCode: string | null;
  readonly evidenceVersion: number;
  readonly policyId: string;
  readonly policyVersion: number;
  readonly thresholdsVersion: string;
  readonly modelId: string | null;
  readonly weightsHash: string | null;
  readonly at: number;
};

/**
 * What a verdict rested on, kept with it for as long as it stands: ids and numbers only. Pictures are
 * deleted after their time; the decision can still be run again.
 */
export type Grounds = {
  readonly format: 1;
  readonly epoch: number;
  readonly decision: DecisionOnRecord;
  readonly evidence: Omit<Evidence, 'checks'> & { readonly checks: readonly CheckOnRecord[] };
  /** What the rules find in this evidence. */
  readonly findings: readonly FindingOnRecord[];
  /** The findings that people saw: collected earlier, and never taken back. */
  readonly shown: readonly FindingOnRecord[];
  readonly pendingShare: number;
  readonly clock: 'waiting' | 'due' | 'overdue' | 'paused';
  readonly risk: number;
  readonly policyDigest: string;
};

/** Names grounds, or a policy, whatever order its fields come back in. */
export const digestOf = (value: unknown): string => sha256(canonical(value));

export const findingOnRecord = ({ kind, strength, seconds, key }: FindingOnRecord) => ({
  ...{ kind, strength, seconds, key },
});
