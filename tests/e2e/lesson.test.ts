import type { BrowserContext, Page } from 'playwright-core';
import { policyWith } from '@xuzheng/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { commonBrowser } from '../support/browser.ts';
import { enterLesson, signIn, startLesson } from './stage/learner-screens.ts';
import { LONG_LESSON } from './stage/lessons.ts';
import { openSeat, peopleOf, pictureOnFailure, textOf } from './stage/pages.ts';
import { storyLearner } from './stage/people.ts';
import { gainedBy, rememberMediaKeys, secondsOf, videoOf } from './stage/player.ts';
import { openSchool, readyLearner, STORY_POLICY } from './stage/school.ts';
import { tourPicture } from './stage/tour.ts';

/** Beats so rare that what is told at once is not told by one of them; a limit that comes soon. */
const POLICY = policyWith(STORY_POLICY, {
  id: 'unbroken',
  heartbeatSeconds: 4,
  unacknowledgedPauseSeconds: 8,
  snapshotEverySeconds: 60,
});

const school = await openSchool({ post: 'materials', lessons: [LONG_LESSON], policies: [POLICY] });
const browser = await commonBrowser();
const who = storyLearner(3, '冯断网');
const people = peopleOf({ me: who.face });
let seat: BrowserContext;
let page: Page;
/** What the page was answered of its session and its beats, in order. */
const answers: { readonly what: string; readonly status: number }[] = [];
let saved = 0;

const watchAnswers = (of: Page): void => {
  of.on('response', (answer) => {
    const [, what] = /\/api\/me\/study-sessions(?:\/[^/]+)?(\/\w+)?$/.exec(answer.url()) ?? [];
    if (!answer.url().includes('/study-sessions')) return;
    answers.push({ what: what ?? answer.request().method(), status: answer.status() });
    if (what !== '/beats' || answer.status() !== 200) return;
    void answer
      .json()
      .then(({ session }: { session: { savedSeconds: number } }) => {
        saved = Math.max(saved, session.savedSeconds);
      })
      .catch(() => undefined);
  });
};

beforeAll(async () => {
  await readyLearner(school, who, { policyId: POLICY.id });
  seat = await openSeat(browser, school, { people });
  await rememberMediaKeys(seat);
  page = await seat.newPage();
  watchAnswers(page);
  await signIn(page, who);
});

describe('the door', () => {
  test('two clicks on 开始学习 open one session, and a video that is away is waited for', async () => {
    pictureOnFailure(page);
    await page.getByTestId('menu-training').click();
    // The files of the lesson are away at the very moment at which its player asks for them.
    await page.route('**/media/*/lesson.*', (route) => route.abort());
    await page.getByTestId('start-lesson').first().dblclick();
    await enterLesson(page);
    await page.locator('[data-testid=lesson-veil][data-kind=lost]').waitFor();
    await page.unroute('**/media/*/lesson.*');
    expect(answers.filter(({ what, status }) => what === 'POST' && status === 201)).toHaveLength(1);
  });
});

describe('课件不支持快进或后退', () => {
  test('by no key of the keyboard', async () => {
    pictureOnFailure(page);
    await expect.poll(async () => (await videoOf(page)).at, { timeout: 60_000 }).toBeGreaterThan(2);
    for (const key of ['ArrowRight', 'End', 'PageDown', 'l', '9'])
      expect(await gainedBy(page, () => page.keyboard.press(key))).toBeLessThan(1);
    await tourPicture(page, 'lesson');
    const before = await videoOf(page);
    for (const key of ['ArrowLeft', 'Home', 'j', '0']) await page.keyboard.press(key);
    expect((await videoOf(page)).at).toBeGreaterThanOrEqual(before.at);
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
    expect((await videoOf(page)).speed).toBe(1);
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
    await expect.poll(async () => (await videoOf(page)).playing, { timeout: 60_000 }).toBe(true);
    const { at } = await videoOf(page);
    expect(at).toBeGreaterThanOrEqual(saved - 1);
    expect(at).toBeLessThan(saved + 6);
  });
});

describe('学习不会白费', () => {
  test('a lost network: what is safe is said, the player waits at the limit and goes on', async () => {
    pictureOnFailure(page);
    await expect.poll(() => saved, { timeout: 60_000 }).toBeGreaterThan(3);
    await seat.setOffline(true);
    const veil = page.getByTestId('lesson-veil');
    await page.locator('[data-testid=lesson-veil][data-kind=offline]').waitFor();
    expect(await veil.innerText()).toMatch(/已保存至 00:00:\d\d/);
    await page.locator('[data-testid=lesson-veil][data-kind=held]').waitFor();
    expect(await veil.innerText()).toMatch(/为避免白看,播放已暂停/);
    const stood = await videoOf(page);
    expect(stood.playing).toBe(false);
    await page.waitForTimeout(4_000);
    expect((await videoOf(page)).at).toBe(stood.at);
    await seat.setOffline(false);
    await veil.waitFor({ state: 'detached' });
    await expect.poll(async () => (await videoOf(page)).playing, { timeout: 30_000 }).toBe(true);
    // What was watched before the player waited counts; the waiting itself has its reason.
    await expect.poll(() => saved, { timeout: 30_000 }).toBeGreaterThan(stood.at - 0.5);
    expect(await textOf(page, 'receipt')).toMatch(/^已保存至 00:00:\d\d;(.+;)?\d+ 秒未计:网络中断/);
  });

  test('a killed tab: another one goes on in the same session at the saved second', async () => {
    const cdp = await seat.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    void cdp.send('Page.crash').catch(() => undefined);
    await crashed;
    const safe = saved;
    await page.close();
    page = await seat.newPage();
    pictureOnFailure(page);
    answers.length = 0;
    watchAnswers(page);
    await page.goto('/training');
    expect(await textOf(page, 'last-receipt')).toMatch(/^上次已保存至 00:00:\d\d;\d+ 秒未计/);
    await page.getByTestId('start-lesson').first().click();
    await page.getByTestId('lesson-screen').waitFor();
    await expect.poll(async () => (await videoOf(page)).at, { timeout: 30_000 }).toBeGreaterThan(0);
    const { at } = await videoOf(page);
    expect(at).toBeGreaterThanOrEqual(safe - 0.5);
    expect(at).toBeLessThan(safe + 6);
    expect(answers.some(({ what }) => what === 'POST')).toBe(false);
  });

  test('a second device takes over, and the first is told at once', async () => {
    const other = await (await openSeat(browser, school, { people })).newPage();
    pictureOnFailure(page, other);
    await signIn(other, who);
    await startLesson(other);
    await other.getByTestId('study-elsewhere').waitFor();
    // From now on no beat of the first is answered: what it learns, it is told.
    await page.route(/\/beats$/, () => undefined);
    await other.getByTestId('take-over').click();
    const ended = page.locator('[data-testid=study-ended][data-kind=superseded]');
    await ended.waitFor();
    expect(await ended.innerText()).toMatch(/已在另一台设备继续学习[^]*已保存至 00:00:\d\d/);
    await other.getByTestId('tips-read').click();
    await other.getByTestId('take-face-check').waitFor();
    expect(await other.getByText(/^上次已保存至 00:00:\d\d/).count()).toBe(1);
  });
});
