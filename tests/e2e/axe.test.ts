import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openCase, signInAtDesk } from './stage/desk-screens.ts';
import { beginActivation, signIn } from './stage/learner-screens.ts';
import { acceptAndRenew, clear, passExam, studied, type Life } from './stage/lives.ts';
import { openSeat, PC, PHONE, peopleOf, pictureOnFailure } from './stage/pages.ts';
import { storyLearner, type StoryLearner } from './stage/people.ts';
import { enrolLearner, hire, openSchool, readyLearner } from './stage/school.ts';
import { tourPicture } from './stage/tour.ts';

const school = await openSchool({
  questions: true,
  lessons: ['api/content/short-lessons/short-height'],
});
const browser = await launchBrowser();

/** What axe finds on the page as it stands, as far as it keeps somebody out. */
async function barriers(page: Page): Promise<string[]> {
  // No frame of the product holds anything to judge: one look at the page itself is all.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, any: [why] }) => `${id}: ${target.join(' ')}: ${why?.message ?? ''}`),
    );
}

/** Sets the scheme and waits until the page has painted itself in it. */
async function paint(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.waitForFunction((name) => document.documentElement.dataset.theme === name, scheme);
  await page.evaluate(async () => {
    await new Promise((painted) => requestAnimationFrame(painted));
    const ending = document.getAnimations().filter(({ effect }) => {
      const { iterations = 1 } = effect?.getTiming() ?? {};
      return Number.isFinite(iterations);
    });
    await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)));
  });
}

/** The page on a phone in the light and on a PC in the dark: both sizes, both sets of colours. */
async function barriersOf(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [size, scheme] of [
    [PHONE, 'light'],
    [PC, 'dark'],
  ] as const) {
    await page.setViewportSize(size);
    await paint(page, scheme);
    found.push(...(await barriers(page)).map((barrier) => `${size.width} ${scheme} ${barrier}`));
  }
  return found;
}

/** Opens each address, waits for what it shows, and looks. */
async function look(page: Page, screens: readonly (readonly [path: string, shows: string])[]) {
  const found: Record<string, string[]> = {};
  for (const [path, shows] of screens) {
    await page.goto(path);
    await page.getByTestId(shows).first().waitFor();
    // What still comes would move the page under the look, and mix up what lies over what.
    await page.waitForLoadState('networkidle');
    const here = await barriersOf(page);
    if (here.length > 0) found[path] = here;
  }
  return found;
}

const seatFor = async (who: StoryLearner): Promise<Page> => {
  const people = peopleOf({ me: who.face });
  const page = await (await openSeat(browser, school, { people })).newPage();
  pictureOnFailure(page);
  return page;
};

describe('nobody is kept out of the learner app', () => {
  test('before signing in', async () => {
    const who = storyLearner(0, '郑刚来');
    await enrolLearner(school, who);
    const page = await seatFor(who);
    const guest = [
      ['/login', 'login-submit'],
      ['/recovery', 'recovery-next'],
      ['/verify', 'verify-submit'],
    ] as const;
    expect(await look(page, guest)).toEqual({});
    await beginActivation(page, who);
    expect(await barriersOf(page)).toEqual([]);
  });
});

