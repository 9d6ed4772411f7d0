import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError } from '@xuzheng/client';
import { drawnPerformer } from '../../../tools/faces/index.ts';
import { myEnrolment } from '../../../tools/scenario/learner.ts';
import { REAL_TIME } from '../../../tools/scenario/pace.ts';
import { enterLesson } from '../../../tools/scenario/study.ts';
import type { Visitor } from '../../../tools/scenario/visitor.ts';
import type { StoryLearner } from '../../e2e/stage/people.ts';

/** What somebody studied while everything around them died. */
export interface Studied {
  readonly enrolmentId: string;
  readonly learnerId: string;
  readonly beganAt: number;
  /** What the server had said is safe, at the most. */
  acknowledged: number;
  beats: number;
  unanswered: number;
}

export const nothingStudied = (enrolmentId: string, learnerId: string): Studied => ({
  ...{ enrolmentId, learnerId, beganAt: Date.now() },
  ...{ acknowledged: 0, beats: 0, unanswered: 0 },
});

const isOutage = (error: unknown): boolean =>
  !(error instanceof ProblemError) || error.problem.status === 0 || error.problem.status >= 500;

/** Opens the first lesson; what is given back beats once a second until told to stop. */
export async function enterAsVisitor(
  visitor: Visitor,
  who: StoryLearner,
  { id: enrolmentId, learnerId }: { readonly id: string; readonly learnerId: string },
): Promise<(seconds: number) => Promise<Studied>> {
  const { courses } = await myEnrolment(visitor, enrolmentId);
  const lessonId = courses[0]?.lessons[0]?.id ?? '';
  const performer = drawnPerformer(who.face);
  const studied = nothingStudied(enrolmentId, learnerId);
  const session = await enterLesson(
    visitor,
    { enrolmentId, lessonId },
    { performer, pace: REAL_TIME },
  );
  const playedSince = Date.now();
  const path = { params: { path: { id: session.id } } };
  const { api } = visitor;
  /** A beat nobody answered is sent again as it was: at most that one is ever at risk. */
  const send = async (seq: number, positionSeconds: number): Promise<boolean> => {
    const beats = [{ seq, positionSeconds, playing: true, visible: true }];
    const body = { leaseToken: session.leaseToken, beats };
    try {
      const answer = await api.take(
        api.POST('/api/me/study-sessions/{id}/beats', { ...path, body }),
      );
      studied.acknowledged = Math.max(studied.acknowledged, answer.session.savedSeconds);
      studied.beats++;
      return true;
    } catch (error) {
      if (!isOutage(error)) throw error;
      studied.unanswered++;
      return false;
    }
  };
  return async (seconds) => {
    for (let seq = 1; Date.now() - playedSince < seconds * 1000;) {
      await sleep(1_000);
      if (await send(seq, (Date.now() - playedSince) / 1000)) seq++;
    }
    return studied;
  };
}
