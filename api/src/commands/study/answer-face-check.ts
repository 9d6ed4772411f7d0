import {
  accommodated,
  ok,
  refuse,
  type LivenessPrompt,
  type Result,
  type SessionEvent,
} from '@xuzheng/engine';
import { createHash } from 'node:crypto';
import { hashOf } from '../../crypto/tokens.ts';
import type { DataKey } from '../../crypto/vault.ts';
import { accommodationOf } from '../../db/accommodations.ts';
import {
  findFaceCheckByNonce,
  rememberFrames,
  updateFaceCheck,
  useFaceCheck,
  type FaceCheckRow,
} from '../../db/face-checks.ts';
import { writeJournal } from '../../db/journal.ts';
import { findDataKey } from '../../db/learner-keys.ts';
import { policyOf } from '../../db/policies.ts';
import { findSessionOf, type StudySessionRow } from '../../db/study-sessions.ts';
import type { Deps } from '../../deps.ts';
import type { BurstJudgement } from '../../faces/index.ts';
import type { BurstMetaAsked, FaceCheckResultView } from '../../schemas/study.ts';
import { collectFindings } from './collect-findings.ts';
import { ATTENDED, ownTerms } from './draw-challenge.ts';
import { faceSentence, type CheckOutcome } from './face-sentences.ts';
import { likenessOf, LOOKS_OTHER, sealEntry } from './likeness-of.ts';
import { checkDone } from './check-log.ts';
import { openBooks } from './open-books.ts';
import { doubtSinceOwnFace, mark, step } from './study-events.ts';
import { faceAllowed } from './study-gate.ts';
import {
  beginWork,
  finishWork,
  stillOpen,
  viewOf,
  withTime,
  type StudyWork,
} from './study-work.ts';

export type FaceDeps = Pick<Deps, 'db' | 'clock' | 'config' | 'vault' | 'faces' | 'storage'>;

export interface Burst {
  readonly meta: BurstMetaAsked;
  readonly frames: readonly Buffer[];
}

/** What became of a burst, before the session hears of it. */
interface Judged {
  readonly check: FaceCheckRow;
  readonly outcome: CheckOutcome;
  readonly judgement: BurstJudgement | null;
}

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** Uses the challenge up and refuses bytes seen before, by anyone, in any check. */
async function takeChallenge(
  deps: FaceDeps,
  learnerId: string,
  sessionId: string | null,
  burst: Burst,
): Promise<Result<FaceCheckRow>> {
  return deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now();
    const check = await findFaceCheckByNonce(trx, hashOf(burst.meta.nonce), learnerId);
    if (check === undefined || check.sessionId !== sessionId)
      return refuse('face/challengeExpired');
    if (check.usedAt !== null) return refuse('face/challengeUsed');
    if (check.expiresAt.getTime() <= now) return refuse('face/challengeExpired');
    if (!(await useFaceCheck(trx, check.id, new Date(now)))) return refuse('face/challengeUsed');
    const digests = new Map(
      burst.frames.map((bytes) => [sha256(bytes).toString('hex'), sha256(bytes)]),
    );
    const repeated = await rememberFrames(trx, [...digests.values()], learnerId);
    if (repeated === 0) return ok(check);
    await updateFaceCheck(trx, check.id, { outcome: 'missed', reason: 'frameRepeated' });
    await writeJournal(trx, {
      at: new Date(now),
      actor: { kind: 'learner', id: learnerId },
      action: 'face.framesRepeated',
      learnerId,
      enrolmentId: check.enrolmentId,
      details: { checkId: check.id, repeated },
    });
    return refuse('face/frameRepeated');
  });
}

