import {
  CLEAR_REASON_LABELS,
  FINDING_LABELS,
  postLabel,
  type ClearReason,
  type FindingKind,
} from '@xuzheng/engine';
import type { attendedChecksOfEpoch } from '../../db/attended-checks.ts';
import type { faceChecksOfCase, sessionsOfCase, snapshotsOfCase } from '../../db/audit-desk.ts';
import type { FindingRow } from '../../db/findings.ts';
import { isSharedIn, type sharedInto } from '../../db/shared-hours.ts';
import type { CaseView } from '../../schemas/audits.ts';
import { iso, isoOrNull } from '../../schemas/shared.ts';

type Rows<Query extends (...args: never[]) => Promise<unknown[]>> = Awaited<ReturnType<Query>>;

/** A reason as people read it; one from an older list keeps its code. */
export const reasonLabel = (code: string): { zh: string; en: string } =>
  CLEAR_REASON_LABELS[code as ClearReason] ?? { zh: code, en: code };

export const findingViews = (rows: readonly FindingRow[]): CaseView['findings'] =>
  rows.map((row) => {
    const evidence = row.evidence as { sessions?: string[]; checks?: string[] };
    return {
      id: row.id,
      kind: row.kind as FindingKind,
      label: FINDING_LABELS[row.kind as FindingKind],
      strength: row.strength as CaseView['findings'][number]['strength'],
      seconds: row.seconds,
      sentence: row.sentence,
      sessions: evidence.sessions ?? [],
      checks: evidence.checks ?? [],
    };
  });

export const snapshotViews = (rows: Rows<typeof snapshotsOfCase>): CaseView['snapshots'] =>
  rows.map(({ forgottenAt, ...row }) => ({
    ...row,
    pictureForgotten: forgottenAt !== null,
    takenAt: iso(row.takenAt),
    outcome: row.outcome as CaseView['snapshots'][number]['outcome'],
    imageUrl: `/api/snapshots/${row.id}/image`,
  }));

export const faceCheckViews = (rows: Rows<typeof faceChecksOfCase>): CaseView['faceChecks'] =>
  rows.map(({ usedAt, frameKeys, forgottenAt, ...row }) => ({
    ...row,
    pictureForgotten: forgottenAt !== null,
    kind: row.kind as CaseView['faceChecks'][number]['kind'],
    at: isoOrNull(usedAt),
    frames: frameKeys.map((_, n) => `/api/face-checks/${row.id}/frames/${n}`),
  }));

export const attendedViews = (
  rows: Rows<typeof attendedChecksOfEpoch>,
): CaseView['attendedChecks'] =>
  rows.map(({ issuedAt, answeredAt, ...row }) => ({
    ...row,
    kind: row.kind as CaseView['attendedChecks'][number]['kind'],
    at: iso(answeredAt ?? issuedAt),
    outcome: row.outcome as CaseView['attendedChecks'][number]['outcome'],
    answeredWith: row.answeredWith as CaseView['attendedChecks'][number]['answeredWith'],
  }));

export const sessionViews = (rows: Rows<typeof sessionsOfCase>): CaseView['sessions'] =>
  rows.map(({ lessonId: _lesson, deviceLabels: _labels, ...row }) => ({
    ...row,
    startedAt: iso(row.startedAt),
    endedAt: isoOrNull(row.endedAt),
  }));

type Shared = Rows<typeof sharedInto>[number];

/** How the newest audit of the other post stands. */
function originStateOf({ originAuditId, originAudit }: Shared) {
  if (originAuditId === null) return 'studying';
  if (originAudit === null) return 'inAudit';
  return originAudit === 'accepted' || originAudit === 'cleared' ? originAudit : 'studying';
}

/** Shared hours of the epoch with where they were studied, and how it stands there. */
export const sharedViews = (
  rows: Rows<typeof sharedInto>,
  epoch: number,
): CaseView['sharedHours'] =>
  rows
    .filter((row) => isSharedIn(row, epoch))
    .map((row) => ({
      ...{ lessonId: row.lessonId ?? '', lessonTitle: row.title, seconds: Number(row.seconds) },
      at: iso(row.at),
      originPostLabel: { zh: postLabel(row.post), en: postLabel(row.post, 'en') },
      originStudyYear: row.studyYear,
      originAuditId: row.originAuditId,
      originState: originStateOf(row),
    }));

export const totalsOfSessions = (
  rows: Rows<typeof sessionsOfCase>,
): Record<'creditedSeconds' | 'pendingSeconds' | 'uncountedSeconds', number> => {
  const sum = (pick: (row: (typeof rows)[number]) => number): number =>
    Math.round(rows.reduce((total, row) => total + pick(row), 0) * 1000) / 1000;
  return {
    creditedSeconds: sum((row) => row.creditedSeconds),
    pendingSeconds: sum((row) => row.pendingSeconds),
    uncountedSeconds: sum((row) => row.uncountedSeconds),
  };
};
