import { setTimeout as sleep } from 'node:timers/promises';
import { drawsFrom, type Draws } from '@xuzheng/engine';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectDb, type Db } from '../../api/src/db/connect.ts';
import { LONG_LESSON } from '../e2e/stage/lessons.ts';
import { storyLearner } from '../e2e/stage/people.ts';
import { openSchool, readyLearner, type School } from '../e2e/stage/school.ts';
import { ownPostgres, type KillableServer } from '../support/own-servers.ts';
import { temporalNamespace } from '../support/temporal.ts';
import { studyInBrowsers } from './studying/studying-page.ts';
import { enterAsVisitor, type Studied } from './studying/studying-visitor.ts';

const VISITORS = 3;
const STUDY_SECONDS = 150;
const BROWSER_KILLS = 4;
const PARTS = ['api', 'Postgres', 'backend'] as const;
type Part = (typeof PARTS)[number];

let school: School;
let postgres: KillableServer & { readonly databaseUrl: string };
let db: Db;
beforeAll(async () => {
  postgres = await ownPostgres();
  afterAll(() => postgres.stop());
  const servers = { databaseUrl: postgres.databaseUrl, temporal: await temporalNamespace() };
  school = await openSchool({ lessons: [LONG_LESSON], servers });
  db = connectDb(postgres.databaseUrl);
  afterAll(() => db.destroy());
  // Longer than the file: the visitors, who watch no video, are not to come to its end.
  await db.updateTable('lessons').set({ durationSeconds: 3_600 }).execute();
}, 300_000);

/** Kills one connection's process inside Postgres, which then drops all others and recovers. */
async function killBackend(draws: Draws): Promise<void> {
  const { rows } = await sql<{ pid: number }>`SELECT pid FROM pg_stat_activity
    WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`.execute(db);
  const chosen = rows[Math.floor(draws.next() * rows.length)];
  if (chosen) process.kill(chosen.pid, 'SIGKILL');
}

async function kill(part: Part, draws: Draws): Promise<void> {
  if (part === 'backend') return killBackend(draws);
  if (part === 'Postgres') {
    await postgres.kill();
    await sleep(1_500 * draws.next());
    return postgres.restart();
  }
  const api = school.product.newest('api');
  api?.process.kill('SIGKILL');
  await api?.ended;
  await school.product.start('api');
}

/** The kill under way, with the restart that belongs to it. */
let dying: Promise<unknown> = Promise.resolve();

/** Kills at moments nobody chose, as long as somebody studies and nobody stands at the door. */
async function killWhile(studying: () => boolean, atTheDoor: () => boolean, draws: Draws) {
  const kills: Record<Part, number> = { api: 0, Postgres: 0, backend: 0 };
  for (let n = 0; studying(); n++) {
    await sleep(3_000 + 6_000 * draws.next());
    if (atTheDoor() || !studying()) continue;
    const part = PARTS[(n + Math.floor(draws.next() * 2)) % PARTS.length] ?? 'api';
    const killing = kill(part, draws);
    dying = killing.catch(() => undefined);
    // While Postgres recovers from the kill before, nobody in it is left to be killed.
    const killed = await killing.then(
      () => true,
      (error: unknown) => {
        if (part === 'backend') return false;
        throw error;
      },
    );
    if (killed) kills[part]++;
  }
  return kills;
}

/** After a kill inside Postgres all its connections are new ones; a question that needs one tells. */
const untilAnswering = (): Promise<void> =>
  expect
    .poll(
      () =>
        fetch(`${school.url}/health`).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 60_000 },
    )
    .toBe(true);

/** What is stored of a study, against what was acknowledged of it. */
async function reckon({ enrolmentId, learnerId, acknowledged, beganAt }: Studied) {
  const { watched } = await db
    .selectFrom('lessonProgress')
    .select(sql<number>`coalesce(sum(watched_seconds), 0)`.as('watched'))
    .where('enrolmentId', '=', enrolmentId)
    .executeTakeFirstOrThrow();
  const { counted } = await db
    .selectFrom('studySessions')
    .select(sql<number>`sum(credited_seconds + pending_seconds)`.as('counted'))
    .where('learnerId', '=', learnerId)
    .executeTakeFirstOrThrow();
  return {
    lost: Math.max(0, acknowledged - watched),
    twice: Math.abs(counted - watched),
    overWall: Math.max(0, counted - (Date.now() - beganAt) / 1000),
    counted,
  };
}

const sumOf = <T>(list: readonly T[], pick: (one: T) => number): number =>
  list.reduce((total, one) => total + pick(one), 0);

test('kill -9 of browser, API and Postgres amid beats loses no acknowledged second and credits none twice', async () => {
  const seed = String(Date.now());
  const draws = drawsFrom(`killed amid beats ${seed}`);
  const watcher = { who: storyLearner(0, '陈浏览'), standing: false };
  const watching = await readyLearner(school, watcher.who);
  const entered = [];
  for (let n = 1; n <= VISITORS; n++) {
    const who = storyLearner(n, `学员${'甲乙丙'[n - 1]}`);
    const ready = await readyLearner(school, who);
    entered.push(await enterAsVisitor(ready.visitor, who, ready));
  }
  let studying = true;
  const studies = Promise.all([
    studyInBrowsers(school, watcher.who, watching, {
      kills: BROWSER_KILLS,
      playFor: () => 8 + 8 * draws.next(),
      // Whoever comes to the door finds it open: what was being killed is up again.
      atTheDoor: async (standing) => {
        watcher.standing = standing;
        if (standing) await dying.then(untilAnswering);
      },
    }),
    ...entered.map((study) => study(STUDY_SECONDS)),
  ]).finally(() => (studying = false));
  const [[paged, ...visited], kills] = await Promise.all([
    studies,
    killWhile(
      () => studying,
      () => watcher.standing,
      draws,
    ),
  ]);
  const all: readonly Studied[] = [paged, ...visited];
  const reckoned = [];
  for (const studied of all) reckoned.push(await reckon(studied));
  console.log(
    `seed ${seed}; killed: API ${kills.api}, Postgres ${kills.Postgres}, its backends ` +
      `${kills.backend}, browser ${paged.kills}; beats acknowledged ${sumOf(all, (one) => one.beats)}, ` +
      `unanswered and sent again ${sumOf(all, (one) => one.unanswered)}; seconds acknowledged ` +
      `${sumOf(all, (one) => one.acknowledged).toFixed(1)}, lost ` +
      `${sumOf(reckoned, (one) => one.lost).toFixed(3)}, counted twice ` +
      `${sumOf(reckoned, (one) => one.twice).toFixed(3)}, over the wall clock ` +
      `${sumOf(reckoned, (one) => one.overWall).toFixed(3)}; played and not acknowledged when a ` +
      `browser died: ${paged.atRisk.map(({ seconds, veiled }) => `${seconds.toFixed(2)}${veiled ? ' (offline)' : ''}`).join(', ')} s; next browser ` +
      `began off by ${paged.resumedOff.map((seconds) => seconds.toFixed(2)).join(', ')} s`,
  );
  for (const one of reckoned) {
    expect(one).toMatchObject({ lost: 0, overWall: 0 });
    expect(one.twice).toBeLessThan(0.001);
    expect(one.counted).toBeGreaterThan(0);
  }
  expect(all.every((one) => one.beats > 0)).toBe(true);
  expect(Object.values(kills).every((n) => n > 0)).toBe(true);
  // A beat a second: what was at risk is one beat and the time its answer takes.
  for (const { seconds, veiled } of paged.atRisk) if (!veiled) expect(seconds).toBeLessThan(3);
});
