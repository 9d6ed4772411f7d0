import { randomUUID } from 'node:crypto';
import { studiedEntry, type Policy } from '@xuzheng/engine';
import type { CommandRequest } from '@xuzheng/workflows';
import { insertCaseText } from '../../../api/src/db/case-texts.ts';
import {
  noteExamPassed,
  noteHoursCompleted,
  raiseEvidenceVersion,
} from '../../../api/src/db/enrolments-studied.ts';
import { appendLedger, ledgerOf } from '../../../api/src/db/hour-ledger.ts';
import {
  activateLearner,
  findOrInsertLearner,
  openLearner,
  setProfileCompleted,
} from '../../../api/src/db/learners.ts';
import { saveProgress } from '../../../api/src/db/lesson-progress.ts';
import { announce } from '../../../api/src/outbox/index.ts';
import { FAST_POLICY, idOf, type ProcessGround } from './process-ground.ts';

/** A person of the tests; the ID number is one of the well-formed examples. */
export const PERSON = {
  idNumber: '110101199003070011',
  name: '王小明',
  phone: '13800138000',
} as const;

export const STAFF = {
  ana: idOf('ana'),
  ben: idOf('ben'),
  cho: idOf('cho'),
  dai: idOf('dai'),
} as const;
export const LESSONS = [idOf('lesson one'), idOf('lesson two')] as const;
const COURSE = idOf('course');

type Books = Pick<ProcessGround, 'db'>;

/** Staff, one course of two lessons of 45 minutes, and the policies. */
export async function furnish({ db }: Books, ...policies: Policy[]): Promise<void> {
  await furnishCourse({ db }, FAST_POLICY, ...policies);
  for (const [login, id] of Object.entries(STAFF)) {
    const sealed = Buffer.alloc(1);
    const person = { id, login, displayName: login, passwordHash: '-', totpSecretSealed: sealed };
    await db
      .insertInto('staff')
      .values({ ...person, roles: ['seniorAuditor'] })
      .execute();
  }
}

/** One course of two lessons of 45 minutes, and the policies: for a ground that hires its own staff. */
export async function furnishCourse({ db }: Books, ...policies: Policy[]): Promise<void> {
  for (const policy of policies) {
    const { id, version } = policy;
    const body = JSON.stringify(policy);
    await db
      .insertInto('policies')
      .values({ id, version, effectiveOn: '2020-01-01', body })
      .execute();
  }
  const course = { id: COURSE, title: '高处作业安全', kind: 'professional', studyYear: 2020 };
  await db
    .insertInto('courses')
    .values({ ...course, posts: ['construction-civil'] })
    .execute();
  for (const [n, id] of LESSONS.entries()) {
    const lesson = { id, courseId: COURSE, position: n + 1, title: `第 ${n + 1} 讲` };
    await db
      .insertInto('lessons')
      .values({ ...lesson, durationSeconds: 2_700, webmKey: 'plain/none' })
      .execute();
  }
}

export type Enrolling = {
  readonly policy?: Policy;
  readonly examRequired?: boolean;
  readonly post?: string;
  readonly person?: { readonly idNumber: string; readonly name: string; readonly phone: string };
  readonly ready?: boolean;
  readonly yearEndsOn?: string;
  readonly id?: string;
  /** False leaves out what begins the process: a message that was lost. */
  readonly told?: boolean;
};

/** Enrols a person the way the enrol command does: row and outbox in one transaction. */
export async function enrol(
  ground: Pick<ProcessGround, 'db' | 'vault'>,
  options: Enrolling = {},
): Promise<string> {
  const { db, vault } = ground;
  const { policy = FAST_POLICY, examRequired = true, post = 'construction-civil' } = options;
  const now = new Date();
  return db.transaction().execute(async (trx) => {
    const person = { ...(options.person ?? PERSON), createdAt: now };
    const { id: learnerId } = await findOrInsertLearner(trx, vault, person);
    if (options.ready !== false) {
      await activateLearner(trx, learnerId, '-', now);
      await setProfileCompleted(trx, learnerId, now);
    }
    const { id } = await trx
      .insertInto('enrolments')
      .values({
        ...{ learnerId, post, studyYear: 2020, examRequired, createdBy: 'test' },
        ...{ yearStartsOn: '2020-01-01', yearEndsOn: options.yearEndsOn ?? '2099-01-01' },
        ...{ policyId: policy.id, policyVersion: policy.version },
        ...(options.id === undefined ? {} : { id: options.id }),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (options.told !== false) await announce(trx, id, 'enrolmentStarted');
    return id;
  });
}

/** The fact that all lessons of an epoch are complete, written as the study command writes it. */
export async function completeHours(
  { db }: Books,
  id: string,
  epoch = 1,
  at = new Date(),
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const lessonId of LESSONS) {
      const studied = { lessonId, epoch, watchedSeconds: 2_700 };
      const entry = studiedEntry(await ledgerOf(trx, id), studied, at.getTime());
      if (entry !== null) await appendLedger(trx, id, 1, [entry]);
      const whole = { watched: [[0, 2_700] as const], pending: [], watchedSeconds: 2_700 };
      await saveProgress(trx, { enrolmentId: id, epoch, lessonId }, { ...whole, completedAt: at });
    }
    await noteHoursCompleted(trx, { id, epoch }, at);
    await announce(trx, id, 'milestonesChanged');
  });
}

