import { policyWith } from '@xuzheng/engine';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { until, type Knowledge } from '../../tools/scenario/exam.ts';
import { latestCode } from '../../tools/scenario/staff.ts';
import { readKnowledge } from '../../tools/seed/catalogue.ts';
import { commonBrowser } from '../support/browser.ts';
import { acceptCase, openCase, signInAtDesk } from './stage/desk-screens.ts';
import { signIn, startLesson } from './stage/learner-screens.ts';
import { openSeat, PC, pictureOnFailure, textOf } from './stage/pages.ts';
import { storyLearner } from './stage/people.ts';
import { openSchool, readyLearner, STORY_POLICY } from './stage/school.ts';

/** Within the seconds of a short lesson a code is asked for, and questions before and after it. */
const CODES = policyWith(STORY_POLICY, {
  id: 'codes',
  snapshotEverySeconds: 1,
  recheckEverySeconds: 3,
  checkJitter: 0.1,
});

const school = await openSchool({
  post: 'documents',
  policies: [CODES],
  questions: true,
  lessons: ['api/content/short-lessons/short-height'],
});
const browser = await commonBrowser();

declare global {
  interface Window {
    /** In the page: how often it asked for a camera. */
    cameraAsked?: number;
  }
}

/** What the learner reads on the phone: the newest code, once there is a new one. */
function phoneOf(learnerId: string): () => Promise<string> {
  let last = '';
  return async () => {
    last = await until(async () => {
      const code = await latestCode(school.support, learnerId);
      return code === last ? null : code;
    }, 'a new code');
    return last;
  };
}

async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByTestId('attended-code').fill(code);
  await page.getByTestId('attended-confirm').click();
}

/** As long as a click may look for something that can go away. */
const BRIEFLY = { timeout: 5000 };

const pausedOf = (page: Page) => page.locator('[data-testid=lesson-screen][data-state=paused]');

/** Whatever the lesson was paused for is answered: it goes on, unless something else has come. */
async function goOn(page: Page): Promise<void> {
  const pressed = await page
    .getByTestId('pause-resume')
    .click(BRIEFLY)
    .then(() => true)
    .catch(() => false);
  // The button says both: it is not pressed again before the first press has been taken.
  if (pressed) await pausedOf(page).waitFor({ state: 'detached' });
}

/**
 * Pauses the short lesson, so that its end does not overtake the answer; says whether it was in time.
 * A question that was not answered in its time goes away by itself: a code is asked for in its place.
 */
async function answerQuestion(page: Page, known: Knowledge): Promise<boolean> {
  const pause = page.getByTestId('pause-resume');
  const question = page.getByTestId('attended-question');
  const instead = page.getByTestId('completion-popup').or(page.getByTestId('attended-sheet'));
  // Its last second may have been heard of meanwhile: then there is nothing to pause.
  if (!(await pausedOf(page).isVisible())) await pause.click(BRIEFLY).catch(() => undefined);
  await pausedOf(page).or(instead).first().waitFor();
  if (await instead.first().isVisible()) return false;
  try {
    const right = known.get((await question.locator('legend').innerText(BRIEFLY)).trim());
    const options = (await question.locator('label').allInnerTexts()).map((text) => text.trim());
    for (const [n, text] of options.entries()) {
      if (right?.has(text)) await page.getByTestId(`attended-option-${n}`).click(BRIEFLY);
    }
    await page.getByTestId('attended-submit').click(BRIEFLY);
  } catch (fault) {
    if (!(await question.isVisible())) return false;
    throw fault;
  }
  await page.getByTestId('attended-card').waitFor({ state: 'detached' });
  return true;
}

/** Studies to the end of the course, with a phone at hand and what was learnt in mind. */
async function studyWithPhone(page: Page, nextCode: () => Promise<string>): Promise<Set<string>> {
  const known = await readKnowledge();
  const sheet = page.getByTestId('attended-confirm');
  const card = page.getByTestId('attended-submit');
  const done = page.getByTestId('completion-popup');
  const asked = new Set<string>();
  for (;;) {
    await sheet.or(card).or(done).or(pausedOf(page)).first().waitFor();
    if (await done.isVisible()) return asked;
    if (await sheet.isVisible()) {
      asked.add('code');
      await typeCode(page, await nextCode());
      await sheet.waitFor({ state: 'detached' });
    } else if (!(await card.isVisible())) await goOn(page);
    else if (await answerQuestion(page, known)) asked.add('question');
  }
}

test('refusal of consent: codes and a question lead to the same accepted hours, without a camera', async () => {
  const who = storyLearner(1, '钱五拒');
  const life = await readyLearner(school, who, { policyId: CODES.id });
  for (const kind of ['useFace', 'keepFrames'] as const) {
    await life.visitor.api.DELETE('/api/me/consents/{kind}', { params: { path: { kind } } });
  }
  const page = await (await openSeat(browser, school)).newPage();
  const auditor = await (await openSeat(browser, school, { viewport: PC })).newPage();
  pictureOnFailure(page, auditor);
  await page.addInitScript(() => {
    window.cameraAsked = 0;
    navigator.mediaDevices.getUserMedia = () => {
      window.cameraAsked = (window.cameraAsked ?? 0) + 1;
      return Promise.reject(new DOMException('', 'NotAllowedError'));
    };
  });
  await signIn(page, who);
  await startLesson(page);
  for (const box of ['consent-use-face', 'consent-keep-frames']) {
    expect(await page.getByTestId(box).isChecked()).toBe(false);
  }
  await page.getByTestId('consent-refuse').click();
  await page.getByTestId('without-face').click();

  const nextCode = phoneOf(life.learnerId);
  await page.locator('[data-testid=attended-lead][data-state=sent]').waitFor();
  expect(await textOf(page, 'attended-lead')).toContain(who.phone.slice(-4));
  await typeCode(page, '000000');
  await page.getByTestId('attended-said').waitFor();
  const asked = await studyWithPhone(page, nextCode);
  expect([...asked].sort()).toEqual(['code', 'question']);
  expect(await page.evaluate(() => window.cameraAsked)).toBe(0);

  await signInAtDesk(auditor, school.accounts.auditor);
  await openCase(auditor, who.name);
  await auditor.getByTestId('portrait-by-eye').waitFor();
  expect(await auditor.getByTestId('attended-checks').innerText()).toContain('短信验证码');
  await auditor.getByTestId('show-portrait').click();
  await auditor.getByTestId('portrait-by-eye').getByText('您已查看头像').waitFor();
  await acceptCase(auditor);
});
