import { ProblemError } from '@xuzheng/client';
import { drawnPerformer } from '../faces/index.ts';
import { sitExam, until, type Knowledge } from '../scenario/exam.ts';
import { activate, completeProfile, myEnrolment, renew } from '../scenario/learner.ts';
import type { Pace } from '../scenario/pace.ts';
import { accept, enrol, findAudit, proposeClear, signClear } from '../scenario/staff.ts';
import { studyAll, studyLesson } from '../scenario/study.ts';
import type { Visitor } from '../scenario/visitor.ts';
import { STAND_IN_FACE, type DemoLearner, type Story } from './people.ts';

/** Everybody a story needs. */
export interface Cast {
  readonly url: string;
  readonly pace: Pace;
  readonly registrar: Visitor;
  readonly support: Visitor;
  readonly auditor: Visitor;
  readonly senior: Visitor;
  readonly known: Knowledge;
  readonly studyYear: number;
}

interface Enrolled {
  readonly cast: Cast;
  readonly who: DemoLearner;
  readonly visitor: Visitor;
  readonly enrolmentId: string;
}

const CLEAR = {
  reasonCode: 'impersonation',
  explanation: '抓拍照片显示学习途中换了人,与头像和进入学习时的照片不是同一人。',
} as const;

async function hasStep(to: Enrolled, action: string): Promise<boolean> {
  const { explanation } = await myEnrolment(to.visitor, to.enrolmentId);
  return explanation.permitted.includes(action);
}

const studyOwn = (to: Enrolled): Promise<void> =>
  studyAll(to.visitor, to.enrolmentId, {
    pace: to.cast.pace,
    performer: drawnPerformer(to.who.face),
  });

async function study(to: Enrolled): Promise<void> {
  const { courses } = await myEnrolment(to.visitor, to.enrolmentId);
  const lessons = courses.flatMap((course) => course.lessons);
  const studying = { pace: to.cast.pace, performer: drawnPerformer(to.who.face) };
  for (const [i, lesson] of lessons.slice(0, 2).entries()) {
    const stop = i === 1 ? { stopAfterSeconds: 25 } : {};
    const at = { enrolmentId: to.enrolmentId, lessonId: lesson.id };
    await studyLesson(to.visitor, at, { ...studying, ...stop });
  }
}

/** Somebody else sits down in the middle of every lesson, until the player asks for the face. */
async function studySwapped(to: Enrolled): Promise<void> {
  const swap = { afterSeconds: 15, performer: drawnPerformer(STAND_IN_FACE) };
  const performer = drawnPerformer(to.who.face);
  await studyAll(to.visitor, to.enrolmentId, { pace: to.cast.pace, performer, swap });
}

async function passExam(to: Enrolled): Promise<void> {
  await until(() => hasStep(to, 'takeExam'), '考核开放');
  const first = await sitExam(to.visitor, to.enrolmentId, to.cast.known, 0.5);
  if (first.passed) throw new Error('half of the answers must not pass');
  const second = await sitExam(to.visitor, to.enrolmentId, to.cast.known, 0.92);
  if (!second.passed) throw new Error('a well-prepared learner must pass');
}

/** The open audit, once the jobs have looked over the evidence. */
async function audit(to: Enrolled): Promise<string> {
  await to.cast.pace.wait(5_000);
  return until(() => findAudit(to.cast.auditor, to.enrolmentId).catch(() => null), '审核开始');
}

/** Evidence may reach the process a moment after the database: then the case is looked at again. */
const decided = (decision: () => Promise<void>): Promise<true> =>
  until(async () => {
    try {
      await decision();
      return true;
    } catch (error) {
      if (error instanceof ProblemError && error.problem.code === 'audit/evidenceStale')
        return null;
      throw error;
    }
  }, '审核决定');

async function acceptHours(to: Enrolled): Promise<void> {
  const id = await audit(to);
  await decided(() => accept(to.cast.auditor, id));
  await until(() => hasStep(to, 'renew'), '证书可以更新');
}

async function proposeToClear(to: Enrolled): Promise<string> {
  const id = await audit(to);
  await decided(() => proposeClear(to.cast.auditor, id, CLEAR));
  return id;
}

const STORIES: Readonly<Record<Exclude<Story, 'fresh'>, (to: Enrolled) => Promise<void>>> = {
  studying: study,
  awaitingExam: studyOwn,
  inAudit: async (to) => {
    await studyOwn(to);
    await audit(to);
  },
  clearProposed: async (to) => {
    await studySwapped(to);
    await proposeToClear(to);
  },
  cleared: async (to) => {
    await studySwapped(to);
    const id = await proposeToClear(to);
    await decided(() => signClear(to.cast.senior, id));
    await until(() => hasStep(to, 'fileAppeal'), '学时清除');
  },
  accepted: async (to) => {
    await studyOwn(to);
    await passExam(to);
    await acceptHours(to);
  },
  renewed: async (to) => {
    await studyOwn(to);
    await acceptHours(to);
    await renew(to.visitor, to.enrolmentId);
    await until(() => hasStep(to, 'viewTrainingCertificate'), '证书更新');
  },
};

const isDuplicate = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'enrolment/duplicate';

/**
 * Lives one learner's story by the product's own routes, from enrolment to where it stops. Whoever is
 * enrolled already is left where an interrupted seed left them.
 */
export async function live(cast: Cast, who: DemoLearner): Promise<void> {
  const { idNumber, name, phone, post, policyId, originalNumber, story } = who;
  const { registrar, studyYear } = cast;
  const employer = '演示建设有限公司';
  const person = { idNumber, name, phone, post, policyId, originalNumber, studyYear, employer };
  const enrolled = await enrol(registrar, person).catch((error: unknown) => {
    if (isDuplicate(error)) return null;
    throw error;
  });
  if (enrolled === null) return;
  const { id: enrolmentId, learnerId } = enrolled;
  await cast.pace.wait(70_000);
  if (story === 'fresh') return;
  const visitor = await activate(cast.url, who, { support: cast.support, learnerId });
  await completeProfile(visitor, who);
  await STORIES[story]({ cast, who, visitor, enrolmentId });
}
