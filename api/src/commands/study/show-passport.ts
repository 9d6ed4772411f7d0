import {
  ok,
  passportOf,
  refuse,
  totalsOf,
  type PassportMinute,
  type Result,
} from '@xuzheng/engine';
import type { Db } from '../../db/connect.ts';
import { findEnrolmentOf } from '../../db/enrolments-studied.ts';
import { segmentsOfSessions } from '../../db/study-segments.ts';
import { lessonTitles } from '../../db/lessons.ts';
import { sessionsOfEpoch, type StudySessionRow } from '../../db/study-sessions.ts';
import type { EvidencedMinuteView, PassportView } from '../../schemas/my-enrolments.ts';
import { iso, isoOrNull } from '../../schemas/shared.ts';
import { segmentOf, studiedOf } from './epoch-evidence.ts';
import { missedViews } from './missed-views.ts';
import { minuteView } from './session-view.ts';
import { readState } from './study-state.ts';

async function sessionsShown(
  db: Db,
  rows: readonly StudySessionRow[],
): Promise<PassportView['sessions']> {
  const titles = await lessonTitles(db, [...new Set(rows.map((row) => row.lessonId))]);
  return rows.map((row) => {
    const { plan } = readState(row);
    return {
      id: row.id,
      lessonTitle: titles.get(row.lessonId) ?? '',
      startedAt: iso(row.startedAt),
      endedAt: isoOrNull(row.endedAt),
      creditedSeconds: row.creditedSeconds,
      pendingSeconds: row.pendingSeconds,
      commitment: plan.commitment,
      provable: row.endedAt !== null && !row.attended && plan.rule !== null,
    };
  });
}

const evidencedMinute = (
  minute: PassportMinute,
  sessionId: string,
  lessonId: string,
): EvidencedMinuteView => ({
  ...minuteView(minute),
  ...{ sessionId, lessonId, evidence: [...minute.evidence] },
  reasons: Object.entries(minute.uncountedByReason)
    .map(([reason, seconds]) => ({ reason, seconds }))
    .sort((a, b) => b.seconds - a.seconds),
});

/**
 * The minute passport of an epoch (F15): the same strip for the learner and for the auditor, with the
 * parts that nobody was seen in and until when they can be made up (F18).
 */
export async function passportOfEpoch(
  db: Db,
  key: { readonly enrolmentId: string; readonly epoch: number },
  now: number,
): Promise<PassportView> {
  const sessions = await sessionsOfEpoch(db, key);
  const lessonOf = new Map(sessions.map((session) => [session.id, session.lessonId]));
  const rows = await segmentsOfSessions(db, [...lessonOf.keys()]);
  const segments = rows.map(segmentOf);
  const totals = totalsOf(segments);
  const minutes = sessions.flatMap(({ id, lessonId }) =>
    passportOf(rows.filter((row) => row.sessionId === id).map(segmentOf)).map((minute) =>
      evidencedMinute(minute, id, lessonId),
    ),
  );
  return {
    epoch: key.epoch,
    totals: { ...totals, uncountedByReason: { ...totals.uncountedByReason } },
    segments: rows.map((row, i) => ({
      ...segments[i]!,
      sessionId: row.sessionId,
      lessonId: lessonOf.get(row.sessionId) ?? '',
      startedAt: iso(row.startedAt),
      endedAt: iso(row.endedAt),
      presenceAt: isoOrNull(row.presenceAt),
      evidence: row.evidence as string[],
    })),
    minutes,
    sessions: await sessionsShown(db, sessions),
    missed: await missedViews(db, key, await studiedOf(db, key, sessions, rows), now),
  };
}

/** The learner's own passport of the present epoch. Refuses `enrolment/notFound`. */
export async function showMyPassport(
  db: Db,
  learnerId: string,
  enrolmentId: string,
  now: number,
): Promise<Result<PassportView>> {
  const enrolment = await findEnrolmentOf(db, enrolmentId, learnerId);
  if (enrolment === undefined) return refuse('enrolment/notFound');
  return ok(await passportOfEpoch(db, { enrolmentId, epoch: enrolment.epoch }, now));
}