async function judge(
  deps: FaceDeps,
  key: DataKey,
  check: FaceCheckRow,
  session: StudySessionRow | null,
  burst: Burst,
): Promise<Result<BurstJudgement>> {
  const { db, faces, clock } = deps;
  const policy = session
    ? accommodated(await policyOf(db, session), await accommodationOf(db, check.learnerId))
    : (await ownTerms(db, check.learnerId)).policy;
  const likeness = await likenessOf(deps, key, check.learnerId, session);
  if (likeness === null) return refuse('face/noPortrait');
  return faces.judgeBurst({
    ...likeness,
    actions: check.actions as LivenessPrompt[],
    frames: burst.frames.map((bytes, i) => ({
      bytes,
      atMs: burst.meta.frames[i]?.atMs ?? 0,
      action: burst.meta.frames[i]?.action ?? null,
    })),
    spokenUntilMs: burst.meta.spokenUntilMs ?? [],
    withinMs: clock.now() - check.issuedAt.getTime(),
    thresholds: policy.faceThresholds,
  });
}

/** Keeps the frames that were compared: sealed with the learner's key, the evidence of the check. */
async function keepFrames(
  deps: FaceDeps,
  key: DataKey,
  burst: Burst,
  judged: BurstJudgement,
): Promise<string[]> {
  const kept = judged.judgedFrames.length > 0 ? judged.judgedFrames : [0];
  const files = await Promise.all(
    kept.flatMap((at) => {
      const bytes = burst.frames[at];
      if (bytes === undefined) return [];
      return [deps.storage.put(bytes, { contentType: 'image/jpeg', sealWith: key })];
    }),
  );
  return files.map((file) => file.key);
}

async function recordVerdict(
  deps: FaceDeps,
  key: DataKey,
  check: FaceCheckRow,
  burst: Burst,
  result: Result<BurstJudgement>,
): Promise<Result<Judged>> {
  if (!result.ok) {
    // The pool being away is our fault and never a miss (invariant 14); broken frames are refused.
    const outcome = result.refusal.code === 'face/unavailable' ? ('fault' as const) : null;
    await updateFaceCheck(deps.db, check.id, { outcome, reason: result.refusal.code });
    return outcome === null ? result : ok({ check, outcome, judgement: null });
  }
  const { verdict, model } = result.value;
  if (check.kind === 'rehearsal') {
    // A rehearsal leaves no evidence: no frame, no distance, nothing measured.
    const { outcome } = verdict;
    await updateFaceCheck(deps.db, check.id, { outcome, reason: verdict.fault });
    return ok({ check, outcome, judgement: result.value });
  }
  const keep = await keepFrames(deps, key, burst, result.value);
  const row = await updateFaceCheck(deps.db, check.id, {
    outcome: verdict.outcome,
    reason: verdict.reason ?? verdict.fault,
    distance: verdict.match.portraitDistance,
    thresholdsVersion: verdict.thresholdsVersion,
    modelId: model.modelId,
    weightsHash: model.weightsHash,
    frameKeys: keep,
    measured: JSON.stringify({
      fault: verdict.fault,
      match: verdict.match,
      liveness: verdict.liveness,
      bystander: verdict.bystander,
      [LOOKS_OTHER]: verdict.suspectsOtherFace,
    }),
  });
  return ok({ check: row ?? check, outcome: verdict.outcome, judgement: result.value });
}

const eventOf = (judged: Judged, at: number, entry: boolean): SessionEvent => {
  const { outcome, judgement } = judged;
  if (outcome === 'matched') return { type: 'FACE_MATCHED', at };
  if (outcome === 'uncertain') return { type: 'FACE_UNCERTAIN', at };
  if (outcome === 'missed') {
    return { type: 'FACE_MISSED', at, otherFace: judgement?.verdict.reason === 'otherFace' };
  }
  // During study a check that our own service could not judge lets study go on; its time is pending.
  return entry ? { type: 'FACE_FAULT', at } : { type: 'FACE_UNCERTAIN', at };
};

