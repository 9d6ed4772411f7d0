import { drawsFrom, type Policy } from '@xuzheng/engine';
import { sql } from 'kysely';
import { createApp } from '../../../api/src/app.ts';
import { insertPolicy } from '../../../api/src/db/policies.ts';
import { closeDeps, createDeps } from '../../../api/src/deps.ts';
import type { SessionView } from '../../../api/src/schemas/study.ts';
import { browserOn } from '../browser.ts';
import { handsOf, QUIET, studyGround, type Claim, type Student } from './study-ground.ts';

/** A lesson no number of races can finish, and checks that never come. */
const LESSON_SECONDS = 5_000_000;
const RARELY = 1e9;
const RACE_POLICY: Policy = {
  ...QUIET,
  id: 'race',
  snapshotEverySeconds: RARELY,
  recheckEverySeconds: RARELY,
};
const ROUNDS = 5;

type Device = Pick<Student, 'start' | 'face' | 'beat' | 'browser'>;

export interface RaceOutcome {
  readonly trials: number;
  readonly requests: number;
  readonly takeOvers: number;
  readonly wallSeconds: number;
  readonly earnedSeconds: number;
  /** Trials in which more was earned than the wall clock gave. */
  readonly over: number;
  /** Counted stretches that share a moment with another one. */
  readonly overlaps: number;
  /** Seconds by which what was counted and what is watched of the lesson differ: some twice, or none. */
  readonly apart: number;
}

/** One learner with two devices, each at an API process of its own, on one Postgres. */
export async function raceTrack() {
  const ground = await studyGround([LESSON_SECONDS]);
  await insertPolicy(ground.deps.db, RACE_POLICY, '2000-01-01');
  const deps = await createDeps(ground.deps.config, { clock: ground.clock, faces: ground.faces });
  const other = await createApp(deps, { logTo: { write: () => undefined } });
  await other.ready();
  const one = await ground.student('wang', RACE_POLICY);
  const browser = browserOn(other);
  browser.setCookie(one.browser.cookie());
  await browser.get('/api/session');
  const two = { browser, ...handsOf(browser, one.enrolmentId, ground.lessons) };
  const close = async (): Promise<void> => {
    await other.close();
    await closeDeps(deps);
  };
  const { db } = ground.deps;
  return { learnerId: one.learnerId, devices: [one, two] as const, clock: ground.clock, db, close };
}

type Track = Awaited<ReturnType<typeof raceTrack>>;

const earnedOf = async ({ db, learnerId }: Track): Promise<number> => {
  const { seconds } = await db
    .selectFrom('studySessions')
    .select(sql<number>`coalesce(sum(credited_seconds + pending_seconds), 0)`.as('seconds'))
    .where('learnerId', '=', learnerId)
    .executeTakeFirstOrThrow();
  return seconds;
};

/** Counted stretches that begin before an earlier one of the same learner has ended. */
const overlapsOf = async ({ db, learnerId }: Track): Promise<number> => {
  const { rows } = await sql<{ n: string }>`
    SELECT count(*) AS n FROM (
      SELECT g.started_at, max(g.ended_at) OVER (
        ORDER BY g.started_at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
      FROM study_segments g JOIN study_sessions s ON s.id = g.session_id
      WHERE s.learner_id = ${learnerId} AND g.kind <> 'uncounted') AS counted
    WHERE started_at < before`.execute(db);
  return Number(rows[0]?.n ?? -1);
};

const watchedOf = async ({ db }: Track): Promise<number> =>
  (await db.selectFrom('lessonProgress').select('watchedSeconds').execute()).reduce(
    (sum, row) => sum + row.watchedSeconds,
    0,
  );

/** What one device does in a round, drawn by lot: take over, beat wildly, leave, or do nothing. */
function racer(device: Device, draw: () => number, told: { requests: number; takeOvers: number }) {
  let session: SessionView | null = null;
  let seq = 0;
  const takeOver = async (): Promise<void> => {
    told.takeOvers++;
    told.requests += 2;
    const started = await device.start(0, { takeOver: true, device: `设备 ${draw()}` });
    if (started.statusCode !== 201) return;
    session = started.json<SessionView>();
    seq = 0;
    await device.face(session, 'me');
  };
  const beat = async (): Promise<void> => {
    if (session === null) return takeOver();
    const from = session.positionSeconds;
    const beats = Array.from({ length: 1 + Math.floor(draw() * 3) }, (): Claim => {
      seq += draw() < 0.2 ? 0 : 1;
      return [Math.max(1, seq), from + draw() * 200, draw() < 0.9 ? 'playing' : 'paused'];
    });
    told.requests++;
    await device.beat(session, ...beats);
  };
  const end = async (): Promise<void> => {
    if (session === null) return;
    told.requests++;
    await device.browser.post(`/api/me/study-sessions/${session.id}/end`);
    session = null;
  };
  const act = (): Promise<void> => {
    const lot = draw();
    if (lot < 0.35) return takeOver();
    if (lot < 0.9) return beat();
    return lot < 0.95 ? end() : Promise.resolve();
  };
  return { takeOver, beat, end, act };
}

/** Races two devices so many times; the clock moves between their moves, never by their word. */
export async function raceDevices(
  track: Track,
  trials: number,
  seed: string,
): Promise<RaceOutcome> {
  const draws = drawsFrom(`device race ${seed}`);
  const told = { requests: 0, takeOvers: 0 };
  const began = track.clock.now();
  let over = 0;
  for (let trial = 0; trial < trials; trial++) {
    const from = { at: track.clock.now(), earned: await earnedOf(track) };
    const racers = track.devices.map((device) => racer(device, () => draws.next(), told));
    await Promise.all(racers.map((one) => one.takeOver()));
    for (let round = 0; round < ROUNDS; round++) {
      track.clock.pass(Math.round(draws.next() * 14_000));
      await Promise.all(racers.flatMap((one) => [one.act(), one.beat()]));
    }
    for (const one of racers) await one.end();
    const earned = (await earnedOf(track)) - from.earned;
    if (earned > (track.clock.now() - from.at) / 1000 + 1e-6) over++;
  }
  const earnedSeconds = await earnedOf(track);
  return {
    ...{ trials, ...told, over, earnedSeconds },
    wallSeconds: (track.clock.now() - began) / 1000,
    overlaps: await overlapsOf(track),
    apart: Math.abs(earnedSeconds - (await watchedOf(track))),
  };
}
