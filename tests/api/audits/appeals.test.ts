import { randomUUID } from 'node:crypto';
import { fastPolicy } from '@xuzheng/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import type { StaffUnderTest } from '../app-under-test.ts';
import {
  clearHours,
  commandBy,
  enrolmentOf,
  PERSON,
  STAFF,
  until,
  writeText,
} from '../process/people.ts';
import { desk, type Desk } from './desk-ground.ts';

/** Windows long enough to look at a case, short enough to see a deadline pass. */
const POLICY = fastPolicy({
  id: 'appealed',
  audit: { dueWorkingDays: 30, overdueWorkingDays: 50, workingDayMs: 1_000 },
});
const EMPLOYER = '市政一公司第三项目部';

let place: Desk;
let cho: StaffUnderTest;
beforeAll(async () => {
  place = await desk(POLICY);
  cho = await place.world.staff('cho-senior', ['seniorAuditor']);
});

/** A cleared case, its decider's name and the learner's in every text, appealed. */
async function appealed(post: string): Promise<{ enrolmentId: string; appealId: string }> {
  const { ground } = place;
  const { enrolmentId, auditId } = await place.inAudit(post);
  const { db } = ground;
  await db
    .updateTable('enrolments')
    .set({ employer: EMPLOYER })
    .where('id', '=', enrolmentId)
    .execute();
  const snapshot = { enrolmentId, epoch: 1, takenAt: new Date(), storageKey: 'sealed/none' };
  const { learnerId, policyId, policyVersion } = await enrolmentOf(ground, enrolmentId);
  const lesson = await db.selectFrom('lessons').select('id').executeTakeFirstOrThrow();
  const now = new Date();
  const { id: sessionId } = await db
    .insertInto('studySessions')
    .values({
      ...{ learnerId, enrolmentId, lessonId: lesson.id, epoch: 1, leaseToken: 1 },
      ...{ machine: JSON.stringify({}), startedAt: now, accountedUntil: now, lastBeatAt: now },
      ...{ endedAt: now, policyId, policyVersion },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('snapshots')
    .values({ ...snapshot, learnerId, sessionId, sha256: Buffer.from(auditId), outcome: 'missed' })
    .execute();
  await clearHours(ground, enrolmentId);
  const text = `我是${PERSON.name}（${PERSON.idNumber}，${PERSON.phone}），${EMPLOYER}，审核员 ana 弄错了。`;
  const appealId = randomUUID();
  const textId = await writeText(ground, enrolmentId, text);
  const event = { type: 'FILE_APPEAL', appealId, textId } as const;
  expect(await commandBy(ground, enrolmentId, 'learner:x', event)).toMatchObject({ ok: true });
  return { enrolmentId, appealId };
}

describe('whoever decides an appeal', () => {
  test('sees the evidence and no name, number, phone, employer or id of anybody', async () => {
    const { enrolmentId, appealId } = await appealed('materials');
    const { learnerId } = await enrolmentOf(place.ground, enrolmentId);
    const list = await cho.browser.get('/api/appeals');
    const one = await cho.browser.get(`/api/appeals/${appealId}`);
    const passport = await cho.browser.get(`/api/appeals/${appealId}/passport`);
    expect(one.json().case.snapshots).toHaveLength(1);
    expect(one.json().appeal.text).toContain('弄错了');
    expect(list.json().items).toHaveLength(1);
    const secrets = [
      ...[PERSON.name, PERSON.idNumber, PERSON.phone, EMPLOYER, learnerId, enrolmentId],
      ...[STAFF.ana, STAFF.ben, ' ana ', '"ana"', '"ben"', PERSON.idNumber.slice(0, 6)],
    ];
    for (const { body } of [list, one, passport]) {
      for (const secret of secrets) expect(body.includes(secret), secret).toBe(false);
    }
    expect(one.json().case.portraitUrl).toBe(`/api/appeals/${appealId}/portrait`);
  });

  test('is nobody who touched the case or has declared an interest: they do not even find it', async () => {
    const { enrolmentId, appealId } = await appealed('machinery');
    const { db } = place.ground;
    const finds = async (who: StaffUnderTest): Promise<boolean> =>
      (await who.browser.get('/api/appeals'))
        .json()
        .items.some((item: { id: string }) => item.id === appealId);
    const decide = (who: StaffUnderTest) =>
      who.browser.post(`/api/appeals/${appealId}/decision`, {
        ...{ commandId: randomUUID(), outcome: 'granted', explanation: '照片核对一致，申诉成立。' },
      });
    expect(await finds(cho)).toBe(true);
    const twin = await place.world.staff('twin-of-ana', ['seniorAuditor']);
    // The proposer under a second account: the same ID number behind both.
    const index = place.world.deps.vault.blindIndex('idNumber', '11010519491231002X');
    await db.updateTable('staff').set({ idNumberIndex: index }).where('id', '=', twin.id).execute();
    const context = (await enrolmentOf(place.ground, enrolmentId)).stateContext as object;
    const involved = [STAFF.ana, STAFF.ben, twin.id];
    await db
      .updateTable('enrolments')
      .set({ stateContext: JSON.stringify({ ...context, involved }) })
      .where('id', '=', enrolmentId)
      .execute();
    expect(await finds(twin)).toBe(false);
    expect((await decide(twin)).json()).toMatchObject({ status: 403, code: 'audit/involved' });
    const dai = await place.world.staff('dai-senior', ['seniorAuditor']);
    const declared = { commandId: randomUUID(), reason: '认出了照片上的熟人。' };
    const answer = await dai.browser.post(`/api/appeals/${appealId}/conflict`, declared);
    expect(answer.statusCode).toBe(204);
    expect(await finds(dai)).toBe(false);
    expect((await decide(dai)).json()).toMatchObject({ code: 'audit/conflictDeclared' });
    expect((await decide(cho)).statusCode).toBe(200);
  });

  test('has a clock of their own: past it the appeal is escalated, told, and still undecided', async () => {
    const { enrolmentId, appealId } = await appealed('labour');
    const item = async () =>
      (await cho.browser.get('/api/appeals'))
        .json()
        .items.find((one: { id: string }) => one.id === appealId);
    const { filedAt, dueAt, overdue } = await item();
    expect(Date.parse(dueAt) - Date.parse(filedAt)).toBe(5_000);
    expect(overdue).toBe(false);
    const { db } = place.ground;
    await until('it is escalated', async () =>
      (
        await db
          .selectFrom('journal')
          .select('enrolmentId')
          .where('action', '=', 'process.appealOverdue')
          .execute()
      ).some((row) => row.enrolmentId === enrolmentId),
    );
    expect(await item()).toMatchObject({ overdue: true, state: 'filed' });
    const told = await db
      .selectFrom('notices')
      .select('template')
      .where('enrolmentId', '=', enrolmentId)
      .where('template', '=', 'appealOverdue')
      .execute();
    expect(told).toHaveLength(1);
    expect((await enrolmentOf(place.ground, enrolmentId)).stateTags).toContain('appeal.reviewing');
  });
});
