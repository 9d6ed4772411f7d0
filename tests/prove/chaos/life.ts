import { randomUUID } from 'node:crypto';
import { checkCharacter } from '@xuzheng/engine';
import { hashPassword } from '../../../api/src/crypto/passwords.ts';
import {
  activateLearner,
  openLearnerByIdNumber,
  setProfileCompleted,
} from '../../../api/src/db/learners.ts';
import { announce } from '../../../api/src/outbox/index.ts';
import { signInLearner } from '../../../tools/scenario/learner.ts';
import { accept, enrol, proposeClear, signClear } from '../../../tools/scenario/staff.ts';
import type { Visitor } from '../../../tools/scenario/visitor.ts';
import { auditsOf, completeHours, passExam } from '../../api/process/people.ts';
import { CHAOS_POLICY, type ChaosStage } from './stage.ts';
import { insist, type Standing, type Watch } from './watch.ts';

/** What becomes of a life; every one but the withdrawn ends with a renewed certificate. */
export const FATES = ['accepted', 'overdue', 'relearned', 'appealed', 'withdrawn'] as const;
export type Fate = (typeof FATES)[number];

export interface Life {
  readonly id: string;
  readonly learnerId: string;
  readonly n: number;
  readonly fate: Fate;
  readonly examRequired: boolean;
}

type Ground = { readonly stage: ChaosStage; readonly watch: Watch };

const PASSWORD = 'Hundun-xueyuan-2026';
const PASSWORD_HASH = await hashPassword(PASSWORD);

const has = (tag: string) => (standing: Standing) => standing.tags.includes(tag);

function idNumberOf(n: number): string {
  const digits = `99999919900404${String(100 + n)}`;
  return digits + checkCharacter(digits);
}

/** Enrols by the API; the second try of a lost answer is refused as a duplicate, and found. */
async function begin({ stage }: Ground, n: number, fate: Fate): Promise<Life> {
  const { db, vault, studyYear, registrar } = stage;
  const examRequired = n % 2 === 0;
  const post = examRequired ? ('construction-civil' as const) : ('documents' as const);
  const person = { idNumber: idNumberOf(n), name: '王小明', phone: `13${String(900_000_000 + n)}` };
  const found = async () => {
    const learner = await openLearnerByIdNumber(db, vault, person.idNumber);
    return learner && one(db, learner.id);
  };
  const asked = { ...person, post, studyYear, policyId: CHAOS_POLICY.id };
  await insist(
    'enrolment',
    () => enrol(registrar, { ...asked, originalNumber: `旧证-${n}` }),
    async () => (await found()) !== undefined,
  );
  let row: { id: string; learnerId: string } | undefined;
  await insist(
    'enrolment found',
    async () => void (row = await found()),
    () => row !== undefined,
  );
  if (row === undefined) throw new Error('enrolled, and nowhere to be found');
  return { ...row, n, fate, examRequired };
}

const one = (db: ChaosStage['db'], learnerId: string) =>
  db
    .selectFrom('enrolments')
    .select(['id', 'learnerId'])
    .where('learnerId', '=', learnerId)
    .executeTakeFirst();

/** Account and profile, written as the commands write them: one transaction, and the process told. */
async function settleIn({ stage: { db } }: Ground, life: Life): Promise<void> {
  await insist(
    'activation',
    () =>
      db.transaction().execute(async (trx) => {
        await activateLearner(trx, life.learnerId, PASSWORD_HASH, new Date());
        await setProfileCompleted(trx, life.learnerId, new Date());
        await announce(trx, life.id, 'milestonesChanged');
      }),
    () => false,
  );
}

async function study({ stage, watch }: Ground, life: Life, epoch: number): Promise<void> {
  await watch.until(life.id, `epoch ${epoch}`, (standing) => standing.epoch === epoch);
  await insist(
    'hours',
    () => completeHours(stage, life.id, epoch),
    () => watch.of(life.id)?.hoursComplete === true,
  );
}

const openAudit = async ({ stage }: Ground, { id }: Life): Promise<string> => {
  let auditId: string | undefined;
  await insist(
    'the open audit',
    async () => void (auditId = (await auditsOf(stage, id)).find((row) => !row.closedAt)?.id),
    () => false,
  );
  if (auditId === undefined) throw new Error('the audit is open and is not');
  return auditId;
};

async function acceptIt(ground: Ground, life: Life): Promise<void> {
  const { stage, watch } = ground;
  await watch.until(life.id, 'audit.open', has('audit.open'));
  const auditId = await openAudit(ground, life);
  await insist(
    'acceptance',
    () => accept(stage.auditor, auditId),
    () => has('audit.accepted')(watch.of(life.id) ?? { tags: [], epoch: 0, hoursComplete: false }),
  );
}

