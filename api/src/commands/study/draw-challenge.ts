import {
  accommodated,
  actionsLeft,
  HANDBOOK_POLICY,
  ok,
  refuse,
  type Policy,
  type Result,
} from '@xuzheng/engine';
import { accommodationOf } from '../../db/accommodations.ts';
import type { Db } from '../../db/connect.ts';
import { enrolmentsOfLearner } from '../../db/enrolments-studied.ts';
import { lastEntryCheckOf, withdrawFaceChecks } from '../../db/face-checks.ts';
import { policyOf } from '../../db/policies.ts';
import type { Deps } from '../../deps.ts';
import type { ChallengeView } from '../../schemas/study.ts';
import {
  challengeView,
  drawOthers,
  issueChallenge,
  type ChallengeAsked,
  type Terms,
} from './challenge.ts';
import { step } from './study-events.ts';
import { beginWork, finishWork, stillOpen, withTime, type StudyDeps } from './study-work.ts';
import { faceAllowed } from './study-gate.ts';

/** Other draws of one check: enough for whoever cannot nod today, too few to wait for a chosen pair. */
export const OTHER_DRAWS_AT_MOST = 2;

/**
 * What a session's next entry check asks for. A check nobody has answered keeps its actions, however
 * often it is fetched: letting it lapse is no way to draw again. Refuses `face/drawsUsedUp`.
 */
async function nextDraw(
  db: Db,
  { policy, accommodation }: Terms,
  sessionId: string,
  another: boolean,
): Promise<Result<ChallengeAsked['drawn']>> {
  const last = await lastEntryCheckOf(db, sessionId);
  if (last === undefined) return ok(undefined);
  const answered = last.outcome !== null;
  const left: readonly string[] = actionsLeft(accommodation);
  const actions = last.actions.flatMap((asked) =>
    actionsLeft(accommodation).filter((one) => one === asked),
  );
  const stands = last.actions.every((action) => left.includes(action));
  if (!another) return ok(answered || !stands ? undefined : { actions, redraw: last.redraw });
  const redraw = answered ? 0 : last.redraw + 1;
  if (redraw > OTHER_DRAWS_AT_MOST) return refuse('face/drawsUsedUp');
  return ok({ actions: drawOthers(policy.challenge.actions, accommodation, last.actions), redraw });
}

/**
 * Draws a check for a session that waits for one: at the door, after a suspension (tried again), or
 * for a recheck; `another` asks for other actions (F18). What was drawn before is worth nothing any
 * more. Refuses `study/sessionNotFound`, `study/sessionEnded`, `study/superseded`,
 * `study/notAllowed`, `face/consentMissing`, `face/drawsUsedUp`.
 */
export function drawChallenge(
  deps: StudyDeps,
  learnerId: string,
  sessionId: string,
  another = false,
): Promise<Result<ChallengeView>> {
  return deps.db.transaction().execute(async (trx) => {
    const begun = await beginWork(trx, deps, learnerId, sessionId);
    if (!begun.ok) return begun;
    const work = begun.value;
    const open = stillOpen(work);
    if (!open.ok) return open;
    if (work.before.row.attended) return refuse('study/notAllowed', ATTENDED);
    const allowed = await faceAllowed(trx, learnerId);
    if (!allowed.ok) return allowed;
    const tried = step(withTime(work, work.before), { type: 'RETRY', at: work.now });
    const done = await finishWork(work, tried);
    const { value } = done.state.session;
    if (value !== 'checkingFace' && value !== 'rechecking') {
      return refuse('study/notAllowed', { state: value, event: 'CHALLENGE' });
    }
    const kind = value === 'checkingFace' ? ('entry' as const) : ('recheck' as const);
    const drawn = kind === 'entry' ? await nextDraw(trx, work, sessionId, another) : ok(undefined);
    if (!drawn.ok) return drawn;
    await withdrawFaceChecks(trx, sessionId, new Date(work.now));
    const { enrolmentId } = done.state.row;
    const check = await issueChallenge(trx, work.mediaKey, work, {
      ...{ kind, learnerId, enrolmentId, sessionId, now: work.now },
      ...(drawn.value && { drawn: drawn.value }),
    });
    return ok(challengeView(work.mediaKey, work.policy, check));
  });
}

/** Why a session without a face takes neither challenge nor picture. */
export const ATTENDED = { state: 'attended', event: 'FACE' } as const;

/** The terms of the learner's newest enrolment; who has none yet rehearses by the default policy. */
export async function ownTerms(db: Db, learnerId: string): Promise<Terms> {
  const [newest] = await enrolmentsOfLearner(db, learnerId);
  const plain: Policy = newest === undefined ? HANDBOOK_POLICY : await policyOf(db, newest);
  const accommodation = await accommodationOf(db, learnerId);
  return { policy: accommodated(plain, accommodation), accommodation };
}

/** A rehearsal: the same actions, no session, no penalty, nothing kept but that it happened (F18). */
export async function drawRehearsal(
  deps: Pick<Deps, 'db' | 'clock' | 'config'>,
  learnerId: string,
): Promise<Result<ChallengeView>> {
  const allowed = await faceAllowed(deps.db, learnerId);
  if (!allowed.ok) return allowed;
  const terms = await ownTerms(deps.db, learnerId);
  const now = deps.clock.now();
  const check = await issueChallenge(deps.db, deps.config.keys.media, terms, {
    kind: 'rehearsal',
    learnerId,
    enrolmentId: null,
    sessionId: null,
    now,
  });
  return ok(challengeView(deps.config.keys.media, terms.policy, check));
}
