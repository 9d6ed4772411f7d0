import { startCredit, type Policy, type PresenceMark } from '@xuzheng/engine';
import type { Db } from '../../db/connect.ts';
import { progressOfLesson } from '../../db/lesson-progress.ts';
import type { LessonRow } from '../../db/lessons.ts';
import { secondsUsedOn } from '../../db/study-segments.ts';
import type { StudyState } from './study-state.ts';

/** Opens the books of a session at the check that let the learner in. */
export async function openBooks(
  work: {
    readonly trx: Db;
    readonly now: number;
    readonly policy: Policy;
    readonly lesson: LessonRow;
  },
  state: StudyState,
  presence: Omit<PresenceMark, 'at'>,
): Promise<StudyState> {
  const { trx, now, policy, lesson } = work;
  const { enrolmentId, epoch, lessonId, learnerId, positionSeconds } = state.row;
  const progress = await progressOfLesson(trx, { enrolmentId, epoch, lessonId });
  const capped = policy.dailyCapSeconds !== null;
  return {
    ...state,
    credit: startCredit({
      at: now,
      durationSeconds: lesson.durationSeconds,
      positionSeconds,
      watched: progress.watched,
      usedTodaySeconds: capped ? await secondsUsedOn(trx, learnerId, now) : 0,
      presence: { at: now, ...presence },
      rule: policy,
    }),
  };
}