async function clearIt(ground: Ground, life: Life): Promise<void> {
  const { stage, watch } = ground;
  await watch.until(life.id, 'audit.open', has('audit.open'));
  const auditId = await openAudit(ground, life);
  const words = { reasonCode: 'impersonation', explanation: '抓拍照片与头像不是同一人。' } as const;
  const stands = (tag: string) => () => watch.of(life.id)?.tags.includes(tag) === true;
  await insist(
    'proposal',
    () => proposeClear(stage.auditor, auditId, words),
    stands('audit.decision.clearProposed'),
  );
  await insist('signature', () => signClear(stage.senior, auditId), stands('audit.cleared'));
  await watch.until(life.id, 'audit.cleared', has('audit.cleared'));
}

const inPath = (id: string) => ({ params: { path: { id } } });

async function appealIt({ stage, watch }: Ground, life: Life, me: Visitor): Promise<void> {
  const commandId = randomUUID();
  const stands = (tag: string) => () => watch.of(life.id)?.tags.includes(tag) === true;
  const body = { commandId, text: '全部由我本人学习,请核对入场照片。' };
  await insist(
    'appeal',
    () => me.api.take(me.api.POST('/api/me/enrolments/{id}/appeal', { ...inPath(life.id), body })),
    stands('appeal.reviewing'),
  );
  await watch.until(life.id, 'appeal.reviewing', has('appeal.reviewing'));
  const { reviewer } = stage;
  const decision = {
    commandId: randomUUID(),
    outcome: 'granted' as const,
    explanation: '入场照片与头像一致,原结论不成立。',
  };
  await insist(
    'grant',
    () =>
      reviewer.api.take(
        reviewer.api.POST('/api/appeals/{id}/decision', { ...inPath(commandId), body: decision }),
      ),
    stands('appeal.granted'),
  );
}

async function renewIt({ watch }: Ground, life: Life, me: Visitor): Promise<void> {
  const stands = (...tags: string[]) =>
    tags.some((tag) => watch.of(life.id)?.tags.includes(`renewal.${tag}`) === true);
  const path = inPath(life.id);
  await watch.until(life.id, 'renewal.available', has('renewal.available'));
  // A registry that was never reached leaves the renewal open again: whoever sees that presses again.
  while (!stands('renewed')) {
    const body = { commandId: randomUUID() };
    let taken = false;
    await insist(
      'renewal',
      async () => {
        await me.api.take(me.api.POST('/api/me/enrolments/{id}/renewal', { ...path, body }));
        taken = true;
      },
      () => taken || stands('requesting', 'reconciling', 'renewed'),
    );
    await watch.until(
      life.id,
      'renewal.renewed',
      (standing) => has('renewal.renewed')(standing) || has('renewal.available')(standing),
    );
  }
}

async function signIn({ stage }: Ground, { n }: Life): Promise<Visitor> {
  let me: Visitor | undefined;
  const role = { idNumber: idNumberOf(n), name: '王小明', password: PASSWORD, face: 1 };
  await insist(
    'sign-in',
    async () => void (me = await signInLearner(stage.product.url, role)),
    () => me !== undefined,
  );
  return me as Visitor;
}

async function decide(ground: Ground, life: Life, me: Visitor): Promise<void> {
  const { watch } = ground;
  if (life.fate === 'overdue') await watch.until(life.id, 'overdue', has('audit.clock.overdue'));
  if (life.fate !== 'relearned' && life.fate !== 'appealed') return acceptIt(ground, life);
  await clearIt(ground, life);
  if (life.fate === 'appealed') return appealIt(ground, life, me);
  await study(ground, life, 2);
  await acceptIt(ground, life);
}

/** Lives one life to its end through the API, whatever dies around it. */
export async function liveThrough(ground: Ground, n: number): Promise<Life> {
  const fate = FATES[n % FATES.length] ?? 'accepted';
  const life = await begin(ground, n, fate);
  await settleIn(ground, life);
  const me = await signIn(ground, life);
  if (fate === 'withdrawn') {
    await withdraw(ground, life, me);
    return life;
  }
  await study(ground, life, 1);
  if (life.examRequired) {
    await ground.watch.until(life.id, 'exam.open', has('exam.open'));
    await insist(
      'exam',
      () => passExam(ground.stage, life.id),
      () => false,
    );
  }
  await decide(ground, life, me);
  await renewIt(ground, life, me);
  return life;
}

async function withdraw({ watch }: Ground, life: Life, me: Visitor): Promise<void> {
  const body = { commandId: randomUUID() };
  await watch.until(life.id, 'hours.studying', has('hours.studying'));
  await insist(
    'withdrawal',
    () =>
      me.api.take(me.api.POST('/api/me/enrolments/{id}/withdrawal', { ...inPath(life.id), body })),
    () => watch.of(life.id)?.tags.includes('closed.withdrawn') === true,
  );
  await watch.until(life.id, 'closed.withdrawn', has('closed.withdrawn'));
}
