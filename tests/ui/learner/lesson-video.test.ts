import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { guardLesson } from '../../../learner-ui/src/modules/study/lesson-video.ts';

/** A player as the page sees it: what a learner, a key or a debugger sets is simply taken. */
const fakeVideo = () => {
  const video = document.createElement('video');
  const state = { currentTime: 0, playbackRate: 1, paused: false };
  const held = { readyState: 4, ended: false, defaultPlaybackRate: 1 };
  for (const name of ['currentTime', 'playbackRate', 'paused'] as const) {
    Object.defineProperty(video, name, {
      get: () => state[name],
      set: (value: never) => (state[name] = value),
    });
  }
  for (const [name, value] of Object.entries(held)) {
    Object.defineProperty(video, name, { value, writable: true });
  }
  return { video, state };
};

describe('the player under guard', () => {
  let now = 0;
  beforeEach(() => {
    now = 0;
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  test('it starts where the server says', () => {
    const { video, state } = fakeVideo();
    const lesson = guardLesson(video, 2_475, () => now);
    expect(state.currentTime).toBe(2_475);
    lesson.release();
  });

  test('a position set from outside is taken back', () => {
    const { video, state } = fakeVideo();
    const lesson = guardLesson(video, 100, () => now);
    now = 250;
    video.currentTime = 900;
    video.dispatchEvent(new Event('seeking'));
    expect(state.currentTime).toBe(100);
    expect(lesson.position()).toBe(100);
    lesson.release();
  });

  test('a speed set from outside is taken back', () => {
    const { video, state } = fakeVideo();
    const lesson = guardLesson(video, 0, () => now);
    video.playbackRate = 16;
    video.dispatchEvent(new Event('ratechange'));
    expect(state.playbackRate).toBe(1);
    lesson.release();
  });

  test('it looks by itself when no event tells of the move', () => {
    const { video, state } = fakeVideo();
    const lesson = guardLesson(video, 0, () => now);
    now = 250;
    video.currentTime = 77;
    vi.advanceTimersByTime(300);
    expect(state.currentTime).toBe(0);
    lesson.release();
  });

  test('a video that could not be fetched is fetched again, ever more rarely, and goes on where it stood', () => {
    const { video, state } = fakeVideo();
    const told: boolean[] = [];
    const load = vi.spyOn(video, 'load').mockImplementation(() => undefined);
    const play = vi.spyOn(video, 'play').mockResolvedValue();
    const set = (name: string, value: unknown) =>
      Object.defineProperty(video, name, { value, configurable: true, writable: true });
    const pass = (ms: number) => {
      for (let left = ms; left > 0; left -= 250) {
        now += 250;
        vi.advanceTimersByTime(250);
      }
    };
    set('error', null);
    const lesson = guardLesson(
      video,
      100,
      () => now,
      (lost) => {
        told.push(lost);
        // As its screen does.
        if (!lost) void lesson.play();
      },
    );
    void lesson.play();
    set('error', { code: 2 });
    Object.assign(video, { readyState: 0 });
    pass(750);
    expect([told, load.mock.calls.length]).toEqual([[], 0]);
    pass(750);
    expect([told, load.mock.calls.length, lesson.playing()]).toEqual([[true], 1, false]);
    pass(60_000);
    expect(load.mock.calls.length).toBeGreaterThan(4);
    expect(load.mock.calls.length).toBeLessThan(9);
    set('error', null);
    [state.currentTime, state.paused] = [0, true];
    Object.assign(video, { readyState: 4 });
    video.dispatchEvent(new Event('loadedmetadata'));
    expect(state.currentTime).toBe(100);
    pass(250);
    expect(told).toEqual([true, false]);
    expect(play).toHaveBeenCalledTimes(2);
    lesson.release();
  });
});
