import {
  doubt,
  ok,
  thresholdsFor,
  type FaceCheckVerdict,
  type Result,
  type SessionEvent,
} from '@xuzheng/engine';
import { sql } from 'kysely';
import { raiseLateEvidence } from '../../db/enrolments-studied.ts';
import { findDataKey } from '../../db/learner-keys.ts';
import { policyOf } from '../../db/policies.ts';
import { leaseUncheckedSnapshot, updateSnapshot, type SnapshotRow } from '../../db/snapshots.ts';
import { findSessionOf } from '../../db/study-sessions.ts';
import type { Db } from '../../db/connect.ts';
import type { Deps } from '../../deps.ts';
import type { SnapshotJudgement } from '../../faces/index.ts';
import { announce } from '../../outbox/index.ts';
import { collectFindings } from './collect-findings.ts';
import { isLikeColleague, LIKE_COLLEAGUE } from './like-colleague.ts';
import { likenessOf, LOOKS_OTHER } from './likeness-of.ts';
import { doubtSinceOwnFace, mark, step } from './study-events.ts';
import { facesConsented } from './study-gate.ts';
import type { StudyState } from './study-state.ts';
import { beginWork, finishWork } from './study-work.ts';

export type SnapshotDeps = Pick<Deps, 'db' | 'clock' | 'config' | 'vault' | 'faces' | 'storage'>;

/** A worker that takes longer than this with one picture has died. */
const LEASE_MS = 60_000;
const WAITS_MS = [5_000, 15_000, 60_000, 300_000, 900_000];
/** So many faults of our own, and the picture is marked as our fault: it never counts against anyone. */
const ATTEMPTS_AT_MOST = 12;

type Judged = SnapshotJudgement & { readonly likeColleague: boolean };

async function judge(deps: SnapshotDeps, row: SnapshotRow): Promise<Result<Judged> | null> {
  const { db, vault, storage, faces } = deps;
  const session = await findSessionOf(db, row.sessionId, row.learnerId);
  const key = await findDataKey(db, vault, row.learnerId);
  if (session === undefined || key === undefined) return null;
  const likeness = await likenessOf(deps, key, row.learnerId, session);
  if (likeness === null) return null;
  const policy = await policyOf(db, session);
  if (row.storageKey === null) return null;
  const bytes = await storage.get(row.storageKey, { openWith: key });
  const thresholds = policy.faceThresholds;
  const judged = await faces.judgeSnapshot({ ...likeness, bytes, thresholds });
  if (!judged.ok) return judged;
  const { verdict, face, model } = judged.value;
  const bounds = thresholdsFor(thresholds, model.descriptor);
  const foreign = verdict.reason === 'otherFace' || verdict.suspectsOtherFace;
  const likeColleague =
    foreign && face !== null && (await isLikeColleague(db, vault, session, face, bounds));
  return ok({ ...judged.value, likeColleague });
}

async function putOff(deps: SnapshotDeps, row: SnapshotRow, reason: string): Promise<void> {
  const now = deps.clock.now();
  if (row.attempts >= ATTEMPTS_AT_MOST) {
    const checkedAt = new Date(now);
    await updateSnapshot(deps.db, row.id, { outcome: 'fault', reason, checkedAt });
    return;
  }
  const wait = WAITS_MS[Math.min(row.attempts - 1, WAITS_MS.length - 1)] ?? LEASE_MS;
  await updateSnapshot(deps.db, row.id, { reason, nextCheckAt: new Date(now + wait) });
}

const eventOf = (verdict: FaceCheckVerdict, at: number): SessionEvent => {
  if (verdict.outcome === 'matched') return { type: 'FACE_MATCHED', at };
  if (verdict.outcome === 'uncertain') return { type: 'FACE_UNCERTAIN', at };
  return { type: 'FACE_MISSED', at, otherFace: verdict.reason === 'otherFace' };
};

