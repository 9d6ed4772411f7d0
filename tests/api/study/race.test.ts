import { afterAll, beforeAll, expect, test } from 'vitest';
import { raceDevices, raceTrack } from './device-race.ts';

let track: Awaited<ReturnType<typeof raceTrack>>;
beforeAll(async () => {
  track = await raceTrack();
  afterAll(() => track.close());
});

test('two devices racing at two processes never earn more than the wall clock', async () => {
  const outcome = await raceDevices(track, 8, 'short');
  expect(outcome).toMatchObject({ trials: 8, over: 0, overlaps: 0 });
  expect(outcome.apart).toBeLessThan(0.001);
  expect(outcome.earnedSeconds).toBeGreaterThan(0);
  expect(outcome.earnedSeconds).toBeLessThanOrEqual(outcome.wallSeconds);
});
