import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawFace, idCardBackJpeg, personOf, portraitJpeg } from '../../tools/faces/index.ts';
import { latestCode } from '../../tools/scenario/staff.ts';
import { launchBrowser } from '../support/browser.ts';
import { beginActivation, finishActivation, giveConsents, jpeg } from './stage/learner-screens.ts';
import { openSeat, pictureOnFailure, textOf } from './stage/pages.ts';
import { storyLearner } from './stage/people.ts';
import { enrolLearner, openSchool } from './stage/school.ts';

const school = await openSchool();
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
