import {
  lessonComplete,
  measure,
  passportOf,
  viewCredit,
  type CreditView,
  type PassportMinute,
  type Policy,
} from '@xuzheng/engine';
import type { Db } from '../../db/connect.ts';
import { openFaceCheckOf } from '../../db/face-checks.ts';
import { progressOfLesson } from '../../db/lesson-progress.ts';
import type { LessonRow } from '../../db/lessons.ts';
import { lessonLinks } from '../../media/lesson-links.ts';
import type { PassportMinuteView } from '../../schemas/my-enrolments.ts';
import type { SessionShortView, SessionView } from '../../schemas/study.ts';
import { iso } from '../../schemas/shared.ts';
import { challengeView } from './challenge.ts';
import { dueCheck } from './check-log.ts';
import { lastReceipts } from './last-receipts.ts';
import { receiptSentence } from './receipt.ts';
import type { StudyState } from './study-state.ts';

export const minuteView = (minute: PassportMinute): PassportMinuteView => ({
  startsAt: iso(minute.startsAt),
  creditedSeconds: minute.seconds.credited,
  pendingSeconds: minute.seconds.pending,
  uncountedSeconds: minute.seconds.uncounted,
  kind: minute.shown,
  reason: minute.reason,
});

const NO_TOTALS = {
  elapsedSeconds: 0,
  creditedSeconds: 0,
  pendingSeconds: 0,
  uncountedSeconds: 0,
  uncountedByReason: {},
};

function pausedBecause(state: StudyState): string | null {
  const { value, context } = state.session;
  if (value === 'paused') return context.pausedFor;
  if (value === 'suspended') return context.suspendedFor;
  return null;
}

function dueView(state: StudyState, policy: Policy): SessionShortView['due'] {
  const { context, value } = state.session;
  if (value === 'rechecking') {
    const answerBy = context.answerBy === null ? null : iso(context.answerBy);
    const id = `recheck:${state.plan.done.length}:${context.triesLeft}`;
    return { kind: 'recheck', id, answerBy, triesLeft: context.triesLeft };
  }
  const due = dueCheck(state);
  if (due?.kind !== 'snapshot' || state.plan.open === null) return null;
  const answerBy = iso(state.plan.open.dueAt + policy.recheckAnswerSeconds * 1000);
  const kind = state.row.attended ? ('question' as const) : ('snapshot' as const);
  return { kind, id: `snapshot:${state.plan.done.length}`, answerBy, triesLeft: 1 };
}

/** What every beat is answered with. */
export function shortView(
  state: StudyState,
  policy: Policy,
  facts: { readonly now: number; readonly hoursComplete: boolean },
): SessionShortView {
  const view: CreditView | null = state.credit === null ? null : viewCredit(state.credit);
  const totals = view?.totals ?? NO_TOTALS;
  return {
    id: state.row.id,
    revision: state.row.revision,
    state: state.session.value,
    pausedBecause: pausedBecause(state),
    ended: state.endedAt !== null,
    endReason: state.endReason,
    ackSeq: view?.ackSeq ?? 0,
    positionSeconds: view?.positionSeconds ?? state.row.positionSeconds,
    savedSeconds: view?.watchedSeconds ?? 0,
    lessonComplete:
      view !== null && lessonComplete(view.watched, state.credit?.durationSeconds ?? Infinity),
    hoursComplete: facts.hoursComplete,
    totals,
    receipt: receiptSentence(view?.watchedSeconds ?? 0, totals),
    due: dueView(state, policy),
    attended: state.row.attended,
    faceTriesLeft: state.session.context.triesLeft,
    minutes: passportOf(view?.segments ?? []).map(minuteView),
    serverTime: iso(facts.now),
  };
}

export interface ViewFacts {
  readonly now: number;
  readonly hoursComplete: boolean;
  readonly policy: Policy;
  readonly lesson: LessonRow;
  readonly mediaKey: Buffer;
}

/** How the lesson was left the time before; said until this session has something to say. */
async function lastReceiptOf(db: Db, { row, credit }: StudyState) {
  const view = credit === null ? null : viewCredit(credit);
  if (row.replay || (view?.totals.elapsedSeconds ?? 0) > 0) return null;
  const saved = view?.watchedSeconds ?? (await progressOfLesson(db, row)).watchedSeconds;
  return (await lastReceipts(db, row, row.id))(row.lessonId, saved);
}

/** The whole session as the page needs it to begin or go on. */
export async function sessionView(
  db: Db,
  state: StudyState,
  facts: ViewFacts,
): Promise<SessionView> {
  const { policy, lesson, mediaKey, now } = facts;
  const { row } = state;
  const check =
    state.endedAt === null ? await openFaceCheckOf(db, row.id, new Date(now)) : undefined;
  const links = lessonLinks(mediaKey, lesson, row.learnerId, now);
  const watched = state.credit === null ? [] : viewCredit(state.credit).watched;
  return {
    ...shortView(state, policy, facts),
    leaseToken: row.leaseToken,
    enrolmentId: row.enrolmentId,
    epoch: row.epoch,
    startedAt: iso(row.startedAt),
    lesson: {
      id: lesson.id,
      title: lesson.title,
      durationSeconds: lesson.durationSeconds,
      ...links,
    },
    watched: watched.map(([from, to]): [number, number] => [from, to]),
    lastReceipt: await lastReceiptOf(db, state),
    savedSeconds: measure(watched),
    challenge: check === undefined ? null : challengeView(mediaKey, policy, check),
    commitment: state.plan.commitment,
    seed: state.endedAt === null ? null : state.plan.seed,
    beatEverySeconds: policy.heartbeatSeconds,
    leaseSeconds: policy.leaseSeconds,
    offlineGraceSeconds: policy.offlineGraceSeconds,
    unacknowledgedPauseSeconds: policy.unacknowledgedPauseSeconds,
    recheckAnswerSeconds: policy.recheckAnswerSeconds,
    replay: row.replay,
  };
}