/** What a snapshot says of a session that goes on, or of one that has ended meanwhile. */
function heard(state: StudyState, row: SnapshotRow, verdict: FaceCheckVerdict, now: number) {
  const { outcome } = verdict;
  const takenAt = row.takenAt.getTime();
  if (state.credit === null) return state;
  if (state.endedAt !== null) {
    // The books are closed: what was doubtful waits for a person, nothing is taken away.
    const until = Math.min(now, state.endedAt);
    if (verdict.reason === 'otherFace') return doubtSinceOwnFace(state, until);
    if (outcome !== 'uncertain') return state;
    return { ...state, credit: doubt(state.credit, takenAt, until) };
  }
  const stepped = step(state, eventOf(verdict, now));
  const waiting = state.session.value === 'rechecking';
  if (outcome === 'missed') {
    const missed = mark(stepped, { at: now, outcome, evidenceId: row.id });
    return verdict.reason === 'otherFace' ? doubtSinceOwnFace(missed, now) : missed;
  }
  // A recheck that is being asked for is answered by the recheck, not by an older picture.
  if (waiting) return state;
  // While it waited its time was pending; what it says now holds from now on.
  const wasCovered = state.credit.marks.at(-1)?.outcome === 'fault';
  return mark(stepped, { at: wasCovered ? now : takenAt, outcome, evidenceId: row.id });
}

async function record(trx: Db, row: SnapshotRow, judged: Judged, now: number) {
  const { verdict, model } = judged;
  await updateSnapshot(trx, row.id, {
    outcome: verdict.outcome,
    reason: verdict.reason ?? verdict.fault,
    portraitDistance: verdict.match.portraitDistance,
    entryDistance: verdict.match.entryDistance,
    thresholdsVersion: verdict.thresholdsVersion,
    modelId: model.modelId,
    weightsHash: model.weightsHash,
    measured: JSON.stringify({ match: verdict.match }),
    perceptualHash: sql<number>`${judged.perceptualHash}::bigint`,
    checkedAt: new Date(now),
    flags: [
      ...(verdict.suspectsOtherFace ? [LOOKS_OTHER] : []),
      ...(verdict.bystander ? ['bystander'] : []),
      ...(judged.likeColleague ? [LIKE_COLLEAGUE] : []),
    ],
  });
}

async function conclude(deps: SnapshotDeps, row: SnapshotRow, judged: Judged): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const begun = await beginWork(trx, deps, row.learnerId, row.sessionId);
    if (!begun.ok) throw new Error(`session ${row.sessionId} of a snapshot is gone`);
    const work = begun.value;
    await record(trx, row, judged, work.now);
    const state = heard(work.before, row, judged.verdict, work.now);
    const done = state === work.before ? null : await finishWork(work, state);
    // Whoever decides on complete hours must have seen this picture's verdict.
    if (await raiseLateEvidence(trx, row))
      await announce(trx, row.enrolmentId, 'milestonesChanged');
    if (judged.verdict.outcome === 'missed') {
      await collectFindings(trx, (done ?? work).policy, work.before.row, work.now);
    }
  });
}

/**
 * Checks one waiting snapshot. False when none waits. A fault of the face pool or of storage puts the
 * picture off and counts against nobody (invariant 14).
 */
export async function judgeNextSnapshot(deps: SnapshotDeps): Promise<boolean> {
  const now = deps.clock.now();
  const row = await leaseUncheckedSnapshot(deps.db, new Date(now), new Date(now + LEASE_MS));
  if (row === undefined) return false;
  // Consent may have been withdrawn since it was taken: then nobody's face is measured any more.
  if (!(await facesConsented(deps.db, row.learnerId))) {
    await putOff(deps, { ...row, attempts: ATTEMPTS_AT_MOST }, 'consentWithdrawn');
    return true;
  }
  let judged: Result<Judged> | null;
  try {
    judged = await judge(deps, row);
  } catch (fault) {
    await putOff(deps, row, fault instanceof Error ? fault.name : 'fault');
    return true;
  }
  if (judged === null) await putOff(deps, { ...row, attempts: ATTEMPTS_AT_MOST }, 'noPortrait');
  else if (!judged.ok) await putOff(deps, row, judged.refusal.code);
  else await conclude(deps, row, judged.value);
  return true;
}
