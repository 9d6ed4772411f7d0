import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawFace, idCardBackJpeg, personOf, portraitJpeg } from '../../tools/faces/index.ts';
import { latestCode } from '../../tools/scenario/staff.ts';
import { commonBrowser } from '../support/browser.ts';
import { expectNoBarriers, expectOpenToAll } from './stage/barriers.ts';
import {
  beginActivation,
  finishActivation,
  giveConsents,
  jpeg,
  signIn,
} from './stage/learner-screens.ts';
import { openSeat, peopleOf, PHONE, pictureOnFailure, textOf } from './stage/pages.ts';
import { storyLearner } from './stage/people.ts';
import { enrolLearner, openSchool, readyLearner } from './stage/school.ts';
import { tourPicture } from './stage/tour.ts';

const school = await openSchool({ post: 'machinery' });
const browser = await commonBrowser();

describe('at the door', () => {
  const who = storyLearner(4, '钱进门');
  let page: Page;
  let learnerId = '';
  beforeAll(async () => {
    ({ learnerId } = await enrolLearner(school, who));
    page = await (await openSeat(browser, school)).newPage();
  });

  test('nobody is kept out', async () => {
    pictureOnFailure(page);
    await expectOpenToAll(page, [
      ['/login', 'login-submit'],
      ['/recovery', 'recovery-next'],
      ['/verify', 'verify-submit'],
    ]);
  });

  const tryToSignIn = async (idNumber: string, password: string): Promise<string> => {
    await page.goto('/login');
    await page.getByTestId('login-id-number').fill(idNumber);
    await page.getByTestId('login-password').fill(password);
    await page.getByTestId('login-submit').click();
    return textOf(page, 'login-error');
  };

  test('a number that cannot be is told at once, in plain Chinese', async () => {
    pictureOnFailure(page);
    const broken = `${who.idNumber.slice(0, 17)}${who.idNumber.endsWith('1') ? '2' : '1'}`;
    expect(await tryToSignIn(broken, 'whatever-2026')).toMatch(/身份证号/);
  });

  test('a wrong password does not tell whether the number is known', async () => {
    pictureOnFailure(page);
    const known = await tryToSignIn(who.idNumber, 'nicht-richtig-1');
    const unknown = await tryToSignIn(storyLearner(99, '无此人').idNumber, 'nicht-richtig-1');
    expect(known).toMatch(/密码/);
    expect(unknown).toBe(known);
  });

  test('a wrong code is refused, and the right one still opens', async () => {
    pictureOnFailure(page);
    await beginActivation(page, who);
    await expectNoBarriers(page);
    const code = await latestCode(school.support, learnerId);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    await page.getByTestId('code-input').fill(wrong);
    await page.getByTestId('new-password').fill(who.password);
    await page.getByTestId('repeat-password').fill(who.password);
    await page.getByTestId('finish-code').click();
    expect(await textOf(page, 'code-error')).toMatch(/验证码/);
    await finishActivation(page, who, code);
  });

  test('pictures that cannot be a portrait are refused with what to do', async () => {
    pictureOnFailure(page);
    await giveConsents(page);
    await page.getByTestId('declare-recent').check();
    const dark = drawFace(personOf(who.face), undefined, { light: 0.12 }).toBuffer('image/jpeg');
    const words = Buffer.from('这不是照片');
    const bad = { dark, landscape: idCardBackJpeg(), words };
    const seen: string[] = [];
    for (const [name, bytes] of Object.entries(bad)) {
      const answer = page.waitForResponse((one) => one.url().endsWith('/files/portrait'));
      await page.getByTestId('upload-portrait').setInputFiles(jpeg(name, bytes));
      expect([415, 422]).toContain((await answer).status());
      seen.push(await textOf(page, 'photo-portrait-error'));
    }
    expect(seen[0]).toMatch(/暗|光/);
    expect(seen[1]).toMatch(/面部|脸|像素/);
    expect(seen[2]).toMatch(/照片|图片|JPEG/);
    await page.getByTestId('upload-portrait').setInputFiles(jpeg('me', portraitJpeg(who.face)));
    await page.getByTestId('photo-portrait').locator('img').waitFor();
  });
});

describe('within, before any study', () => {
  test('nobody is kept out, nor before the camera', async () => {
    const who = storyLearner(5, '张在学');
    const { id } = await readyLearner(school, who);
    const people = peopleOf({ me: who.face });
    const page = await (await openSeat(browser, school, { people })).newPage();
    pictureOnFailure(page);
    await signIn(page, who);
    await expectOpenToAll(page, [
      ['/', 'stage-card'],
      [`/training/${id}`, 'start-lesson'],
      ['/profile', 'profile-complete'],
      ['/profile/privacy', 'consent-state-useFace'],
      ['/profile/security', 'change-password'],
      ['/notices', 'page-empty'],
      ['/rehearsal', 'tips-read'],
    ]);
    await page.getByTestId('tips-read').click();
    await page.getByTestId('take-face-check').waitFor();
    await expectNoBarriers(page);
    await page.setViewportSize(PHONE);
    await page.locator('[data-testid=face-oval][data-good=true]').waitFor();
    await tourPicture(page, 'face-check');
  });
});
