import type { Page } from 'playwright-core';
import { idCardBackJpeg, idCardFrontJpeg, portraitJpeg } from '../../../tools/faces/index.ts';
import type { StoryLearner } from './people.ts';

/** Signs in with the password of one's own. */
export async function signIn(page: Page, who: StoryLearner): Promise<void> {
  await page.goto('/login');
  await page.getByTestId('login-id-number').fill(who.idNumber);
  await page.getByTestId('login-password').fill(who.password);
  await page.getByTestId('login-submit').click();
  await page.getByTestId('stage-card').waitFor();
}

/** First login with 111111, to the step where the SMS code is asked for. */
export async function beginActivation(page: Page, who: StoryLearner): Promise<void> {
  await page.goto('/');
  await page.getByTestId('login-id-number').fill(who.idNumber);
  await page.getByTestId('login-password').fill('111111');
  await page.getByTestId('login-submit').click();
  await page.getByTestId('code-lead').waitFor();
  const sent = page.waitForResponse((answer) => answer.url().endsWith('/api/activation/code'));
  await page.getByTestId('send-code').click();
  // The button rests at the click; the code is on its way only when the server has answered.
  await sent;
}

/** The code from the phone and a password of one's own; ends on 我的档案. */
export async function finishActivation(page: Page, who: StoryLearner, code: string): Promise<void> {
  await page.getByTestId('code-input').fill(code);
  await page.getByTestId('new-password').fill(who.password);
  await page.getByTestId('repeat-password').fill(who.password);
  await page.getByTestId('finish-code').click();
  await page.getByTestId('profile-phone').waitFor();
}

/** A picture for a file field. */
export const jpeg = (name: string, buffer: Buffer) => ({
  name: `${name}.jpg`,
  mimeType: 'image/jpeg',
  buffer,
});

/** Gives the two consents where the page asks for them. */
export async function giveConsents(page: Page): Promise<void> {
  await page.getByTestId('consent-use-face').check();
  await page.getByTestId('consent-keep-frames').check();
  await page.getByTestId('consent-agree').click();
}

/** ID card, consents, portrait and basic information on 我的档案. */
export async function fillProfile(
  page: Page,
  who: StoryLearner,
  portrait: Buffer = portraitJpeg(who.face),
): Promise<void> {
  const { name, idNumber, face } = who;
  const front = jpeg('front', idCardFrontJpeg(face, { name, idNumber }));
  await page.getByTestId('upload-idCardFront').setInputFiles(front);
  await page.getByTestId('photo-idCardFront').locator('img').waitFor();
  await page.getByTestId('upload-idCardBack').setInputFiles(jpeg('back', idCardBackJpeg()));
  await page.getByTestId('photo-idCardBack').locator('img').waitFor();
  await giveConsents(page);
  await page.getByTestId('declare-recent').check();
  await page.getByTestId('upload-portrait').setInputFiles(jpeg('portrait', portrait));
  await page.getByTestId('photo-portrait').locator('img').waitFor();
  await page.getByTestId('basic-employer').fill('演示建设有限公司');
  await page.getByTestId('basic-education').selectOption('bachelor');
  await page.getByTestId('basic-address').fill('北京市演示区示范路 1 号');
  await page.getByTestId('basic-save').click();
  await page.getByTestId('profile-complete').waitFor();
}

/** 我的培训, then 开始学习 of the first lesson that is not complete. */
export async function startLesson(page: Page): Promise<void> {
  await page.getByTestId('menu-training').click();
  await page.getByTestId('start-lesson').first().click();
}

/**
 * Reads the tips where they are shown, mutes the voice once, and takes the picture when the face is in
 * the frame.
 */
export async function takeFaceCheck(page: Page): Promise<void> {
  const tips = page.getByTestId('tips-read');
  const take = page.getByTestId('take-face-check');
  const mute = page.getByTestId('mute-voice');
  await tips.or(take).first().waitFor();
  if (await tips.isVisible()) await tips.click();
  if ((await mute.getAttribute('aria-pressed')) === 'false') await mute.click();
  await take.click();
}

/** How often somebody tries again before they call the service centre. */
const TRIES = 3;

/**
 * The face check of the entry, to the lesson that plays. A check that stays uncertain (a slow camera,
 * a blurred frame) is taken again, as the page offers it.
 */
export async function enterLesson(page: Page): Promise<void> {
  const screen = page.getByTestId('lesson-screen');
  const failed = page.getByTestId('face-failed');
  for (let tries = TRIES; tries > 0; tries--) {
    await takeFaceCheck(page);
    await screen.or(failed).first().waitFor();
    if (await screen.isVisible()) return;
    const reason = await page.getByTestId('face-reason').innerText();
    if (tries === 1) throw new Error(`the door stayed closed: ${reason}`);
    await page.getByTestId('face-retry').click();
  }
}

/** Watches the playing lesson to its end, touching nothing. */
export async function watchLesson(page: Page): Promise<void> {
  const ended = page.getByTestId('study-ended');
  await ended.or(page.getByTestId('completion-popup')).first().waitFor();
}

/** Studies every lesson of the course: each with its face check, each playing by itself. */
export async function studyEverything(page: Page, lessons: number): Promise<void> {
  await startLesson(page);
  for (let n = 1; n <= lessons; n++) {
    await enterLesson(page);
    await watchLesson(page);
    if (n < lessons) await page.getByTestId('next-lesson').click();
  }
  await page.getByTestId('completion-popup').waitFor();
}
