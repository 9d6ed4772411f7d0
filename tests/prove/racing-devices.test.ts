import { afterAll, beforeAll, expect, test } from 'vitest';
import { raceDevices, raceTrack } from '../api/study/device-race.ts';

let track: Awaited<ReturnType<typeof raceTrack>>;
beforeAll(async () => {
  track = await raceTrack();
  afterAll(() => track.close());
});

test('two devices race 1,000 times and never earn more than the wall clock', async () => {
  const seed = String(Date.now());
  const outcome = await raceDevices(track, 1_000, seed);
  console.log(
    `seed ${seed}; ${outcome.trials} trials, ${outcome.requests} requests, ` +
      `${outcome.takeOvers} take-overs; wall clock ${outcome.wallSeconds.toFixed(1)} s, earned ` +
      `${outcome.earnedSeconds.toFixed(1)} s; trials that earned more ${outcome.over}, ` +
      `overlapping stretches ${outcome.overlaps}, counted and watched differ by ${outcome.apart.toFixed(3)} s`,
  );
  expect(outcome).toMatchObject({ over: 0, overlaps: 0 });
  expect(outcome.apart).toBeLessThan(0.001);
  expect(outcome.earnedSeconds).toBeGreaterThan(0);
});
