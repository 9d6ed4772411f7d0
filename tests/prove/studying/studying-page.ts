import { chromium, type Page } from 'playwright-core';
import { ensureBrowser } from '../../../tools/ground/browser.ts';
import { BROWSER_ARGUMENTS } from '../../support/browser.ts';
import { enterLesson, signIn, startLesson } from '../../e2e/stage/learner-screens.ts';
import { openSeat, peopleOf } from '../../e2e/stage/pages.ts';
import type { StoryLearner } from '../../e2e/stage/people.ts';
import type { School } from '../../e2e/stage/school.ts';
import { nothingStudied, type Studied } from './studying-visitor.ts';

export interface PageStudied extends Studied {
  kills: number;
  /** Seconds played and not acknowledged at each kill, and whether the network was away then. */
  readonly atRisk: { readonly seconds: number; readonly veiled: boolean }[];
  /** Where each browser after a kill began, less what was saved by then. */
  readonly resumedOff: number[];
}

/** A browser of its own process, so that it can be killed like any other. */
async function openBrowser() {
  const server = await chromium.launchServer({
    executablePath: await ensureBrowser(() => undefined),
    args: [...BROWSER_ARGUMENTS],
  });
  const browser = await chromium.connect(server.wsEndpoint());
  const kill = async (): Promise<void> => {
    const gone = new Promise((resolve) => browser.once('disconnected', resolve));
    const { pid } = server.process();
    if (pid === undefined) throw new Error('the browser never ran');
    // The whole group: what was started may be a script that waits for the browser.
    process.kill(-pid, 'SIGKILL');
    await gone;
  };
  return { browser, kill };
}

const note = (page: Page, studied: PageStudied): void => {
  page.on('response', (answer) => {
    if (!answer.url().endsWith('/beats') || answer.status() !== 200) return;
    void answer
      .json()
      .then(({ session }: { session: { savedSeconds: number } }) => {
        studied.beats++;
        studied.acknowledged = Math.max(studied.acknowledged, session.savedSeconds);
      })
      .catch(() => undefined);
  });
};

/** Until the lesson is read in, its player stands at nought whatever was saved. */
const playing = (page: Page) =>
  page.waitForFunction(() => {
    const lesson = document.querySelector<HTMLVideoElement>('[data-testid=lesson-video]');
    return (
      lesson !== null && lesson.readyState >= lesson.HAVE_CURRENT_DATA && lesson.currentTime > 0
    );
  });

const positionOf = (page: Page): Promise<number> =>
  page.evaluate(
    () => document.querySelector<HTMLVideoElement>('[data-testid=lesson-video]')?.currentTime ?? -1,
  );

/** Signs in, takes over what an earlier browser left, and passes the door. */
async function enter(page: Page, who: StoryLearner): Promise<void> {
  await signIn(page, who);
  await startLesson(page);
  const elsewhere = page.getByTestId('take-over');
  const tips = page.getByTestId('tips-read');
  await elsewhere.or(tips).first().waitFor();
  if (await elsewhere.isVisible()) await elsewhere.click();
  await enterLesson(page);
}

interface Chaos {
  readonly kills: number;
  /** Seconds of play before the next kill, drawn by whoever kills. */
  readonly playFor: () => number;
  /** Called when the page stands at the door, and when it has passed it. */
  readonly atTheDoor: (standing: boolean) => Promise<void>;
}

/** Studies in one real browser after another, each killed amid its lesson. */
export async function studyInBrowsers(
  school: School,
  who: StoryLearner,
  enrolled: { readonly id: string; readonly learnerId: string },
  chaos: Chaos,
): Promise<PageStudied> {
  const studied: PageStudied = {
    ...nothingStudied(enrolled.id, enrolled.learnerId),
    ...{ kills: 0, atRisk: [], resumedOff: [] },
  };
  for (let n = 0; n < chaos.kills; n++) {
    await chaos.atTheDoor(true);
    const { browser, kill } = await openBrowser();
    const seat = await openSeat(browser, school, { people: peopleOf({ me: who.face }) });
    const page = await seat.newPage();
    await enter(page, who);
    await chaos.atTheDoor(false);
    await playing(page);
    if (n > 0) studied.resumedOff.push((await positionOf(page)) - studied.acknowledged);
    note(page, studied);
    await page.waitForTimeout(chaos.playFor() * 1000);
    const seconds = (await positionOf(page)) - studied.acknowledged;
    studied.atRisk.push({ seconds, veiled: await page.getByTestId('lesson-veil').isVisible() });
    await kill();
    studied.kills++;
  }
  return studied;
}