/** What the verdict does to the session: the machine, the books, the plan of checks. */
async function afterVerdict(deps: FaceDeps, key: DataKey, work: StudyWork, judged: Judged) {
  const { check, outcome, judgement } = judged;
  const at = work.now;
  const before = withTime(work, work.before);
  const entry = check.kind === 'entry';
  const waits = before.session.value === (entry ? 'checkingFace' : 'rechecking');
  // A consent withdrawn while the burst was judged: nothing of it is used any more.
  if (!waits || before.row.attended) return before;
  let state = step(before, eventOf(judged, at, entry));
  if (state.credit === null) {
    if (outcome !== 'matched') return state;
    state = await openBooks(work, state, { outcome, evidenceId: check.id });
  } else {
    state = mark(state, { at, outcome, evidenceId: check.id });
  }
  if (outcome === 'missed' && judgement?.verdict.reason === 'otherFace') {
    state = doubtSinceOwnFace(state, at);
  }
  // A check that stopped the session is answered at the door by which study begins again.
  if (state.session.value === 'playing') state = checkDone(state, at, 'answered');
  if (entry && judgement?.entry && outcome === 'matched') {
    const entryDescriptorSealed = sealEntry(deps.vault, key, judgement.entry);
    state = { ...state, row: { ...state.row, entryDescriptorSealed } };
  }
  return { ...state, row: { ...state.row, lastBeatAt: new Date(at) } };
}

const resultOf = (judged: Judged, triesLeft: number): Omit<FaceCheckResultView, 'session'> => {
  const fault = judged.judgement?.verdict.fault ?? null;
  return {
    outcome: judged.outcome,
    reason: judged.outcome === 'matched' ? null : (fault ?? judged.check.reason),
    sentence: faceSentence(judged.outcome, fault),
    triesLeft,
  };
};

async function tellSession(
  deps: FaceDeps,
  key: DataKey,
  learnerId: string,
  sessionId: string,
  judged: Judged,
): Promise<Result<FaceCheckResultView>> {
  return deps.db.transaction().execute(async (trx) => {
    const begun = await beginWork(trx, deps, learnerId, sessionId);
    if (!begun.ok) return begun;
    const open = stillOpen(begun.value);
    if (!open.ok) return open;
    const state = await afterVerdict(deps, key, begun.value, judged);
    const done = await finishWork(begun.value, state);
    if (judged.outcome === 'missed' && judged.check.kind === 'recheck') {
      await collectFindings(trx, done.policy, done.state.row, begun.value.now);
    }
    const { triesLeft } = done.state.session.context;
    return ok({ ...resultOf(judged, triesLeft), session: await viewOf(done) });
  });
}

/**
 * A burst of frames answers a challenge: at the door, for a recheck, or (`sessionId` null) for a
 * rehearsal. Refuses `study/sessionNotFound`, `face/challengeUsed`, `face/challengeExpired`,
 * `face/frameRepeated`, `face/framesInvalid`, `face/consentMissing`, `face/noPortrait`; a face pool
 * that is away is no refusal but the outcome `fault`.
 */
export async function answerFaceCheck(
  deps: FaceDeps,
  learnerId: string,
  sessionId: string | null,
  burst: Burst,
): Promise<Result<FaceCheckResultView>> {
  if (burst.frames.length !== burst.meta.frames.length) {
    return refuse('face/framesInvalid', { why: 'count' });
  }
  const session = sessionId === null ? null : await findSessionOf(deps.db, sessionId, learnerId);
  if (session === undefined) return refuse('study/sessionNotFound');
  if (session?.attended) return refuse('study/notAllowed', ATTENDED);
  const allowed = await faceAllowed(deps.db, learnerId);
  if (!allowed.ok) return allowed;
  const taken = await takeChallenge(deps, learnerId, sessionId, burst);
  if (!taken.ok) return taken;
  const key = await findDataKey(deps.db, deps.vault, learnerId);
  if (key === undefined) return refuse('learner/notFound');
  const verdict = await judge(deps, key, taken.value, session, burst);
  const judged = await recordVerdict(deps, key, taken.value, burst, verdict);
  if (!judged.ok) return judged;
  if (sessionId === null) return ok({ ...resultOf(judged.value, 0), session: null });
  return tellSession(deps, key, learnerId, sessionId, judged.value);
}
