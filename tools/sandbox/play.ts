import { createHash, randomUUID } from 'node:crypto';
import type { SandboxPlay } from '@xuzheng/engine';
import { openLearner, type OpenedLearner } from '../../api/src/db/learners.ts';
import type { Deps } from '../../api/src/deps.ts';
import { drawnPerformer, STRANGERS } from '../faces/index.ts';
import { sitExam, until, type Knowledge } from '../scenario/exam.ts';
import {
  activate,
  completeProfile,
  myEnrolment,
  renew,
  signInLearner,
} from '../scenario/learner.ts';
import type { LearnerRole } from '../scenario/learner.ts';
import { REAL_TIME } from '../scenario/pace.ts';
import { accept, findAudit, proposeClear, signClear } from '../scenario/staff.ts';
import { studyAll, studyLesson } from '../scenario/study.ts';
import type { Visitor } from '../scenario/visitor.ts';
import type { Desk } from './school.ts';

/** Where the stand-ins act, and who they are. */
export interface Stage {
  readonly deps: Deps;
  readonly url: string;
  readonly desk: Desk;
  readonly known: Knowledge;
  /** What the passwords of stand-in learners are made from: nothing anybody else knows. */
  readonly secret: Buffer;
}

interface Scene {
  readonly stage: Stage;
  readonly enrolmentId: string;
  readonly learner: OpenedLearner;
}

const CLEAR = {
  reasonCode: 'impersonation',
  explanation: '沙箱演练:抓拍照片与头像不是同一人。',
} as const;
const PASS_SHARE = 0.9;
const FAIL_SHARE = 0.3;
/** Right behind the door: the first random snapshot is of somebody else. */
const SWAP_AFTER_SECONDS = 0;
// Faces that are told apart at any distance: whoever is swapped must be seen to be.
const [FIRST, SECOND, STAND_IN, FOURTH] = STRANGERS;
const FACES = [FIRST, SECOND, FOURTH] as const;

/** The learner's part: the same face and password whenever they are asked to act. */
function roleOf({ stage, learner }: Scene): LearnerRole {
  const mark = createHash('sha256').update(stage.secret).update(learner.id).digest();
  const face = FACES[mark.readUInt16BE() % FACES.length] ?? FIRST;
  const password = `Sandbox-${mark.toString('base64url').slice(0, 20)}`;
  return { idNumber: learner.idNumber, name: learner.name, password, face };
}

async function settleIn(scene: Scene): Promise<Visitor> {
  const { url, desk } = scene.stage;
  const role = roleOf(scene);
  if (scene.learner.activatedAt !== null && scene.learner.profileCompletedAt !== null)
    return signInLearner(url, role);
  const me =
    scene.learner.activatedAt === null
      ? await activate(url, role, { support: desk.support, learnerId: scene.learner.id })
      : await signInLearner(url, role);
  await completeProfile(me, role);
  return me;
}

async function study(scene: Scene): Promise<void> {
  const me = await settleIn(scene);
  const performer = drawnPerformer(roleOf(scene).face);
  await studyAll(me, scene.enrolmentId, { pace: REAL_TIME, performer });
}

/** Somebody else sits down in the first lesson; the learner does the rest. */
async function studySwapped(scene: Scene): Promise<void> {
  const { enrolmentId } = scene;
  const me = await settleIn(scene);
  const { courses } = await myEnrolment(me, enrolmentId);
  const lesson = courses
    .flatMap((course) => course.lessons)
    .find(({ completedAt }) => completedAt === null);
  const swap = { afterSeconds: SWAP_AFTER_SECONDS, performer: drawnPerformer(STAND_IN) };
  const performer = drawnPerformer(roleOf(scene).face);
  if (lesson !== undefined)
    await studyLesson(
      me,
      { enrolmentId, lessonId: lesson.id },
      { pace: REAL_TIME, performer, swap },
    );
  await study(scene);
}

async function exam(scene: Scene, share: number): Promise<void> {
  const me = await settleIn(scene);
  await sitExam(me, scene.enrolmentId, scene.stage.known, share);
}

async function clearHours({ stage, enrolmentId }: Scene): Promise<void> {
  const { auditor, signer } = stage.desk;
  const auditId = await findAudit(auditor, enrolmentId);
  await proposeClear(auditor, auditId, CLEAR);
  await signClear(signer, auditId);
}

const inPath = (id: string) => ({ params: { path: { id } } });

async function appeal(scene: Scene): Promise<void> {
  const { api } = await settleIn(scene);
  const body = { commandId: randomUUID(), text: '沙箱演练:全部课程由我本人学习,请核对照片。' };
  await api.take(
    api.POST('/api/me/enrolments/{id}/appeal', { ...inPath(scene.enrolmentId), body }),
  );
}

async function decideAppeal(
  { stage, enrolmentId }: Scene,
  outcome: 'granted' | 'dismissed',
): Promise<void> {
  const { api } = stage.desk.reviewer;
  const { db } = stage.deps;
  const appealId = await until(async () => {
    const row = await db
      .selectFrom('appeals')
      .select('id')
      .where('enrolmentId', '=', enrolmentId)
      .where('state', '=', 'filed')
      .executeTakeFirst();
    return row?.id;
  }, 'an open appeal');
  const explanation = '沙箱演练:已核对全部照片与记录。';
  const body = { commandId: randomUUID(), outcome, explanation };
  await api.take(api.POST('/api/appeals/{id}/decision', { ...inPath(appealId), body }));
}

const ACTS: Readonly<Record<SandboxPlay, (scene: Scene) => Promise<unknown>>> = {
  settleIn,
  study,
  studySwapped,
  passExam: (scene) => exam(scene, PASS_SHARE),
  failExam: (scene) => exam(scene, FAIL_SHARE),
  acceptHours: async ({ stage: { desk }, enrolmentId }) =>
    accept(desk.auditor, await findAudit(desk.auditor, enrolmentId)),
  clearHours,
  appeal,
  grantAppeal: (scene) => decideAppeal(scene, 'granted'),
  dismissAppeal: (scene) => decideAppeal(scene, 'dismissed'),
  renew: async (scene) => renew(await settleIn(scene), scene.enrolmentId),
};

/** Lets the people of an enrolment act as asked. Throws what the product refuses them. */
export async function act(stage: Stage, enrolmentId: string, play: SandboxPlay): Promise<void> {
  const { db, vault } = stage.deps;
  // Nobody acts before the process has begun: it shall see everything that is done.
  const { learnerId } = await until(async () => {
    const row = await db
      .selectFrom('enrolments')
      .select(['learnerId', 'machineVersion'])
      .where('id', '=', enrolmentId)
      .executeTakeFirst();
    return row?.machineVersion ? row : null;
  }, 'the beginning of the process');
  const learner = await openLearner(db, vault, learnerId);
  if (learner === undefined) throw new Error('the learner has been deleted');
  await ACTS[play]({ stage, enrolmentId, learner });
}
