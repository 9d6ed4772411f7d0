import { findingsOf as applyRules, type Finding, type Policy } from '@xuzheng/engine';
import type { Db } from '../../db/connect.ts';
import { raiseEvidenceVersion } from '../../db/enrolments-studied.ts';
import { upsertFindings } from '../../db/findings.ts';
import { announce } from '../../outbox/index.ts';
import { evidenceOf, type EpochKey } from './epoch-evidence.ts';

/** A finding as it is stored. */
export const findingRow = (finding: Finding, { enrolmentId, epoch }: EpochKey, now: number) => ({
  enrolmentId,
  epoch,
  kind: finding.kind,
  strength: finding.strength,
  seconds: finding.seconds,
  sentence: finding.sentence,
  evidence: JSON.stringify(finding.evidence),
  ruleVersion: finding.ruleVersion,
  key: finding.key,
  createdAt: new Date(now),
});

/**
 * Runs the rules over an epoch's evidence and keeps what they found (Handbook §3). They propose;
 * people decide. New or stronger findings make a new version of the evidence, of which the process is
 * told in the same transaction. Gives how many were new or changed.
 */
export async function collectFindings(
  trx: Db,
  policy: Policy,
  key: EpochKey,
  now: number,
): Promise<number> {
  const found = applyRules(await evidenceOf(trx, key), policy);
  const changed = await upsertFindings(
    trx,
    found.map((finding) => findingRow(finding, key, now)),
  );
  if (changed > 0) {
    await raiseEvidenceVersion(trx, key.enrolmentId);
    await announce(trx, key.enrolmentId, 'milestonesChanged');
  }
  return changed;
}
