import { drawnPerformer } from '../../../tools/faces/index.ts';
import { sitExam, until } from '../../../tools/scenario/exam.ts';
import { myEnrolment, renew } from '../../../tools/scenario/learner.ts';
import { REAL_TIME } from '../../../tools/scenario/pace.ts';
import { accept, findAudit, proposeClear, signClear } from '../../../tools/scenario/staff.ts';
import { studyAll } from '../../../tools/scenario/study.ts';
import type { Visitor } from '../../../tools/scenario/visitor.ts';
import { readKnowledge } from '../../../tools/seed/catalogue.ts';
import type { StoryLearner } from './people.ts';
import { readyLearner, type EnrolOptions, type Enrolled, type School } from './school.ts';

/** A learner who has lived so far by the documented API, to be looked at in the browser. */
export type Life = Enrolled & { readonly who: StoryLearner; readonly visitor: Visitor };

/** Studies every lesson with one's own face. */
export async function studied(
  school: School,
  who: StoryLearner,
  options: EnrolOptions = {},
): Promise<Life> {
  const life = await readyLearner(school, who, options);
  await studyAll(life.visitor, life.id, { pace: REAL_TIME, performer: drawnPerformer(who.face) });
  return { ...life, who };
}

/** Waits until the process lets a learner do something. */
export const may = (life: Life, action: string): Promise<boolean> =>
  until(async () => {
    const { explanation } = await myEnrolment(life.visitor, life.id);
    return explanation.permitted.includes(action);
  }, `${life.who.name}: ${action}`);

const auditOf = (auditor: Visitor, life: Life): Promise<string> =>
  until(() => findAudit(auditor, life.id).catch(() => null), `${life.who.name}: audit`);

/** Passes the exam with every answer right. */
export async function passExam(life: Life): Promise<void> {
  await may(life, 'takeExam');
  await sitExam(life.visitor, life.id, await readKnowledge());
}

export async function clear(auditor: Visitor, senior: Visitor, life: Life): Promise<void> {
  const auditId = await auditOf(auditor, life);
  const explanation = '抓拍照片显示学习途中换了人,与头像不是同一人。';
  await proposeClear(auditor, auditId, { reasonCode: 'impersonation', explanation });
  await signClear(senior, auditId);
  await may(life, 'fileAppeal');
}

export async function acceptAndRenew(auditor: Visitor, life: Life): Promise<void> {
  await accept(auditor, await auditOf(auditor, life));
  await may(life, 'renew');
  await renew(life.visitor, life.id);
  await may(life, 'viewTrainingCertificate');
}
