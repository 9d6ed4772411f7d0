import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError } from '@xuzheng/client';
import { beforeAll, expect, test } from 'vitest';
import { drawnPerformer } from '../../tools/faces/index.ts';
import { myEnrolment } from '../../tools/scenario/learner.ts';
import { REAL_TIME } from '../../tools/scenario/pace.ts';
import { enterLesson } from '../../tools/scenario/study.ts';
import type { Visitor } from '../../tools/scenario/visitor.ts';
import { LONG_LESSON } from '../e2e/stage/lessons.ts';
import { storyLearner, type StoryLearner } from '../e2e/stage/people.ts';
import { openSchool, readyLearner, type School } from '../e2e/stage/school.ts';

const LEARNERS = 3;
const KILLS = 6;
const STUDY_SECONDS = 60;

interface Studied {
  readonly sessionId: string;
  /** What the server had said is safe, at the most. */
  acknowledged: number;
  beats: number;
  unanswered: number;
  readonly beganAt: number;
}

let school: School;
beforeAll(async () => {
  school = await openSchool({ lessons: [LONG_LESSON] });
}, 300_000);

const isOutage = (error: unknown): boolean =>
  !(error instanceof ProblemError) || error.problem.status === 0 || error.problem.status >= 500;

/** Beats once a second until the time is over; a beat nobody answered is sent again as it was. */
async function studyThroughOutages(visitor: Visitor, who: StoryLearner, enrolmentId: string) {
  const { courses } = await myEnrolment(visitor, enrolmentId);
  const lessonId = courses[0]?.lessons[0]?.id ?? '';
  const performer = drawnPerformer(who.face);
  const pace = REAL_TIME;
  const session = await enterLesson(visitor, { enrolmentId, lessonId }, { performer, pace });
  const beganAt = Date.now();
  const studied: Studied = {
    sessionId: session.id,
    acknowledged: 0,
    beats: 0,
    unanswered: 0,
    beganAt,
  };
  const path = { params: { path: { id: session.id } } };
  for (let seq = 1; Date.now() - beganAt < STUDY_SECONDS * 1000;) {
    await sleep(1_000);
    const positionSeconds = (Date.now() - beganAt) / 1000;
    const beats = [{ seq, positionSeconds, playing: true, visible: true }];
    const body = { leaseToken: session.leaseToken, beats };
    try {
      const { api } = visitor;
      const receipt = await api.take(
        api.POST('/api/me/study-sessions/{id}/beats', { ...path, body }),
      );
      studied.acknowledged = Math.max(studied.acknowledged, receipt.session.savedSeconds);
      studied.beats++;
      seq++;
    } catch (error) {
      if (!isOutage(error)) throw error;
      studied.unanswered++;
    }
  }
  return studied;
}

/** Kills the API without a word at moments nobody chose, and starts another one each time. */
async function killAgainAndAgain(): Promise<void> {
  for (let kill = 0; kill < KILLS; kill++) {
    await sleep(2_000 + Math.random() * 5_000);
    const api = school.product.newest('api');
    api?.process.kill('SIGKILL');
    await api?.ended;
    await school.product.start('api');
  }
}

test('kill -9 of the API amid beats loses no acknowledged second and credits none twice', async () => {
  const people = Array.from({ length: LEARNERS }, (_, n) => storyLearner(n, `学员${'甲乙丙'[n]}`));
  const ready = [];
  for (const who of people) ready.push({ who, ...(await readyLearner(school, who)) });
  const [, ...studies] = await Promise.all([
    killAgainAndAgain(),
    ...ready.map(({ visitor, who, id }) => studyThroughOutages(visitor, who, id)),
  ]);
  let lost = 0;
  for (const [n, studied] of studies.entries()) {
    const { api } = ready[n]!.visitor;
    const path = { params: { path: { id: studied.sessionId } } };
    const stored = await api.take(api.GET('/api/me/study-sessions/{id}', path));
    const wall = (Date.now() - studied.beganAt) / 1000;
    const { creditedSeconds, pendingSeconds, uncountedSeconds, elapsedSeconds } = stored.totals;
    lost += Math.max(0, studied.acknowledged - stored.savedSeconds);
    expect(creditedSeconds + pendingSeconds).toBeLessThanOrEqual(wall);
    expect(creditedSeconds + pendingSeconds + uncountedSeconds).toBeCloseTo(elapsedSeconds, 2);
    expect(studied.beats).toBeGreaterThan(0);
  }
  const sum = (pick: (one: Studied) => number): number =>
    studies.reduce((total, one) => total + pick(one), 0);
  console.log(
    `killed ${KILLS} times; beats acknowledged ${sum((one) => one.beats)}, unanswered ` +
      `${sum((one) => one.unanswered)}; seconds acknowledged ` +
      `${sum((one) => one.acknowledged).toFixed(1)}, lost ${lost.toFixed(1)}`,
  );
  expect(lost).toBe(0);
});
