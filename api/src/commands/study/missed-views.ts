import { missedPartsIn, openSecondsOf, startOfDay, type Evidence } from '@xuzheng/engine';
import type { Db } from '../../db/connect.ts';
import { enrolmentForProcess } from '../../db/enrolments.ts';
import { lessonTitles } from '../../db/lessons.ts';
import { policyOf } from '../../db/policies.ts';
import type { PassportView } from '../../schemas/my-enrolments.ts';
import { iso, isoOrNull } from '../../schemas/shared.ts';
import type { EpochKey } from './epoch-evidence.ts';

/**
 * The parts of lessons in which nobody was seen, oldest first, and what can still be made up in time.
 * No part can be made up beyond the end of the study year, unless it is being relearned.
 */
export async function missedViews(
  db: Db,
  key: EpochKey,
  studied: Pick<Evidence, 'sessions' | 'checks' | 'lessons'>,
  now: number,
): Promise<PassportView['missed']> {
  const enrolment = await enrolmentForProcess(db, key.enrolmentId);
  const policy = await policyOf(db, enrolment);
  const closesAt = key.epoch === 1 ? startOfDay(enrolment.yearEndsOn) : Infinity;
  const parts = missedPartsIn(studied, policy, now).map((part) => ({
    ...part,
    until: Math.min(part.until, closesAt),
    state: part.state === 'open' && now >= closesAt ? ('lapsed' as const) : part.state,
  }));
  const titles = await lessonTitles(db, [...new Set(parts.map((part) => part.lessonId))]);
  return {
    makeUpDays: policy.makeUpDays,
    openSeconds: openSecondsOf(parts),
    parts: parts.map(({ sessionId, lessonId, range, left, state, ...part }) => ({
      ...{ sessionId, lessonId, state },
      lessonTitle: titles.get(lessonId) ?? '',
      fromSeconds: range[0],
      toSeconds: range[1],
      leftSeconds: left.reduce((sum, [from, to]) => sum + to - from, 0),
      missedAt: iso(part.missedAt),
      makeUpUntil: iso(part.until),
      madeUpAt: isoOrNull(part.madeUpAt),
    })),
  };
}
