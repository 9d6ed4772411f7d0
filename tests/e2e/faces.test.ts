import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FACE_FAULT_TEXTS, policyWith } from '@xuzheng/engine';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import {
  animatePhoto,
  cameraFrames,
  CLIPS,
  realFaceJpeg,
  STRANGERS,
  writeY4m,
} from '../../tools/faces/index.ts';
import { commonBrowser, launchBrowser } from '../support/browser.ts';
import { openCase, signInAtDesk } from './stage/desk-screens.ts';
import { enterLesson, signIn, startLesson, takeFaceCheck } from './stage/learner-screens.ts';
import { openSeat, PC, peopleOf, pictureOnFailure, textOf } from './stage/pages.ts';
import { storyLearner } from './stage/people.ts';
import { openSchool, readyLearner, STORY_POLICY } from './stage/school.ts';

const [MINE, STRANGER] = STRANGERS;
/** Every few seconds the player asks whether it is still the same person. */
const WATCHFUL = policyWith(STORY_POLICY, {
  id: 'watchful',
  recheckEverySeconds: 3,
  checkJitter: 0.1,
  recheckAnswerSeconds: 60,
  recheckTries: 2,
});

const school = await openSchool({
  post: 'labour',
  policies: [WATCHFUL],
  lessons: ['api/content/short-lessons/short-height'],
});
const browser = await commonBrowser();
const folder = mkdtempSync(join(tmpdir(), 'xuzheng-clip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Studies to the end of all courses, showing the face whenever the player asks for it. */
async function studyUnderWatch(page: Page): Promise<void> {
  const take = page.getByTestId('take-face-check');
  const failed = page.getByTestId('face-failed');
  const done = page.getByTestId('completion-popup');
  for (;;) {
    await take.or(failed).or(done).first().waitFor();
    if (await done.isVisible()) return;
    if (await failed.isVisible()) await page.getByTestId('face-retry').click();
    else {
      await take.click();
      await take.waitFor({ state: 'detached' });
    }
  }
}

test("the browser's own camera, held to a still photo, opens nothing", async () => {
  const who = { ...storyLearner(6, '赵一静'), face: MINE };
  await readyLearner(school, who);
  const film = join(folder, 'still.y4m');
  writeY4m({ ...CLIPS['still']!(), lengthMs: 1000 }, film);
  const own = await launchBrowser({ args: [`--use-file-for-fake-video-capture=${film}`] });
  const seat = await openSeat(own, school, { permissions: ['camera', 'microphone'] });
  const page = await seat.newPage();
  pictureOnFailure(page);
  await signIn(page, who);
  await startLesson(page);
  await takeFaceCheck(page);
  await page.getByTestId('face-failed').waitFor();
  expect(await page.getByTestId('face-failed').getAttribute('data-outcome')).toBe('missed');
  expect(await page.getByTestId('lesson-screen').count()).toBe(0);
});

test('another real face does not enter, however well it acts; the real face of the portrait does', async () => {
  const who = { ...storyLearner(7, '孙二真'), portrait: await realFaceJpeg('first') };
  await readyLearner(school, who);
  const people = {
    other: cameraFrames(await animatePhoto('second')),
    me: cameraFrames(await animatePhoto('first')),
  };
  const page = await (await openSeat(browser, school, { people })).newPage();
  pictureOnFailure(page);
  await signIn(page, who);
  await startLesson(page);
  await takeFaceCheck(page);
  const failed = page.getByTestId('face-failed');
  await failed.waitFor();
  expect(await failed.getAttribute('data-outcome')).toBe('missed');
  expect(await textOf(page, 'face-reason')).toBe(FACE_FAULT_TEXTS.otherFace.zh);
  expect(await page.getByTestId('lesson-screen').count()).toBe(0);
  await page.evaluate(() => testCamera.use('me'));
  await page.getByTestId('face-retry').click();
  await enterLesson(page);
});

test('swapped during study: the recheck fails, the time does not count, the case shows it', async () => {
  const who = { ...storyLearner(8, '周三换'), face: MINE };
  await readyLearner(school, who, { policyId: WATCHFUL.id });
  const people = peopleOf({ me: MINE, stranger: STRANGER });
  const page = await (await openSeat(browser, school, { people })).newPage();
  const auditor = await (await openSeat(browser, school, { viewport: PC })).newPage();
  pictureOnFailure(page, auditor);
  await signIn(page, who);
  await startLesson(page);
  await enterLesson(page);
  await page.evaluate(() => testCamera.use('stranger'));

  const failed = page.getByTestId('face-failed');
  await page.getByTestId('face-note').waitFor();
  const ended = page.getByTestId('study-ended');
  // A snapshot of the stranger, taken silently just before, has used up a try of its own.
  for (let left = WATCHFUL.recheckTries; ;) {
    await takeFaceCheck(page);
    await failed.or(ended).first().waitFor();
    if (await ended.isVisible()) break;
    const now = Number(/\d+/.exec(await textOf(page, 'tries-left'))?.[0]);
    expect(now).toBeLessThan(left);
    left = now;
    await page.getByTestId('face-retry').click();
  }
  expect(await ended.getAttribute('data-kind')).toBe('suspended');
  expect(await ended.innerText()).toMatch(/\d+ 秒未计:未识别到本人/);

  await page.evaluate(() => testCamera.use('me'));
  await page.getByTestId('face-again').click();
  await studyUnderWatch(page);

  await signInAtDesk(auditor, school.accounts.auditor);
  await openCase(auditor, who.name);
  await auditor.locator('[data-testid=findings] [data-kind]').first().waitFor();
  expect(await auditor.getByTestId('face-checks').innerText()).toContain('不一致');
});
