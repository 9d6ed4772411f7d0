import { HANDBOOK_POLICY, ok, refuse, type Policy, type Result } from '@xuzheng/engine';
import type { Db } from '../../db/connect.ts';
import { enrolmentsOfLearner } from '../../db/enrolments-studied.ts';
import { withdrawFaceChecks } from '../../db/face-checks.ts';
import { policyOf } from '../../db/policies.ts';
import type { Deps } from '../../deps.ts';
import type { ChallengeView } from '../../schemas/study.ts';
import { challengeView, issueChallenge } from './challenge.ts';
import { step } from './study-events.ts';
import { beginWork, finishWork, stillOpen, withTime } from './study-work.ts';
import { faceAllowed } from './study-gate.ts';

/**
 * Draws a check for a session that waits for one: at the door, after a suspension (tried again), or
 * for a recheck. What was drawn before is worth nothing any more. Refuses `study/sessionNotFound`,
 * `study/sessionEnded`, `study/superseded`, `study/notAllowed`, `face/consentMissing`.
 */
export function drawChallenge(
  deps: Pick<Deps, 'db' | 'clock' | 'config'>,
  learnerId: string,
  sessionId: string,
): Promise<Result<ChallengeView>> {
  return deps.db.transaction().execute(async (trx) => {
    const begun = await beginWork(trx, deps, learnerId, sessionId);
    if (!begun.ok) return begun;
    const work = begun.value;
    const open = stillOpen(work);
    if (!open.ok) return open;
    const allowed = await faceAllowed(trx, learnerId);
    if (!allowed.ok) return allowed;
    const tried = step(withTime(work, work.before), { type: 'RETRY', at: work.now });
    const done = await finishWork(work, tried);
    const { value } = done.state.session;
    if (value !== 'checkingFace' && value !== 'rechecking') {
      return refuse('study/notAllowed', { state: value, event: 'CHALLENGE' });
    }
    await withdrawFaceChecks(trx, sessionId, new Date(work.now));
    const check = await issueChallenge(trx, work.mediaKey, work.policy, {
      kind: value === 'checkingFace' ? 'entry' : 'recheck',
      learnerId,
      enrolmentId: done.state.row.enrolmentId,
      sessionId,
      now: work.now,
    });
    return ok(challengeView(work.mediaKey, work.policy, check));
  });
}

/** The policy of the learner's newest enrolment; who has none yet rehearses by the default one. */
export async function ownPolicy(db: Db, learnerId: string): Promise<Policy> {
  const [newest] = await enrolmentsOfLearner(db, learnerId);
  return newest === undefined ? HANDBOOK_POLICY : policyOf(db, newest);
}

/** A rehearsal: the same actions, no session, no penalty, nothing kept but that it happened (F18). */
export async function drawRehearsal(
  deps: Pick<Deps, 'db' | 'clock' | 'config'>,
  learnerId: string,
): Promise<Result<ChallengeView>> {
  const allowed = await faceAllowed(deps.db, learnerId);
  if (!allowed.ok) return allowed;
  const policy = await ownPolicy(deps.db, learnerId);
  const now = deps.clock.now();
  const check = await issueChallenge(deps.db, deps.config.keys.media, policy, {
    kind: 'rehearsal',
    learnerId,
    enrolmentId: null,
    sessionId: null,
    now,
  });
  return ok(challengeView(deps.config.keys.media, policy, check));
}
