import { HOURS_ACCEPTED_TEXT, hoursClearedText, postLabel } from '@xuzheng/engine';
import { expect, test } from 'vitest';
import { drawnPerformer, STRANGERS } from '../../tools/faces/index.ts';
import { REAL_TIME } from '../../tools/scenario/pace.ts';
import { studyAll } from '../../tools/scenario/study.ts';
import { commonBrowser } from '../support/browser.ts';
import { expectNoBarriers, expectOpenToAll } from './stage/barriers.ts';
import {
  acceptCase,
  openCase,
  proposeToClear,
  signInAtDesk,
  signProposal,
  smsInOutbox,
} from './stage/desk-screens.ts';
import { enterLesson, signIn, watchLesson } from './stage/learner-screens.ts';
import { passExam, type Life } from './stage/lives.ts';
import { openSeat, PC, peopleOf, pictureOnFailure, textOf } from './stage/pages.ts';
import { storyLearner } from './stage/people.ts';
import { openSchool, readyLearner } from './stage/school.ts';
import { tourPicture } from './stage/tour.ts';

// Not the faces of the story of faces: its learner may be in the same school.
const [, , MINE, STAND_IN] = STRANGERS;
const POST = 'quality-civil';
const EXPLANATION = '抓拍照片显示学习途中换了人,与头像不是同一人。';
const who = { ...storyLearner(10, '陈小替'), face: MINE };
const school = await openSchool({
  post: POST,
  questions: true,
  lessons: ['api/content/short-lessons/short-height'],
});
const browser = await commonBrowser();

/** Everything before the audit, by the documented API: somebody else sat there for a while. */
async function studyAndSitExam(): Promise<Life> {
  const options = { originalNumber: '京原证-0002' };
  const life = { ...(await readyLearner(school, who, options)), who };
  await studyAll(life.visitor, life.id, {
    pace: REAL_TIME,
    performer: drawnPerformer(MINE),
    swap: { afterSeconds: 2, performer: drawnPerformer(STAND_IN) },
  });
  await passExam(life);
  return life;
}

test('cleared by two people, the learner relearns, is accepted and renews', async () => {
  const { id, learnerId } = await studyAndSitExam();
  const people = peopleOf({ me: MINE });
  const page = await (await openSeat(browser, school, { people })).newPage();
  const auditor = await (await openSeat(browser, school, { viewport: PC })).newPage();
  const senior = await (await openSeat(browser, school, { viewport: PC })).newPage();
  const support = await (await openSeat(browser, school, { viewport: PC })).newPage();
  pictureOnFailure(page, auditor, senior, support);

  await auditor.goto('/admin/');
  await auditor.getByTestId('staff-enter').waitFor();
  await expectNoBarriers(auditor);
  await signInAtDesk(auditor, school.accounts.auditor);
  await expectOpenToAll(auditor, [['/admin/audits', 'open-case']]);
  await tourPicture(auditor, 'queue');
  await openCase(auditor, who.name);
  await auditor.getByTestId('show-portrait').click();
  await auditor.getByTestId('show-snapshots').click();
  await auditor.getByTestId('evidence-image').nth(1).waitFor();
  await expectNoBarriers(auditor);
  await tourPicture(auditor, 'case');
  await proposeToClear(auditor, { reasonCode: 'impersonation', explanation: EXPLANATION });
  expect(await auditor.getByTestId('sign-clear').count()).toBe(0);
  await signInAtDesk(senior, school.accounts.senior);
  await openCase(senior, who.name);
  await signProposal(senior);
  await signInAtDesk(support, school.accounts.support);
  const sms = hoursClearedText(who.name, postLabel(POST, 'zh'), school.studyYear);
  await smsInOutbox(support, who.phone, sms);
  await expectOpenToAll(support, [
    ['/admin/notices', 'outbox-body'],
    [`/admin/learners/${learnerId}`, 'explain'],
  ]);
  await tourPicture(support, 'learner');

  await signIn(page, who);
  await page.goto(`/audit/${id}`);
  expect(await textOf(page, 'clear-explanation')).toBe(EXPLANATION);
  await page.getByTestId('appeal').waitFor();
  await expectNoBarriers(page);
  await tourPicture(page, 'cleared');
  await expectOpenToAll(page, [['/notices', 'notice']]);
  await page.goto(`/exam/${id}`);
  await page.getByTestId('exam-passed').waitFor();
  await page.goto('/');
  expect(await textOf(page, 'hours-figure')).toBe('0.0');

  await page.goto(`/audit/${id}`);
  await page.getByTestId('relearn').click();
  await page.getByTestId('start-lesson').first().click();
  await enterLesson(page);
  await watchLesson(page);
  await page.getByTestId('completion-popup').waitFor();

  await openCase(auditor, who.name);
  await acceptCase(auditor);
  await smsInOutbox(support, who.phone, `【温馨提示】${HOURS_ACCEPTED_TEXT}`);
  await page.goto(`/renewal/${id}`);
  await page.getByTestId('renewal-confirm').check();
  await page.getByTestId('renew').click();
  await page.getByTestId('renewed').waitFor();
});
