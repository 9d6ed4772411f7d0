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
});