describe('with lives behind them', () => {
  let waiting: Life;
  let cleared: Life;
  let renewed: Life;
  let examinee: Life;
  beforeAll(async () => {
    const [auditor, senior] = [await hire(school, 'auditor'), await hire(school, 'seniorAuditor')];
    const exam = { post: 'construction-civil', originalNumber: '京原证-0003' } as const;
    [cleared, renewed, examinee] = await Promise.all([
      studied(school, storyLearner(2, '何被清'), { post: 'materials' }),
      studied(school, storyLearner(3, '吕已换'), exam),
      studied(school, storyLearner(4, '施赴考'), { post: 'quality-civil' }),
    ]);
    await clear(auditor, senior, cleared);
    await passExam(renewed);
    await acceptAndRenew(auditor, renewed);
    waiting = await studied(school, storyLearner(1, '许等候'));
  });

  test('studying', async () => {
    const who = storyLearner(5, '张在学');
    const { id } = await readyLearner(school, who);
    const page = await seatFor(who);
    await signIn(page, who);
    const screens = [
      ['/', 'stage-card'],
      [`/training/${id}`, 'start-lesson'],
      ['/profile', 'profile-complete'],
      ['/profile/privacy', 'consent-state-useFace'],
      ['/profile/security', 'change-password'],
      ['/notices', 'page-empty'],
      ['/rehearsal', 'tips-read'],
    ] as const;
    expect(await look(page, screens)).toEqual({});
    await page.getByTestId('tips-read').click();
    await page.getByTestId('take-face-check').waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await page.setViewportSize(PHONE);
    await page.locator('[data-testid=face-oval][data-good=true]').waitFor();
    await tourPicture(page, 'face-check');
  });

  test('waiting for the audit', async () => {
    const page = await seatFor(waiting.who);
    await signIn(page, waiting.who);
    await tourPicture(page, 'home');
    const audit = [[`/audit/${waiting.id}`, 'audit-waiting']] as const;
    expect(await look(page, audit)).toEqual({});
    await page.setViewportSize(PHONE);
    await tourPicture(page, 'audit');
  });

  test('cleared', async () => {
    const page = await seatFor(cleared.who);
    await signIn(page, cleared.who);
    const screens = [
      [`/audit/${cleared.id}`, 'cleared'],
      ['/notices', 'notice'],
    ] as const;
    expect(await look(page, screens)).toEqual({});
    await page.goto(`/audit/${cleared.id}`);
    await page.getByTestId('cleared').waitFor();
    await page.setViewportSize(PHONE);
    await tourPicture(page, 'cleared');
  });

  test('at the exam', async () => {
    const page = await seatFor(examinee.who);
    await signIn(page, examinee.who);
    expect(await look(page, [[`/exam/${examinee.id}`, 'start-exam']])).toEqual({});
    await page.getByTestId('start-exam').click();
    await page.getByTestId('question').waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await tourPicture(page, 'exam');
  });

  test('with a renewed certificate', async () => {
    const page = await seatFor(renewed.who);
    await signIn(page, renewed.who);
    const screens = [
      [`/renewal/${renewed.id}`, 'renewed'],
      ['/certificates', 'certificate'],
    ] as const;
    expect(await look(page, screens)).toEqual({});
    await page.setViewportSize(PHONE);
    await tourPicture(page, 'certificates');
    await page.getByTestId('certificate-verify').first().click();
    await page.getByTestId('verification').waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await page.setViewportSize(PHONE);
    await tourPicture(page, 'verification');
  });

  test('nobody is kept out of the admin app', async () => {
    const desk = async (account: keyof typeof school.accounts): Promise<Page> => {
      const page = await (await openSeat(browser, school, { viewport: PC })).newPage();
      pictureOnFailure(page);
      await page.goto('/admin/');
      await page.getByTestId('staff-enter').waitFor();
      if (account === 'auditor') expect(await barriersOf(page)).toEqual([]);
      await signInAtDesk(page, school.accounts[account]);
      return page;
    };
    const auditor = await desk('auditor');
    expect(await look(auditor, [['/admin/audits', 'open-case']])).toEqual({});
    await tourPicture(auditor, 'queue');
    await openCase(auditor, waiting.who.name);
    await auditor.getByTestId('show-portrait').click();
    await auditor.getByTestId('show-snapshots').click();
    await auditor.getByTestId('evidence-image').nth(1).waitFor();
    expect(await barriersOf(auditor)).toEqual([]);
    await tourPicture(auditor, 'case');
    const support = await desk('support');
    const screens = [
      ['/admin/notices', 'outbox-body'],
      [`/admin/learners/${cleared.learnerId}`, 'explain'],
    ] as const;
    expect(await look(support, screens)).toEqual({});
    await tourPicture(support, 'learner');
  });
});
