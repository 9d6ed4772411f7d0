import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { enterLesson, signIn, startLesson } from './stage/learner-screens.ts';
import { LONG_LESSON } from './stage/lessons.ts';
import { openSeat, peopleOf, pictureOnFailure, textOf } from './stage/pages.ts';
import { storyLearner } from './stage/people.ts';
import { openSchool, readyLearner } from './stage/school.ts';
import { tourPicture } from './stage/tour.ts';

declare global {
  /** In the page: what the player told the browser to do on media keys. */
  var mediaKeys: Record<string, (() => void) | null>;
}

const who = storyLearner(0, '吴守序');
const school = await openSchool({ lessons: [LONG_LESSON] });
const browser = await launchBrowser();

/** What the video says of itself now. */
const look = (page: Page) =>
  page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement>('[data-testid=lesson-video]');
    if (!video) throw new Error('no lesson plays');
    return { at: video.currentTime, speed: video.playbackRate, playing: !video.paused };
  });

/** Tries something on the playing video; how far it moved, beyond what the clock did. */
async function gainedBy(page: Page, attempt: () => Promise<unknown>): Promise<number> {
  const before = await look(page);
  const begun = performance.now();
  await attempt();
  // The page looks four times a second; what stands after a second is what holds.
  await page.waitForFunction(
    (since) => performance.now() - since > 1000,
    await page.evaluate(() => performance.now()),
  );
  const after = await look(page);
  return after.at - before.at - (performance.now() - begun) / 1000;
}

describe('课件不支持快进或后退', () => {
  let page: Page;
  beforeAll(async () => {
    await readyLearner(school, who);
    const seat = await openSeat(browser, school, { people: peopleOf({ me: who.face }) });
    await seat.addInitScript(() => {
      window.mediaKeys = {};
      const { mediaSession } = navigator;
      const set = mediaSession.setActionHandler.bind(mediaSession);
      mediaSession.setActionHandler = (action, handler) => {
        window.mediaKeys[action] = handler as (() => void) | null;
        set(action, handler);
      };
    });
    page = await seat.newPage();
    await signIn(page, who);
    await startLesson(page);
    await enterLesson(page);
    await page.waitForFunction(
      () => document.querySelector<HTMLVideoElement>('[data-testid=lesson-video]')!.currentTime > 2,
    );
  });

  test('by no key of the keyboard', async () => {
    pictureOnFailure(page);
    for (const key of ['ArrowRight', 'End', 'PageDown', 'l', '9'])
      expect(await gainedBy(page, () => page.keyboard.press(key))).toBeLessThan(1);
    await tourPicture(page, 'lesson');
    const before = await look(page);
    for (const key of ['ArrowLeft', 'Home', 'j', '0']) await page.keyboard.press(key);
    expect((await look(page)).at).toBeGreaterThanOrEqual(before.at);
  });

  test('by no devtools: neither position nor speed stays changed', async () => {
    pictureOnFailure(page);
    const seek = () =>
      page.evaluate(() => {
        document.querySelector('video[data-testid=lesson-video]')!.setAttribute('controls', '');
        const video = document.querySelector<HTMLVideoElement>('[data-testid=lesson-video]')!;
        video.currentTime = 60;
      });
    expect(await gainedBy(page, seek)).toBeLessThan(1);
    const hurry = () =>
      page.evaluate(() => {
        const video = document.querySelector<HTMLVideoElement>('[data-testid=lesson-video]')!;
        video.defaultPlaybackRate = 16;
        video.playbackRate = 16;
      });
    expect(await gainedBy(page, hurry)).toBeLessThan(5);
    expect((await look(page)).speed).toBe(1);
  });

  test('by no media key', async () => {
    pictureOnFailure(page);
    const keys = await page.evaluate(() => Object.keys(window.mediaKeys));
    expect(keys).toEqual(expect.arrayContaining(['seekbackward', 'seekforward', 'seekto']));
    for (const key of keys) {
      const press = () => page.evaluate((name) => window.mediaKeys[name]?.(), key);
      expect(await gainedBy(page, press)).toBeLessThan(1);
    }
  });

  test('nor by a reload: the lesson goes on at the saved second', async () => {
    pictureOnFailure(page);
    await page.getByTestId('pause-resume').click();
    await page.locator('[data-testid=lesson-veil][data-kind=paused]').waitFor();
    const saved = secondsOf(await textOf(page, 'receipt'));
    expect(saved).toBeGreaterThan(0);
    await page.reload();
    await page.getByTestId('pause-resume').click();
    await expect.poll(async () => (await look(page)).playing, { timeout: 60_000 }).toBe(true);
    const { at } = await look(page);
    expect(at).toBeGreaterThanOrEqual(saved - 1);
    expect(at).toBeLessThan(saved + 6);
  });
});

/** The seconds of 已保存至 00:00:15. */
function secondsOf(receipt: string): number {
  const [, hours, minutes, seconds] = /(\d\d):(\d\d):(\d\d)/.exec(receipt) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
