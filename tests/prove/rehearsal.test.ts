import { test } from 'vitest';
import { enterLesson, signIn, startLesson, takeFaceCheck } from '../e2e/stage/learner-screens.ts';
import { openSeat, peopleOf, pictureOnFailure } from '../e2e/stage/pages.ts';
import { storyLearner } from '../e2e/stage/people.ts';
import { openSchool, readyLearner } from '../e2e/stage/school.ts';
import { commonBrowser } from '../support/browser.ts';

const school = await openSchool({
  post: 'documents',
  lessons: ['api/content/short-lessons/short-height'],
});
const browser = await commonBrowser();

test('rehearsal, then another draw: nothing counts before, and other actions may be asked for', async () => {
  const who = storyLearner(2, '李六试');
  await readyLearner(school, who);
  const page = await (
    await openSeat(browser, school, { people: peopleOf({ me: who.face }) })
  ).newPage();
  pictureOnFailure(page);
  await signIn(page, who);
  await page.goto('/rehearsal');
  await page.evaluate(() => testCamera.obey(false));
  await takeFaceCheck(page);
  await page.getByTestId('face-failed').waitFor();
  await page.evaluate(() => testCamera.obey(true));
  await page.getByTestId('face-retry').click();
  await takeFaceCheck(page);
  await page.getByTestId('rehearsal-passed').waitFor();

  await page.goto('/');
  await startLesson(page);
  await page.evaluate(() => testCamera.obey(false));
  await takeFaceCheck(page);
  await page.getByTestId('face-failed').waitFor();
  await page.evaluate(() => testCamera.obey(true));
  await page.getByTestId('face-another').click();
  const screen = page.getByTestId('lesson-screen');
  await screen.or(page.getByTestId('face-failed')).first().waitFor();
  if (await screen.isVisible()) return;
  await page.getByTestId('face-retry').click();
  await enterLesson(page);
});
