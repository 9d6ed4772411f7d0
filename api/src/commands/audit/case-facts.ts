import {
  refuse,
  type CaseFacts,
  type ClearScope,
  type Refused,
  type Signer,
} from '@xuzheng/engine';
import type { auditCase } from '../../db/audit-desk.ts';
import { declaredConflictsOf } from '../../db/conflict-declarations.ts';
import type { Db } from '../../db/connect.ts';
import { signersOf } from '../../db/signers.ts';

export type CaseRow = NonNullable<Awaited<ReturnType<typeof auditCase>>>;

/** What is kept with an open proposal. */
export type StoredProposal = {
  readonly reasonCode: string;
  readonly textId: string;
  readonly findingIds: readonly string[];
  readonly evidenceVersion: number;
  /** Absent: the whole year. */
  readonly scope?: ClearScope;
};

export const AUDIT_NOT_FOUND: Refused = refuse('audit/notFound');

/** The member of staff as a signer. One who has just been removed signs nothing. */
export async function signerOf(db: Db, staffId: string): Promise<Signer> {
  const [signer] = await signersOf(db, [staffId]);
  if (signer === undefined) throw new Error('the signed-in member of staff has no record');
  return signer;
}

/** The case as the engine's rules about signing look at it. */
export async function caseFactsOf(
  db: Db,
  row: CaseRow,
  involvedIds: readonly string[] = [],
): Promise<CaseFacts> {
  const proposal = row.proposal as StoredProposal | null;
  const declaredIds = await declaredConflictsOf(db, row.enrolmentId);
  const proposers = row.proposedBy === null ? [] : [row.proposedBy];
  const signers = await signersOf(db, [...involvedIds, ...declaredIds, ...proposers]);
  const among = (ids: readonly string[]): Signer[] =>
    signers.filter((signer) => ids.includes(signer.staffId));
  const proposer = signers.find((signer) => signer.staffId === row.proposedBy);
  return {
    learnerPersonIndex: row.idNumberIndex.toString('hex'),
    learnerEmployer: row.employer,
    evidenceVersion: row.evidenceVersion,
    proposal:
      proposal === null || proposer === undefined
        ? null
        : { by: proposer, evidenceVersion: proposal.evidenceVersion },
    declared: among(declaredIds),
    involved: among(involvedIds),
  };
}
