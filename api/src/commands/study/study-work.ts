import {
  accommodated,
  ok,
  refuse,
  startOfDay,
  type Accommodation,
  type Policy,
  type Result,
} from '@xuzheng/engine';
import type { Vault } from '../../crypto/vault.ts';
import { accommodationOf } from '../../db/accommodations.ts';
import { openAttendedCheckOf } from '../../db/attended-checks.ts';
import type { Trx } from '../../db/connect.ts';
import { findLesson, type LessonRow } from '../../db/lessons.ts';
import { policyOf } from '../../db/policies.ts';
import { uncheckedSnapshotOf } from '../../db/snapshots.ts';
import { extendLease } from '../../db/study-leases.ts';
import { lockSession } from '../../db/study-sessions.ts';
import type { Deps } from '../../deps.ts';
import type { SessionShortView, SessionView } from '../../schemas/study.ts';
import { keepAttendedCheck } from './attended-check.ts';
import { codeStateOf } from './attended-code.ts';
import { completeLesson } from './complete-lesson.ts';
import { raiseChecks } from './random-checks.ts';
import { issueChallenge } from './challenge.ts';
import { sessionView, shortView } from './session-view.ts';
import { lapseAnswers, mark } from './study-events.ts';
import { readState, saveState, type StudyState } from './study-state.ts';

export type StudyDeps = Pick<Deps, 'db' | 'clock' | 'config' | 'vault'>;

/** A session under this transaction's lock, with what is needed to work on it. */
export interface StudyWork {
  readonly trx: Trx;
  readonly now: number;
  /** As it applies to this learner: with their extra time. */
  readonly policy: Policy;
  readonly accommodation: Accommodation;
  readonly lesson: LessonRow;
  readonly before: StudyState;
  readonly mediaKey: Buffer;
  readonly vault: Vault;
  /** From here on no second belongs to the session's study year; null where the year does not end it. */
  readonly yearEndsAt: number | null;
}

/** A session after the work, as it was written. */
export interface DoneWork extends StudyWork {
  readonly state: StudyState;
  readonly hoursComplete: boolean;
}

/** Is the code a session waits for kept back by our own fault? Then no lapse counts. */
async function isExcused(trx: Trx, state: StudyState, policy: Policy, now: number) {
  if (!state.row.attended || state.session.value !== 'rechecking') return false;
  const check = await openAttendedCheckOf(trx, state.row.id);
  return check !== undefined && (await codeStateOf(trx, check, policy, now)) === 'away';
}

/** After a clear the relearn window may reach beyond the year, and replay is free. */
const yearEndOf = (row: NonNullable<Awaited<ReturnType<typeof lockSession>>>): number | null =>
  row.replay || row.epoch > 1 || row.yearEndsOn === null ? null : startOfDay(row.yearEndsOn);

/** Locks a session of this learner. Refuses `study/sessionNotFound`, also for somebody else's. */
export async function beginWork(
  trx: Trx,
  deps: StudyDeps,
  learnerId: string,
  sessionId: string,
): Promise<Result<StudyWork>> {
  const row = await lockSession(trx, sessionId);
  if (row === undefined || row.learnerId !== learnerId) return refuse('study/sessionNotFound');
  const [plain, lesson, accommodation] = await Promise.all([
    policyOf(trx, row),
    findLesson(trx, row.lessonId),
    accommodationOf(trx, learnerId),
  ]);
  if (lesson === undefined) throw new Error(`lesson ${row.lessonId} of a session is gone`);
  // Read after the lock: whoever waited for it sees the time at which its turn came.
  const now = deps.clock.now();
  const policy = accommodated(plain, accommodation);
  const state = readState(row);
  const before = { ...state, excused: await isExcused(trx, state, policy, now) };
  const mediaKey = deps.config.keys.media;
  const { vault } = deps;
  return ok({
    ...{ trx, now, policy, accommodation, lesson, before, mediaKey, vault },
    yearEndsAt: yearEndOf(row),
  });
}

/** Refuses `study/superseded` and `study/sessionEnded` for a session that is over. */
export function stillOpen({ before }: StudyWork): Result<void> {
  if (before.endedAt === null) return ok(undefined);
  if (before.endReason === 'superseded') return refuse('study/superseded');
  return refuse('study/sessionEnded', { reason: before.endReason ?? '' });
}

async function issueRecheck(work: StudyWork, state: StudyState): Promise<void> {
  const wasAsked = work.before.session.context.answerBy;
  const isAsked = state.session.context.answerBy;
  if (state.row.attended) return;
  if (state.session.value !== 'rechecking' || isAsked === null || isAsked === wasAsked) return;
  await issueChallenge(work.trx, work.mediaKey, work, {
    kind: 'recheck',
    learnerId: state.row.learnerId,
    enrolmentId: state.row.enrolmentId,
    sessionId: state.row.id,
    now: work.now,
  });
}

/** What time alone has done to a session: answers that did not come, checks that fell due. */
export const withTime = (work: StudyWork, state: StudyState): StudyState =>
  state.endedAt === null
    ? raiseChecks(lapseAnswers(state, work.now), work.policy, work.now)
    : state;

/** So near to the end of the presence gap, a picture that waits for our checker is looked for. */
const NEAR_GAP = 0.9;

/**
 * Snapshots that came and that our own checker has not looked at yet must not cost the learner their
 * presence (invariant 14): until they are judged the time is pending.
 */
async function coverBacklog(work: StudyWork, state: StudyState): Promise<StudyState> {
  const last = state.credit?.marks.at(-1);
  if (state.endedAt !== null || last?.outcome !== 'matched') return state;
  const near = last.at + work.policy.presenceGapSeconds * 1000 * NEAR_GAP;
  if (work.now < near) return state;
  const waiting = await uncheckedSnapshotOf(work.trx, state.row.id);
  if (waiting === undefined) return state;
  return mark(state, { at: work.now, outcome: 'fault', evidenceId: waiting.id });
}

/** Writes the session; issues the check it may ask for; completes lesson and hours. */
export async function finishWork(work: StudyWork, after: StudyState): Promise<DoneWork> {
  const { trx, now, before } = work;
  const covered = await coverBacklog(work, after);
  const { state, lessonCompletes } = await saveState(trx, before, covered, now);
  await keepAttendedCheck(work, state);
  if (state.endedAt === null) {
    await issueRecheck(work, state);
    await extendLease(trx, {
      learnerId: state.row.learnerId,
      token: state.row.leaseToken,
      expiresAt: new Date(now + work.policy.leaseSeconds * 1000),
    });
  }
  const hoursComplete = lessonCompletes ? await completeLesson(work, state) : false;
  return { ...work, state, hoursComplete: hoursComplete || state.row.replay };
}

export const shortOf = (done: DoneWork): SessionShortView =>
  shortView(done.state, done.policy, done);

export const viewOf = (done: DoneWork): Promise<SessionView> =>
  sessionView(done.trx, done.state, done);
