import { ok, refuse, type Result } from '../kernel/result.ts';

/** Grounds for a clear. Handbook §3: the three cases in which hours are invalid. */
export const CLEAR_REASONS = ['impersonation', 'abnormalStudy', 'noOwnSnapshot'] as const;
export type ClearReason = (typeof CLEAR_REASONS)[number];

export const CLEAR_REASON_LABELS = {
  impersonation: { zh: '非本人学习', en: 'Someone else studied' },
  abnormalStudy: { zh: '非正常途径学习(挂机代刷学时)', en: 'Study by abnormal means' },
  noOwnSnapshot: { zh: '学习过程中无本人抓拍照片', en: 'No snapshot of the learner' },
} as const satisfies Record<ClearReason, { zh: string; en: string }>;

/** A member of staff in relation to a case: the shell finds out, the engine decides. */
export type Signer = {
  readonly staffId: string;
  /** The blind index of the person's own ID number, if staff records hold one. */
  readonly personIndex: string | null;
  readonly employer: string | null;
};

/** The case a decision is about. */
export type CaseFacts = {
  readonly learnerPersonIndex: string;
  readonly learnerEmployer: string | null;
  readonly evidenceVersion: number;
  readonly proposal: { readonly by: Signer; readonly evidenceVersion: number } | null;
  /** Staff who have said that they have an interest in the case. */
  readonly declared: readonly Signer[];
  /** Staff who took part in the verdict or in proposing it: barred from its appeal. */
  readonly involved: readonly Signer[];
};

/** One person, whatever accounts they sign with. */
export const samePerson = (a: Signer, b: Signer): boolean =>
  a.staffId === b.staffId || (a.personIndex !== null && a.personIndex === b.personIndex);

/** Nobody decides on themself, their own employer's staff, or a case they have an interest in. */
export function checkConflicts(signer: Signer, facts: CaseFacts): Result<void> {
  if (signer.personIndex === facts.learnerPersonIndex) return refuse('audit/ownCase');
  if (signer.employer !== null && signer.employer === facts.learnerEmployer) {
    return refuse('audit/ownEmployer');
  }
  return facts.declared.some((other) => samePerson(signer, other))
    ? refuse('audit/conflictDeclared')
    : ok(undefined);
}

const checkEvidence = (seen: number, facts: CaseFacts): Result<void> =>
  seen === facts.evidenceVersion
    ? ok(undefined)
    : refuse('audit/evidenceStale', { seen, current: facts.evidenceVersion });

/** May this person accept the hours, having seen this evidence? */
export function checkAccept(signer: Signer, seen: number, facts: CaseFacts): Result<void> {
  const conflicts = checkConflicts(signer, facts);
  return conflicts.ok ? checkEvidence(seen, facts) : conflicts;
}

export type ClearProposal = {
  readonly evidenceVersion: number;
  readonly reasonCode: string;
  readonly explanation: string;
};

/** The least an explanation to a learner may be, in characters. */
const EXPLANATION_AT_LEAST = 10;
const EXPLANATION_AT_MOST = 2000;

/**
 * May this person propose a clear? Refuses conflicts, stale evidence, a missing reason or
 * explanation: the learner reads both.
 */
export function checkProposal(
  signer: Signer,
  proposal: ClearProposal,
  facts: CaseFacts,
): Result<void> {
  const conflicts = checkConflicts(signer, facts);
  if (!conflicts.ok) return conflicts;
  if (!(CLEAR_REASONS as readonly string[]).includes(proposal.reasonCode)) {
    return refuse('audit/reasonMissing');
  }
  const length = [...proposal.explanation.trim()].length;
  if (length < EXPLANATION_AT_LEAST || length > EXPLANATION_AT_MOST) {
    return refuse('audit/explanationMissing', { atLeast: EXPLANATION_AT_LEAST });
  }
  return checkEvidence(proposal.evidenceVersion, facts);
}

/**
 * May this person sign the proposed clear? Never its proposer, nor the same person under another
 * account, and only on the evidence both of them saw.
 */
export function checkSignature(signer: Signer, seen: number, facts: CaseFacts): Result<void> {
  const { proposal } = facts;
  if (proposal === null) return refuse('audit/notProposed');
  const conflicts = checkConflicts(signer, facts);
  if (!conflicts.ok) return conflicts;
  if (samePerson(signer, proposal.by)) return refuse('audit/sameSigner');
  const evidence = checkEvidence(seen, facts);
  return evidence.ok ? checkEvidence(proposal.evidenceVersion, facts) : evidence;
}
