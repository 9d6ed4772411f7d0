import {
  viewCredit,
  type CheckEvidence,
  type Evidence,
  type Segment,
  type SessionEvidence,
} from '@xuzheng/engine';
import { attendedChecksOfEpoch } from '../../db/attended-checks.ts';
import type { Db } from '../../db/connect.ts';
import { faceChecksOfEpoch } from '../../db/face-checks.ts';
import { progressOfEnrolment } from '../../db/lesson-progress.ts';
import { lessonsNamed } from '../../db/lessons.ts';
import { devicesSharedWith, facesSharedWith } from '../../db/shared-evidence.ts';
import { snapshotsOfEpoch } from '../../db/snapshots.ts';
import { segmentsOfSessions, type StudySegmentRow } from '../../db/study-segments.ts';
import { sessionsOfEpoch, type StudySessionRow } from '../../db/study-sessions.ts';
import { LIKE_COLLEAGUE } from './like-colleague.ts';
import { hintsOf } from './page-hints.ts';
import { readState, type StoredPlan } from './study-state.ts';

export interface EpochKey {
  readonly enrolmentId: string;
  readonly epoch: number;
}

/** A stored segment as the engine reads it. */
export const segmentOf = (row: StudySegmentRow): Segment => ({
  n: row.n,
  kind: row.kind as Segment['kind'],
  reason: row.reason as Segment['reason'],
  startedAt: row.startedAt.getTime(),
  endedAt: row.endedAt.getTime(),
  lessonFrom: row.lessonFrom,
  lessonTo: row.lessonTo,
  beats: row.beats,
  intervalMeanMs: row.intervalMeanMs ?? 0,
  intervalM2: row.intervalM2 ?? 0,
  presenceAt: row.presenceAt === null ? null : row.presenceAt.getTime(),
  evidence: row.evidence as string[],
});

const escapedOf = (plan: StoredPlan): SessionEvidence['escaped'] =>
  plan.done.flatMap(({ kind, dueAt, closedAs }) =>
    closedAs === 'left' || closedAs === 'silent' ? [{ kind, at: dueAt, how: closedAs }] : [],
  );

const sessionEvidence = (
  row: StudySessionRow,
  segments: readonly StudySegmentRow[],
  checks: readonly CheckEvidence[],
): SessionEvidence => {
  const { credit, session, plan } = readState(row);
  return {
    id: row.id,
    segments: segments.filter((segment) => segment.sessionId === row.id).map(segmentOf),
    aheadBeats: credit === null ? 0 : viewCredit(credit).aheadBeats,
    attended: row.attended,
    systemFault: checks.some((check) => check.sessionId === row.id && check.outcome === 'fault'),
    cameraLabel: (row.deviceLabels as { camera?: string | null }).camera ?? null,
    unansweredAt: session.context.unansweredAt,
    escaped: escapedOf(plan),
    hints: hintsOf(row),
    ...{ lessonId: row.lessonId, ended: row.endedAt !== null },
  };
};

/**
 * Codes and questions that were answered. Those nobody answered stand in the session's machine, and a
 * wrong answer is no absence.
 */
const answeredChecks = (rows: Awaited<ReturnType<typeof attendedChecksOfEpoch>>): CheckEvidence[] =>
  rows.flatMap(({ id, sessionId, kind, answeredAt, outcome }): CheckEvidence[] =>
    answeredAt !== null && (outcome === 'matched' || outcome === 'fault')
      ? [
          {
            ...{ id, sessionId, outcome, reason: null, at: answeredAt.getTime() },
            kind: kind as 'entry' | 'recheck' | 'question',
          },
        ]
      : [],
  );

async function checksOf(db: Db, key: EpochKey): Promise<CheckEvidence[]> {
  const [faceChecks, snapshots, attended] = await Promise.all([
    faceChecksOfEpoch(db, key),
    snapshotsOfEpoch(db, key),
    attendedChecksOfEpoch(db, key),
  ]);
  const judged = faceChecks.flatMap((check): CheckEvidence[] =>
    check.sessionId === null || check.outcome === null || check.kind === 'rehearsal'
      ? []
      : [
          {
            id: check.id,
            sessionId: check.sessionId,
            kind: check.kind as 'entry' | 'recheck',
            at: (check.usedAt ?? check.issuedAt).getTime(),
            outcome: check.outcome as CheckEvidence['outcome'],
            reason: check.reason,
          },
        ],
  );
  const taken = snapshots.map((snapshot): CheckEvidence => ({
    id: snapshot.id,
    sessionId: snapshot.sessionId,
    kind: 'snapshot',
    at: snapshot.takenAt.getTime(),
    outcome: snapshot.outcome as CheckEvidence['outcome'],
    reason: snapshot.reason,
  }));
  return [...judged, ...taken, ...answeredChecks(attended)];
}

/** The lessons studied in the epoch, with what is watched of each. */
async function lessonsStudied(db: Db, key: EpochKey, ids: readonly string[]) {
  const [lessons, progress] = await Promise.all([
    lessonsNamed(db, ids),
    progressOfEnrolment(db, key),
  ]);
  return lessons.map(({ id, durationSeconds }) => ({
    ...{ id, durationSeconds },
    watched: progress.get(id)?.watched ?? [],
  }));
}

/** What was studied and checked in an epoch: all that missed parts are told from. */
export async function studiedOf(
  db: Db,
  key: EpochKey,
  rows: readonly StudySessionRow[],
  segments: readonly StudySegmentRow[],
): Promise<Pick<Evidence, 'sessions' | 'checks' | 'lessons'>> {
  const checks = await checksOf(db, key);
  return {
    sessions: rows.map((row) => sessionEvidence(row, segments, checks)),
    checks,
    lessons: await lessonsStudied(db, key, [...new Set(rows.map((row) => row.lessonId))]),
  };
}

/** Everything the rules look at, of one epoch, as it is now. */
export async function evidenceOf(db: Db, key: EpochKey): Promise<Evidence> {
  const rows = await sessionsOfEpoch(db, key);
  const segments = await segmentsOfSessions(
    db,
    rows.map((row) => row.id),
  );
  return {
    ...(await studiedOf(db, key, rows, segments)),
    sharedFaces: await facesSharedWith(db, key, LIKE_COLLEAGUE),
    sharedDevices: await devicesSharedWith(db, key),
  };
}
