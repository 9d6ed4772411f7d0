import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawFace, idCardBackJpeg, personOf, portraitJpeg } from '../../tools/faces/index.ts';
import { activate, completeProfile } from '../../tools/scenario/learner.ts';
import { latestCode } from '../../tools/scenario/staff.ts';
import { launchBrowser } from '../support/browser.ts';
import {
  beginActivation,
  enterLesson,
  finishActivation,
  giveConsents,
  jpeg,
  signIn,
  startLesson,
} from './stage/learner-screens.ts';
import { LONG_LESSON } from './stage/lessons.ts';
import { openSeat, peopleOf, pictureOnFailure, textOf } from './stage/pages.ts';
import { storyLearner } from './stage/people.ts';
import { enrolLearner, openSchool } from './stage/school.ts';

const school = await openSchool({ lessons: [LONG_LESSON] });
const browser = await launchBrowser();

describe('at the door', () => {
  const who = storyLearner(0, '钱进门');
  let page: Page;
  let learnerId = '';
  beforeAll(async () => {
    ({ learnerId } = await enrolLearner(school, who));
    page = await (await openSeat(browser, school)).newPage();
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
    const unknown = await tryToSignIn(storyLearner(9, '无此人').idNumber, 'nicht-richtig-1');
    expect(known).toMatch(/密码/);
    expect(unknown).toBe(known);
  });

  test('a wrong code is refused, and the right one still opens', async () => {
    pictureOnFailure(page);
    await beginActivation(page, who);
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

describe('while studying', () => {
  const who = storyLearner(1, '冯断网');
  let seat: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    const { learnerId } = await enrolLearner(school, who);
    const visitor = await activate(school.url, who, { support: school.support, learnerId });
    await completeProfile(visitor, who);
    seat = await openSeat(browser, school, { people: peopleOf({ me: who.face }) });
    page = await seat.newPage();
    await signIn(page, who);
  });

  test('two clicks on 开始学习 open one session', async () => {
    pictureOnFailure(page);
    const opened: string[] = [];
    page.on('response', (answer) => {
      const isNew = answer.url().endsWith('/api/me/study-sessions') && answer.status() === 201;
      if (isNew) opened.push(answer.url());
    });
    await page.getByTestId('menu-training').click();
    await page.getByTestId('start-lesson').first().dblclick();
    await enterLesson(page);
    expect(opened).toHaveLength(1);
  });

  test('a lost network says how much is safe, and what was seen before is not lost', async () => {
    pictureOnFailure(page);
    const saved = page.getByTestId('receipt').filter({ hasText: /00:00:0[3-9]|00:00:[1-5]/ });
    await saved.waitFor();
    await seat.setOffline(true);
    const veil = page.locator('[data-testid=lesson-veil][data-kind=offline]');
    await veil.waitFor();
    expect(await veil.innerText()).toMatch(/已保存至 00:00:\d\d/);
    await seat.setOffline(false);
    await veil.waitFor({ state: 'detached' });
    const before = await textOf(page, 'receipt');
    await expect.poll(() => textOf(page, 'receipt'), { timeout: 60_000 }).not.toBe(before);
  });

  test('a second device is told about the first, and takes over without losing a second', async () => {
    const people = peopleOf({ me: who.face });
    const other = await (await openSeat(browser, school, { people })).newPage();
    pictureOnFailure(page, other);
    await signIn(other, who);
    await startLesson(other);
    await other.getByTestId('study-elsewhere').waitFor();
    await other.getByTestId('take-over').click();
    await enterLesson(other);
    const ended = page.locator('[data-testid=study-ended][data-kind=superseded]');
    await ended.waitFor();
    expect(await ended.innerText()).toMatch(/已保存至 00:00:\d\d/);
  });
});
