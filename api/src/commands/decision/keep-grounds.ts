import {
  digestOf,
  findingOnRecord,
  findingsOf as applyRules,
  riskOf,
  type CheckOnRecord,
  type DecisionOnRecord,
  type FindingOnRecord,
  type Grounds,
  type MatchInput,
  type Policy,
} from '@xuzheng/engine';
import { auditEvidence } from '../../db/audits.ts';
import type { Db } from '../../db/connect.ts';
import { faceChecksOfEpoch } from '../../db/face-checks.ts';
import { findingsOf } from '../../db/findings.ts';
import { writeJournal } from '../../db/journal.ts';
import { snapshotsOfEpoch } from '../../db/snapshots.ts';
import {
  insertGrounds,
  verdictWithAudit,
  type VerdictWithAudit,
} from '../../db/verdict-grounds.ts';
import { evidenceOf, type EpochKey } from '../study/epoch-evidence.ts';

type Measured = Pick<CheckOnRecord, 'basis' | 'thresholdsVersion' | 'modelId' | 'weightsHash'>;
const NOT_MEASURED: Measured = {
  ...{ basis: null, thresholdsVersion: null, modelId: null, weightsHash: null },
};

/** What each check of the epoch was judged from. */
async function measuredOf(db: Db, key: EpochKey): Promise<Map<string, Measured>> {
  const rows = [...(await faceChecksOfEpoch(db, key)), ...(await snapshotsOfEpoch(db, key))];
  return new Map(
    rows.map(({ id, measured, thresholdsVersion, modelId, weightsHash }) => {
      const { match } = measured as { match?: { basis?: MatchInput } };
      return [id, { basis: match?.basis ?? null, thresholdsVersion, modelId, weightsHash }];
    }),
  );
}

/** The verdict's row as a decision: the same from the row of today as from the row of its day. */
export const decisionOf = (row: VerdictWithAudit): DecisionOnRecord => ({
  verdict: row.verdict as DecisionOnRecord['verdict'],
  ...{ decidedBy: row.decidedBy, proposedBy: row.proposedBy, reasonCode: row.reasonCode },
  ...{ evidenceVersion: row.evidenceVersion, policyId: row.policyId },
  ...{ policyVersion: row.policyVersion, thresholdsVersion: row.thresholdsVersion },
  ...{ modelId: row.modelId, weightsHash: row.weightsHash, at: row.at.getTime() },
});

/**
 * Keeps with a verdict what it rested on, in the transaction that writes it: so it can be run again,
 * and tried with other thresholds, after the pictures are gone. Ids and numbers only. A fault in reading
 * the evidence holds up no decision that people have made: the journal says that grounds are missing.
 */
export async function keepGrounds(trx: Db, auditId: string, policy: Policy): Promise<void> {
  const row = await verdictWithAudit(trx, auditId);
  const key = { enrolmentId: row.enrolmentId, epoch: row.epoch };
  const evidence = await evidenceOf(trx, key).catch(() => null);
  if (evidence === null) {
    const { enrolmentId } = key;
    const entry = { actor: { kind: 'system' }, action: 'verdict.withoutGrounds' } as const;
    await writeJournal(trx, { ...entry, at: row.at, enrolmentId, details: { auditId } });
    return;
  }
  const measured = await measuredOf(trx, key);
  const checks = evidence.checks.map((check): CheckOnRecord => ({
    ...check,
    ...(measured.get(check.id) ?? NOT_MEASURED),
  }));
  const shown = (await findingsOf(trx, key)).map((finding) =>
    findingOnRecord(finding as unknown as FindingOnRecord),
  );
  const { pendingShare } = await auditEvidence(trx, row.enrolmentId, row.epoch);
  const clock = row.clock as Grounds['clock'];
  const grounds: Grounds = {
    ...{ format: 1, epoch: row.epoch, decision: decisionOf(row) },
    evidence: { ...evidence, checks },
    findings: applyRules(evidence, policy).map(findingOnRecord),
    ...{ shown, pendingShare, clock, risk: riskOf(shown, pendingShare, clock) },
    policyDigest: digestOf(policy),
  };
  await insertGrounds(trx, {
    ...{ auditId, decidedAt: row.at },
    ...{ grounds: JSON.stringify(grounds), digest: digestOf(grounds) },
  });
}
