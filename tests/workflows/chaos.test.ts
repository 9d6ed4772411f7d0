import { expect, test } from 'vitest';
import { outcomeLine, runChaos, SETTLED } from '../prove/chaos/chaos.ts';
import { openChaosStage } from '../prove/chaos/stage.ts';

const stage = await openChaosStage();

// The short form of `npm run prove`'s 200 lives under forty kills.
test('worker, Postgres, API and Temporal die in turn: ten lives end where their events say', async () => {
  const seed = String(Date.now());
  const outcome = await runChaos(stage, {
    ...{ lives: 10, kills: 4, seed, pauseMs: { least: 1_000, most: 3_000 } },
  });
  console.log(`seed ${seed}; ${outcomeLine(outcome)}`);
  expect(outcome.reckoning).toEqual({ enrolments: 10, ...SETTLED });
}, 240_000);
