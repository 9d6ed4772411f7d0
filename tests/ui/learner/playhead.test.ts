import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { look } from '../../../learner-ui/src/modules/study/playhead.ts';

const at = (position: number, lookedAt: number) => ({ position, lookedAt });

describe('课件不支持快进或后退', () => {
  test('a lesson that simply plays is left alone', () => {
    const seen = look(at(10, 1_000), { position: 10.25, now: 1_250, playing: true });
    expect(seen).toEqual({ playhead: at(10.25, 1_250), putBackTo: null });
  });

  test('winding forward puts the lesson back to where it had been played', () => {
    const seen = look(at(10, 1_000), { position: 60, now: 1_250, playing: true });
    expect(seen.putBackTo).toBe(10);
    expect(seen.playhead.position).toBe(10);
  });

  test('winding back puts the lesson forward to where it had been played', () => {
    expect(look(at(60, 1_000), { position: 10, now: 1_250, playing: true }).putBackTo).toBe(60);
  });

  test('a paused lesson does not move at all', () => {
    expect(look(at(10, 1_000), { position: 14, now: 9_000, playing: false }).putBackTo).toBe(10);
  });

  test('a page that slept for an hour is not an hour further', () => {
    const seen = look(at(10, 0), { position: 3_610, now: 3_600_000, playing: true });
    expect(seen.putBackTo).toBe(10);
  });

  test('whatever is done to the video, it is never further than the clock allows', () => {
    const move = fc.record({
      jump: fc.double({ min: -500, max: 500, noNaN: true }),
      ms: fc.nat(900),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
        let playhead = at(0, 0);
        let now = 0;
        for (const { jump, ms } of moves) {
          now += ms;
          playhead = look(playhead, {
            position: playhead.position + jump,
            now,
            playing: true,
          }).playhead;
        }
        // Each look may be ahead by the decoder's step, never by a seek.
        expect(playhead.position).toBeLessThanOrEqual(now / 1000 + 0.4 * moves.length);
        expect(playhead.position).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
