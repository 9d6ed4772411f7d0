import { expect, test } from 'vitest';
import { outcomeLine, runChaos, SETTLED } from './chaos/chaos.ts';
import { openChaosStage } from './chaos/stage.ts';

const stage = await openChaosStage();

test('kill -9 of worker, API, Temporal and Postgres over 200 lives leaves each where its events say', async () => {
  const seed = String(Date.now());
  const outcome = await runChaos(stage, {
    ...{ lives: 200, kills: 40, seed, pauseMs: { least: 2_000, most: 8_000 } },
  });
  console.log(`seed ${seed}; ${outcomeLine(outcome)}`);
  expect(outcome.reckoning).toEqual({ enrolments: 200, ...SETTLED });
  expect(Object.values(outcome.kills).every((n) => n > 0)).toBe(true);
});
