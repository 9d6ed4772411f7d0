import {
  countsAlso,
  hoursStanding,
  lessonComplete,
  measure,
  sharedWatched,
  standingByLesson,
  studiedEntry,
  unionOf,
} from '@xuzheng/engine';
import type { Db } from '../../db/connect.ts';
import { coursesFor } from '../../db/courses.ts';
import { noteHoursCompleted, type EnrolmentRow } from '../../db/enrolments-studied.ts';
import { ledgerOf } from '../../db/hour-ledger.ts';
import { progressOfLesson, saveProgress } from '../../db/lesson-progress.ts';
import { lessonsOf } from '../../db/lessons.ts';
import { policyOf } from '../../db/policies.ts';
import { appendShared, publicLessonsStudied } from '../../db/shared-hours.ts';
import { announce } from '../../outbox/index.ts';
import { standingsOf } from './standings.ts';

type Studied = Awaited<ReturnType<typeof publicLessonsStudied>>[number];

/** Is the hours' year of an enrolment still open to more of them? */
const sharingOf = (row: EnrolmentRow) => ({
  ...{ yearStartsOn: row.yearStartsOn, yearEndsOn: row.yearEndsOn },
  closed: row.stateTags.some((tag) => tag.startsWith('closed')),
  hoursComplete: row.hoursCompletedAt !== null,
});

/** Puts one lesson, studied for `origin`, into the books of another enrolment. True when it was not there. */
async function receive(
  trx: Db,
  into: EnrolmentRow,
  origin: EnrolmentRow,
  lesson: Studied,
  now: number,
): Promise<boolean> {
  const { lessonId } = lesson;
  const duration = Number(lesson.durationSeconds);
  const key = { enrolmentId: into.id, epoch: into.epoch, lessonId };
  const own = await progressOfLesson(trx, key);
  if (own.completedAt !== null) return false;
  const there = { enrolmentId: origin.id, epoch: lesson.epoch, lessonId };
  const elsewhere = await progressOfLesson(trx, there);
  const watched = sharedWatched(own.watched, elsewhere.watched, duration);
  if (!lessonComplete(watched, duration)) return false;
  const studied = { lessonId, epoch: into.epoch, watchedSeconds: measure(watched) };
  const entry = studiedEntry(await ledgerOf(trx, into.id), studied, now);
  if (entry === null) return false;
  await appendShared(trx, into, entry, { id: origin.id, epoch: lesson.epoch });
  await saveProgress(trx, key, {
    watched,
    pending: unionOf([...own.pending, ...elsewhere.pending]),
    watchedSeconds: measure(watched),
    completedAt: new Date(now),
  });
  return true;
}

async function lessonIdsOf(trx: Db, enrolment: EnrolmentRow): Promise<Set<string>> {
  const courses = await coursesFor(trx, enrolment);
  const lessons = await lessonsOf(
    trx,
    courses.map((course) => course.id),
  );
  return new Set(lessons.map((lesson) => lesson.id));
}

/**
 * Takes over the public hours that the learner has studied for other posts of the same year (F19). Each
 * second stays one: the entry names where it was studied. What was cleared there is not taken over, and
 * after a clear of its own an enrolment takes over only what was studied since. All enrolments
 * must be locked. Gives how many lessons came.
 */
export async function takeSharedHours(
  trx: Db,
  into: EnrolmentRow,
  sameYear: readonly EnrolmentRow[],
  now: number,
  since = 0,
): Promise<number> {
  const others = sameYear.filter((row) => row.id !== into.id);
  if (others.length === 0) return 0;
  const wanted = await lessonIdsOf(trx, into);
  let came = 0;
  for (const origin of others) {
    const ledger = await ledgerOf(trx, origin.id);
    for (const lesson of await publicLessonsStudied(trx, origin.id)) {
      const standing = standingByLesson(ledger.filter((entry) => entry.epoch === lesson.epoch));
      const completedAt = lesson.completedAt.getTime();
      const startedAt = lesson.startedAt?.getTime() ?? completedAt;
      const when = { kind: 'public', startedAt, completedAt } as const;
      const stands = (standing.get(lesson.lessonId) ?? 0) > 0;
      const counts = stands && completedAt >= since && countsAlso(when, sharingOf(into));
      if (!counts || !wanted.has(lesson.lessonId)) continue;
      if (await receive(trx, into, origin, lesson, now)) came += 1;
    }
  }
  return came;
}

/** Are the hours complete now? Then that is noted, and the process told, in the same transaction. */
export async function completeHours(
  trx: Db,
  enrolment: EnrolmentRow,
  now: number,
): Promise<boolean> {
  const policy = await policyOf(trx, enrolment);
  if (!hoursStanding(policy, await standingsOf(trx, enrolment)).complete) return false;
  const key = { id: enrolment.id, epoch: enrolment.epoch };
  if (await noteHoursCompleted(trx, key, new Date(now))) {
    await announce(trx, enrolment.id, 'milestonesChanged');
  }
  return true;
}

/** A lesson has just been completed: what of it is public counts for the learner's other posts too. */
export async function shareWithOthers(
  trx: Db,
  origin: EnrolmentRow,
  sameYear: readonly EnrolmentRow[],
  now: number,
): Promise<void> {
  for (const other of sameYear) {
    if (other.id === origin.id) continue;
    // After a clear of its own an enrolment studies anew: only this lesson comes.
    const since = other.epoch === 1 ? 0 : now;
    const came = await takeSharedHours(trx, other, [origin], now, since);
    if (came > 0) await completeHours(trx, other, now);
  }
}