export async function passExam({ db }: Books, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await noteExamPassed(trx, id, new Date());
    await announce(trx, id, 'milestonesChanged');
  });
}

/** New evidence; told to the process, or (as in the instant before) not yet told. */
export async function addEvidence(
  { db }: ProcessGround,
  id: string,
  { told = true } = {},
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await raiseEvidenceVersion(trx, id);
    if (told) await announce(trx, id, 'milestonesChanged');
  });
}

/** Keeps a text about a case, sealed, and gives its id. */
export async function writeText(ground: ProcessGround, id: string, text: string): Promise<string> {
  const { db, vault } = ground;
  const { learnerId } = await enrolmentOf(ground, id);
  const learner = await openLearner(db, vault, learnerId);
  if (learner === undefined) throw new Error('no learner');
  const textId = randomUUID();
  const textSealed = vault.seal(learner.dataKey, text);
  const written = { writtenBy: 'test', writtenAt: new Date() };
  await insertCaseText(db, { id: textId, enrolmentId: id, textSealed, ...written });
  return textId;
}

export const enrolmentOf = ({ db }: Books, id: string) =>
  db.selectFrom('enrolments').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

export const auditsOf = ({ db }: Books, id: string) =>
  db.selectFrom('audits').selectAll().where('enrolmentId', '=', id).orderBy('n').execute();

export const eventsOf = async ({ db }: Books, id: string): Promise<string[]> =>
  (
    await db
      .selectFrom('lifecycleEvents')
      .select('type')
      .where('enrolmentId', '=', id)
      .orderBy('seq')
      .execute()
  ).map((row) => row.type);

/** Waits until something is true; what it waited for is in the error. */
export async function until(
  what: string,
  isTrue: () => Promise<boolean> | boolean,
  withinMs = 45_000,
): Promise<void> {
  for (const end = Date.now() + withinMs; Date.now() < end;) {
    if (await isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`never came true: ${what}`);
}

/** Waits until the written state has a tag. */
export const untilTag = (ground: Books, id: string, tag: string, withinMs?: number) =>
  until(`${tag}`, async () => (await enrolmentOf(ground, id)).stateTags.includes(tag), withinMs);

/** Gives a command with a fresh id. */
export const commandBy = (
  ground: ProcessGround,
  id: string,
  actor: string,
  event: CommandRequest,
) => ground.command(id, { commandId: randomUUID(), event, actor });

/** Proposes and signs a clear by two people on the evidence of now. */
export async function clearHours(ground: ProcessGround, id: string): Promise<void> {
  const { evidenceVersion } = await enrolmentOf(ground, id);
  const textId = await writeText(ground, id, '抓拍照片与头像不是同一人。');
  const clear = { reasonCode: 'impersonation', textId, findingIds: [], evidenceVersion };
  const proposed = await commandBy(ground, id, `staff:${STAFF.ana}`, {
    ...{ type: 'PROPOSE_CLEAR', by: STAFF.ana, ...clear },
  });
  if (!proposed.ok) throw new Error(proposed.refusal.code);
  const signed = await commandBy(ground, id, `staff:${STAFF.ben}`, {
    ...{ type: 'SIGN_CLEAR', by: STAFF.ben, evidenceVersion },
  });
  if (!signed.ok) throw new Error(signed.refusal.code);
}

/** Accepts the hours on the evidence of now. */
export async function acceptHours(ground: ProcessGround, id: string, by: string = STAFF.ana) {
  const { evidenceVersion } = await enrolmentOf(ground, id);
  return commandBy(ground, id, `staff:${by}`, { type: 'ACCEPT', by, evidenceVersion });
}
