import { ok, refuse, type Result } from '@xuzheng/engine';
import { createHash } from 'node:crypto';
import { writeJournal } from '../../db/journal.ts';
import { findDataKey } from '../../db/learner-keys.ts';
import { rememberFrames } from '../../db/face-checks.ts';
import { insertSnapshot } from '../../db/snapshots.ts';
import { findSessionOf } from '../../db/study-sessions.ts';
import type { Deps } from '../../deps.ts';
import { pictureFormat } from '../../faces/index.ts';
import type { SessionShortView } from '../../schemas/study.ts';
import { checkDone, dueCheck, snapshotAfterEnd } from './check-log.ts';
import { faceAllowed } from './study-gate.ts';
import type { StudyState } from './study-state.ts';
import { beginWork, finishWork, shortOf, withTime, type StudyWork } from './study-work.ts';

type SnapshotDeps = Pick<Deps, 'db' | 'clock' | 'config' | 'vault' | 'storage'>;

/** A snapshot asked for just before a session ended may arrive this long after it. */
const LATE_SECONDS = 60;

/**
 * The session with the snapshot taken. Only one that was asked for may come, and once, so that nobody
 * chooses the moment.
 */
function withSnapshot(work: StudyWork, state: StudyState): Result<StudyState> {
  if (state.row.replay || state.row.attended || state.credit === null) {
    return refuse('study/notAllowed', { state: state.session.value, event: 'SNAPSHOT' });
  }
  if (state.endedAt !== null) {
    const late = work.now - state.endedAt > LATE_SECONDS * 1000;
    const taken = late ? null : snapshotAfterEnd(state, work.now);
    return taken === null
      ? refuse('study/sessionEnded', { reason: state.endReason ?? '' })
      : ok(taken);
  }
  const { open } = state.plan;
  if (open === null || open.pictured || dueCheck(state)?.kind !== 'snapshot') {
    return refuse('study/notAllowed', { state: state.session.value, event: 'SNAPSHOT' });
  }
  // A picture that comes while the recheck is already asked for is kept, and answers nothing.
  return state.session.value === 'rechecking'
    ? ok({ ...state, plan: { ...state.plan, open: { ...open, pictured: true } } })
    : ok(checkDone(state, work.now, 'taken'));
}

/** The very same picture again is nobody's camera: whoever audits should be able to read of it. */
async function repeated({ trx, now }: StudyWork, { row }: StudyState): Promise<Result<never>> {
  await writeJournal(trx, {
    at: new Date(now),
    actor: { kind: 'learner', id: row.learnerId },
    action: 'study.snapshotRepeated',
    learnerId: row.learnerId,
    enrolmentId: row.enrolmentId,
    details: { sessionId: row.id },
  });
  return refuse('study/snapshotRepeated');
}

/**
 * 抓拍: one frame during study. Stored sealed and acknowledged at once; whose face it is, is decided
 * afterwards by the snapshot checker. Refuses `study/sessionNotFound`, `study/notAllowed` (none is
 * due), `study/sessionEnded`, `study/snapshotRepeated` (bytes seen before), `face/framesInvalid`,
 * `face/consentMissing`.
 */
export async function takeSnapshot(
  deps: SnapshotDeps,
  learnerId: string,
  sessionId: string,
  bytes: Buffer,
): Promise<Result<{ id: string; session: SessionShortView }>> {
  if (pictureFormat(bytes) === null) return refuse('face/framesInvalid', { why: 'unreadable' });
  if ((await findSessionOf(deps.db, sessionId, learnerId)) === undefined) {
    return refuse('study/sessionNotFound');
  }
  const allowed = await faceAllowed(deps.db, learnerId);
  if (!allowed.ok) return allowed;
  const key = await findDataKey(deps.db, deps.vault, learnerId);
  if (key === undefined) return refuse('learner/notFound');
  const file = await deps.storage.put(bytes, { contentType: 'image/jpeg', sealWith: key });
  return deps.db.transaction().execute(async (trx) => {
    const begun = await beginWork(trx, deps, learnerId, sessionId);
    if (!begun.ok) return begun;
    const work = begun.value;
    const state = withTime(work, work.before);
    const after = withSnapshot(work, state);
    if (!after.ok) return after;
    const { enrolmentId, epoch } = state.row;
    const takenAt = new Date(work.now);
    const sha256 = createHash('sha256').update(bytes).digest();
    // Frames of a face check are known as well: nobody shows the door's pictures again as snapshots.
    if ((await rememberFrames(trx, [sha256], learnerId)) > 0) return repeated(work, state);
    const snapshot = await insertSnapshot(trx, {
      ...{ learnerId, enrolmentId, sessionId, epoch, takenAt },
      sha256,
      storageKey: file.key,
      thresholdsVersion: work.policy.faceThresholds.version,
      nextCheckAt: takenAt,
    });
    if (snapshot === undefined) return repeated(work, state);
    const done = await finishWork(work, after.value);
    return ok({ id: snapshot.id, session: shortOf(done) });
  });
}
