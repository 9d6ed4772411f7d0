import { HOURS_ACCEPTED_TEXT, HOURS_COMPLETED_TEXT } from '@xuzheng/engine';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { readKnowledge } from '../../tools/seed/catalogue.ts';
import { commonBrowser } from '../support/browser.ts';
import { expectNoBarriers } from './stage/barriers.ts';
import {
  acceptCase,
  codeInOutbox,
  openCase,
  signInAtDesk,
  smsInOutbox,
} from './stage/desk-screens.ts';
import { sitExam } from './stage/exam-screens.ts';
import {
  beginActivation,
  fillProfile,
  finishActivation,
  studyEverything,
} from './stage/learner-screens.ts';
import { faultsOf, openSeat, PC, peopleOf, pictureOnFailure, textOf } from './stage/pages.ts';
import { readPaper } from './stage/paper.ts';
import { storyLearner } from './stage/people.ts';
import { enrolLearner, openSchool } from './stage/school.ts';
import { tourPhone, tourPicture } from './stage/tour.ts';

const who = storyLearner(0, '王大同');
const ORIGINAL = '京原证-0001';
const school = await openSchool({
  post: 'construction-civil',
  questions: true,
  lessons: ['api/content/short-lessons/short-height', 'api/content/short-lessons/short-power'],
});
const browser = await commonBrowser();

const certificate = (page: Page, kind: string) =>
  page.locator(`[data-testid=certificate][data-kind=${kind}]`);

declare global {
  interface Window {
    /** In the page: what went to the printer. */
    printed?: string;
  }
}

/**
 * 【打印证书】: the document in a frame of the page goes to the printer, or opens by itself where the
 * browser shows none within a page; gives where it lies.
 */
async function printHours(page: Page): Promise<string> {
  await page.getByTestId('menu-certificates').click();
  const print = certificate(page, 'hours').getByTestId('certificate-print');
  expect((await print.innerText()).trim()).toBe('打印证书');
  if (!(await page.evaluate(() => navigator.pdfViewerEnabled))) {
    const address = (await certificate(page, 'hours')
      .getByTestId('certificate-view')
      .getAttribute('href')) as string;
    const opened = page.context().waitForEvent('request', (one) => one.url().endsWith(address));
    await print.click();
    return new URL((await opened).url()).pathname;
  }
  await print.click();
  const path = await page.waitForFunction(() => window.printed);
  return (await path.jsonValue()) ?? '';
}

/** 【证书更新】, pressed twice as impatient people do. */
async function renew(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByTestId('primary-action').filter({ hasText: '证书更新' }).click();
  expect(await textOf(page, 'renewal-original')).toBe(ORIGINAL);
  await page.getByTestId('renewal-confirm').check();
  expect(await textOf(page, 'renew')).toBe('证书更新');
  await page.getByTestId('renew').dblclick();
  await page.getByTestId('renewed').waitFor();
}

describe('the whole handbook, in a browser', () => {
  let page: Page;
  let support: Page;
  let faults: () => readonly string[];
  beforeAll(async () => {
    await enrolLearner(school, who, { originalNumber: ORIGINAL });
    const people = peopleOf({ me: who.face });
    page = await (await openSeat(browser, school, { people, viewport: PC })).newPage();
    support = await (await openSeat(browser, school, { viewport: PC })).newPage();
    // The printer is not ours: a frame that would open its dialog says what it would print.
    await page.addInitScript(() => {
      window.print = () => {
        window.top!.printed = window.location.pathname;
      };
    });
    faults = faultsOf(page);
    await signInAtDesk(support, school.accounts.support);
  });

  test('login with 111111, activation by SMS, and 我的档案', async () => {
    pictureOnFailure(page, support);
    await beginActivation(page, who);
    await finishActivation(page, who, await codeInOutbox(support, who.phone));
    expect(await textOf(page, 'profile-phone')).toBe('199 0000 0100');
    await fillProfile(page, who);
  });

  test('two lessons play by themselves, to the notice word for word', async () => {
    pictureOnFailure(page);
    await studyEverything(page, 2);
    expect(await textOf(page, 'completion-popup')).toBe(HOURS_COMPLETED_TEXT);
    await page.getByTestId('completion-close').click();
  });

  test('the exam is failed, and passed at 60 points inclusive', async () => {
    pictureOnFailure(page);
    const known = await readKnowledge();
    await page.getByTestId('after-study-action').filter({ hasText: '考核' }).click();
    await page.getByTestId('start-exam').waitFor();
    await expectNoBarriers(page);
    await page.getByTestId('start-exam').click();
    await page.getByTestId('question').waitFor();
    await expectNoBarriers(page);
    await tourPicture(page, 'exam');
    expect(await sitExam(page, known, 4)).toBe('8');
    await page.getByTestId('exam-again').click();
    expect(await sitExam(page, known, 30)).toBe('60');
  });

  test('the auditor accepts, and the SMS goes out word for word', async () => {
    const auditor = await (await openSeat(browser, school, { viewport: PC })).newPage();
    pictureOnFailure(page, auditor, support);
    await page.getByTestId('exam-home').click();
    await page.getByTestId('to-audit').click();
    await page.getByTestId('audit-waiting').waitFor();
    await expectNoBarriers(page);
    await tourPhone(page, 'audit');
    await page.goto('/');
    await page.getByTestId('stage-card').waitFor();
    await tourPhone(page, 'home');
    await signInAtDesk(auditor, school.accounts.auditor);
    await openCase(auditor, who.name);
    await acceptCase(auditor);
    await smsInOutbox(support, who.phone, `【温馨提示】${HOURS_ACCEPTED_TEXT}`);
  });

  test('【打印证书】 brings the certificate of hours to the printer', async () => {
    pictureOnFailure(page);
    await page.goto('/');
    const hours = await readPaper(page, await printHours(page));
    expect(hours.words).toContain(who.name);
  });

  test('【证书更新】 gives a certificate whose QR verifies; the original is void', async () => {
    const passer = await (await openSeat(browser, school)).newPage();
    pictureOnFailure(page, passer);
    await renew(page);
    await expectNoBarriers(page);
    await page.getByTestId('menu-certificates').click();
    await certificate(page, 'original').waitFor();
    await expectNoBarriers(page);
    await tourPhone(page, 'certificates');
    const training = certificate(page, 'training').and(page.locator('[data-status=active]'));
    const number = (await training.getByTestId('certificate-number').innerText()).trim();
    const address = await training.getByTestId('certificate-view').getAttribute('href');
    const paper = await readPaper(page, address ?? '');
    expect(paper.words).toContain(number);
    expect(paper.qr.startsWith(school.url)).toBe(true);

    await passer.goto(paper.qr);
    await passer.locator('[data-testid=verification][data-status=valid]').waitFor();
    expect(await textOf(passer, 'verification-number')).toBe(number);
    expect(await textOf(passer, 'verification-holder')).not.toContain(who.name);
    await expectNoBarriers(passer);
    await tourPicture(passer, 'verification');

    const original = certificate(page, 'original');
    expect(await original.getAttribute('data-status')).toBe('void');
    await original.getByTestId('certificate-verify').click();
    await page.locator('[data-testid=verification][data-status=supersededBy]').waitFor();
    expect(await textOf(page, 'verification-successor')).toBe(number);
  });

  test('no page of the learner had a fault of its own', () => {
    expect(faults()).toEqual([]);
  });
});
