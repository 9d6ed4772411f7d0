import {
  CLEAR_REASON_LABELS,
  originCleared,
  originRestored,
  postLabel,
  standingByLesson,
  type ClearedOrigin,
  type ClearReason,
  type Finding,
  type LedgerEntry,
  type Policy,
} from '@xuzheng/engine';
import type { Db } from '../../db/connect.ts';
import { raiseEvidenceVersion, type EnrolmentRow } from '../../db/enrolments-studied.ts';
import { upsertFindings } from '../../db/findings.ts';
import { writeJournal } from '../../db/journal.ts';
import { ledgerOf } from '../../db/hour-ledger.ts';
import { sessionsOfLessons, sharedFrom } from '../../db/shared-hours.ts';
import { announce } from '../../outbox/index.ts';
import { findingRow } from './collect-findings.ts';

/** What was cleared, or has come back: the entries of one audit, for one post. */
export type ClearedHours = {
  readonly origin: EnrolmentRow;
  readonly policy: Policy;
  readonly auditId: string;
  readonly epoch: number;
  readonly entries: readonly LedgerEntry[];
  readonly clearedAt: number;
  readonly reasonCode: string | null;
};

type Shared = Awaited<ReturnType<typeof sharedFrom>>;

/** The rows of one enrolment that rest on what was cleared, and still stand there. */
async function touchedOf(trx: Db, cleared: ClearedHours, enrolmentId: string, rows: Shared) {
  const standing = standingByLesson(await ledgerOf(trx, enrolmentId));
  return rows.filter(
    (row) =>
      row.enrolmentId === enrolmentId &&
      (standing.get(row.lessonId ?? '') ?? 0) > 0 &&
      cleared.entries.some(
        (entry) => entry.lessonId === row.lessonId && entry.epoch === row.originEpoch,
      ),
  );
}

async function originOf(trx: Db, cleared: ClearedHours, rows: Shared): Promise<ClearedOrigin> {
  const { origin, policy, auditId, epoch, reasonCode, clearedAt } = cleared;
  const lessonIds = rows.flatMap((row) => row.lessonId ?? []);
  return {
    ...{ auditId, clearedAt, studyYear: origin.studyYear, ruleVersion: policy.findingRules },
    postLabel: postLabel(origin.post),
    reason: CLEAR_REASON_LABELS[reasonCode as ClearReason]?.zh ?? reasonCode ?? '',
    lessons: rows.map(({ title, seconds }) => ({ title, seconds: Number(seconds) })),
    sessions: await sessionsOfLessons(trx, { enrolmentId: origin.id, epoch }, lessonIds),
  };
}

/** Writes what `say` makes of it for each enrolment that shares the hours; all of them must be locked. */
async function tell(
  trx: Db,
  cleared: ClearedHours,
  sameYear: readonly EnrolmentRow[],
  say: (origin: ClearedOrigin) => Finding,
  at: number,
): Promise<void> {
  const rows = await sharedFrom(trx, cleared.origin.id);
  for (const other of sameYear) {
    const touched = await touchedOf(trx, cleared, other.id, rows);
    if (touched.length === 0) continue;
    const finding = say(await originOf(trx, cleared, touched));
    const key = { enrolmentId: other.id, epoch: other.epoch };
    const changed = await upsertFindings(trx, [findingRow(finding, key, at)]);
    if (changed === 0) continue;
    await raiseEvidenceVersion(trx, other.id);
    await announce(trx, other.id, 'milestonesChanged');
    // Hours accepted meanwhile stay so: whoever may reopen them finds it in the journal.
    await writeJournal(trx, {
      at: new Date(at),
      actor: { kind: 'system' },
      action: finding.strength === 'strong' ? 'hours.originCleared' : 'hours.originRestored',
      learnerId: other.learnerId,
      enrolmentId: other.id,
      details: { originAuditId: cleared.auditId },
    });
  }
}

/**
 * The hours of a post were cleared: for every other post that shares public hours of them this is a
 * finding on new evidence, never a clear. People decide there too (F19, invariant 12).
 */
export const tellOriginCleared = (
  trx: Db,
  cleared: ClearedHours,
  sameYear: readonly EnrolmentRow[],
): Promise<void> => tell(trx, cleared, sameYear, originCleared, cleared.clearedAt);

/** An appeal gave the hours back: the findings say so and weigh no more. */
export const tellOriginRestored = (
  trx: Db,
  cleared: ClearedHours,
  sameYear: readonly EnrolmentRow[],
  restoredAt: number,
): Promise<void> =>
  tell(trx, cleared, sameYear, (origin) => originRestored(origin, restoredAt), restoredAt);
