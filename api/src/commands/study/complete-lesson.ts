import {
  hoursStanding,
  studiedEntry,
  viewCredit,
  type CourseKind,
  type LessonStanding,
  type Policy,
} from '@xuzheng/engine';
import type { Db } from '../../db/connect.ts';
import { coursesFor } from '../../db/courses.ts';
import {
  lockEnrolment,
  noteHoursCompleted,
  type EnrolmentRow,
} from '../../db/enrolments-studied.ts';
import { appendLedger, ledgerOf } from '../../db/hour-ledger.ts';
import { progressOfEnrolment } from '../../db/lesson-progress.ts';
import { lessonsOf } from '../../db/lessons.ts';
import { announce } from '../../outbox/index.ts';
import type { StudyState } from './study-state.ts';

/** The lessons of an enrolment with what has been watched of them in its present epoch. */
export async function standingsOf(db: Db, enrolment: EnrolmentRow): Promise<LessonStanding[]> {
  const courses = await coursesFor(db, enrolment);
  const lessons = await lessonsOf(
    db,
    courses.map((course) => course.id),
  );
  const kinds = new Map(courses.map((course) => [course.id, course.kind as CourseKind]));
  const progress = await progressOfEnrolment(db, {
    enrolmentId: enrolment.id,
    epoch: enrolment.epoch,
  });
  return lessons.map((lesson) => ({
    lessonId: lesson.id,
    kind: kinds.get(lesson.courseId) ?? 'public',
    durationSeconds: lesson.durationSeconds,
    watched: progress.get(lesson.id)?.watched ?? [],
  }));
}

/**
 * A lesson has just been completed: its seconds enter the ledger; when it was the last one and the
 * hours of the policy are reached, the enrolment's hours are complete and its process is told, all in
 * the transaction of the beat that did it. True when the hours are complete.
 */
export async function completeLesson(
  work: { trx: Db; now: number; policy: Policy },
  state: StudyState,
): Promise<boolean> {
  const { trx, now, policy } = work;
  const { row } = state;
  const enrolment = await lockEnrolment(trx, row.enrolmentId);
  // A clear may have begun a new epoch meanwhile: what belongs to the old one stays with it.
  if (enrolment.epoch !== row.epoch) return false;
  const watchedSeconds = state.credit === null ? 0 : viewCredit(state.credit).watchedSeconds;
  const studied = { lessonId: row.lessonId, epoch: row.epoch, watchedSeconds };
  const entry = studiedEntry(await ledgerOf(trx, enrolment.id), studied, now);
  if (entry !== null) await appendLedger(trx, enrolment.id, policy.version, [entry]);
  const standing = hoursStanding(policy, await standingsOf(trx, enrolment));
  if (!standing.complete) return false;
  const key = { id: enrolment.id, epoch: enrolment.epoch };
  if (await noteHoursCompleted(trx, key, new Date(now))) {
    await announce(trx, enrolment.id, 'milestonesChanged');
  }
  return true;
}
