import { HANDBOOK_POLICY, whatIf, type Grounds, type Policy, type Trial } from '@xuzheng/engine';
import type { Db } from '../../db/connect.ts';
import { policyOf } from '../../db/policies.ts';
import { groundsPage, type GroundsCursor } from '../../db/verdict-grounds.ts';
import { iso } from '../../schemas/shared.ts';

/** Decisions tried on in one request: a second's work, so that a report of any length is bounded. */
const PAGE = 40;

const cursorOf = (row: NonNullable<GroundsCursor>): string =>
  Buffer.from(`${row.decidedAt.toISOString()} ${row.auditId}`).toString('base64url');

function readCursor(text: string | undefined): GroundsCursor {
  const [at = '', auditId = ''] = Buffer.from(text ?? '', 'base64url')
    .toString()
    .split(' ');
  const decidedAt = new Date(at);
  const isWhole = !Number.isNaN(decidedAt.getTime()) && /^[0-9a-f-]{36}$/.test(auditId);
  return isWhole ? { decidedAt, auditId } : null;
}

/** Adds up what is alike. */
function tally<T extends object>(changes: readonly T[]): (T & { n: number })[] {
  const sums = new Map<string, T & { n: number }>();
  for (const change of changes) {
    const key = JSON.stringify(change);
    sums.set(key, { ...change, n: (sums.get(key)?.n ?? 0) + 1 });
  }
  return [...sums.values()].sort((a, b) => b.n - a.n);
}

/** The numbers of the policy that decisions are made by now. */
export async function thresholdsInForce(db: Db) {
  const [newest] = await groundsPage(db, null, 1);
  const policy = newest === undefined ? HANDBOOK_POLICY : await policyOf(db, newest);
  const { match } = policy.faceThresholds;
  const { belowWithCohort, belowAlone, otherFaceFrom, entryBelow, marginAtMost } = match;
  const { missFinding, otherFaceFinding, snapshotEverySeconds } = policy;
  return {
    ...{ policyId: policy.id, policyVersion: policy.version },
    match: { belowWithCohort, belowAlone, otherFaceFrom, entryBelow, marginAtMost },
    ...{ missFinding, otherFaceFinding, snapshotEverySeconds },
  };
}

/**
 * One page of past decisions as other thresholds would have seen them: which checks, findings and cases
 * would differ (F29). Read from what was kept with each verdict; changes nothing.
 */
export async function tryThresholds(db: Db, trial: Trial, cursor?: string) {
  const rows = await groundsPage(db, readCursor(cursor), PAGE);
  const policies = new Map<string, Policy>();
  const tried = [];
  for (const row of rows) {
    const name = `${row.policyId}/${row.policyVersion}`;
    const policy = policies.get(name) ?? (await policyOf(db, row));
    policies.set(name, policy);
    const grounds = row.grounds as unknown as Grounds;
    tried.push({ row, grounds, would: whatIf(grounds, policy, trial) });
  }
  const last = rows.at(-1);
  return {
    cases: rows.length,
    checks: tried.reduce((sum, { grounds }) => sum + grounds.evidence.checks.length, 0),
    checkChanges: tally(
      tried.flatMap(({ would }) => would.checks.map(({ id: _, ...change }) => change)),
    ),
    findingChanges: tally(
      tried.flatMap(({ would }) => would.findings.map(({ key: _, ...change }) => change)),
    ),
    changed: tried
      .filter(({ would }) => would.checks.length > 0 || would.findings.length > 0)
      .map(({ row, would }) => ({
        ...{ auditId: row.auditId, enrolmentId: row.enrolmentId },
        verdict: row.verdict as 'accepted' | 'cleared',
        decidedAt: iso(row.decidedAt),
        checks: would.checks.length,
        findings: would.findings.map(({ key: _, ...change }) => change),
        ...{ riskWas: would.risk.was, riskIs: would.risk.is },
      })),
    nextCursor: last !== undefined && rows.length === PAGE ? cursorOf(last) : null,
  };
}
