import { randomUUID } from 'node:crypto';
import { balanceOf, fastPolicy, startOfDay } from '@xuzheng/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { ledgerOf } from '../../../api/src/db/hour-ledger.ts';
import { progressOfEnrolment } from '../../../api/src/db/lesson-progress.ts';
import type { StaffUnderTest } from '../app-under-test.ts';
import {
  acceptHours,
  auditsOf,
  completeHours,
  enrolmentOf,
  LESSONS,
  until,
  untilTag,
} from '../process/people.ts';
import { CLEAR, desk, seen, type Case, type Desk } from './desk-ground.ts';

/** Windows long enough for a slow machine; every scope of a clear is allowed. */
const POLICY = fastPolicy({
  id: 'clearing',
  audit: { dueWorkingDays: 3, overdueWorkingDays: 5, workingDayMs: 60_000 },
});

let place: Desk;
let ana: StaffUnderTest;
let ben: StaffUnderTest;
beforeAll(async () => {
  place = await desk(POLICY);
  ana = await place.world.staff('ana-auditor', ['seniorAuditor']);
  ben = await place.world.staff('ben-senior', ['seniorAuditor']);
});

const at = (auditId: string, what: string): string => `/api/audits/${auditId}/${what}`;

/** Sessions of the first lesson: the first half by one, the second by another. */
async function studiedInTwo(id: string): Promise<[string, string]> {
  const { db } = place.ground;
  const { learnerId, policyId, policyVersion } = await enrolmentOf(place.ground, id);
  const began = new Date(startOfDay('2020-10-09'));
  const sessions: string[] = [];
  for (const [from, to] of [
    [0, 1_350],
    [1_350, 2_700],
  ] as const) {
    const row = await db
      .insertInto('studySessions')
      .values({
        ...{ learnerId, enrolmentId: id, lessonId: LESSONS[0], epoch: 1, leaseToken: 1 },
        ...{ machine: JSON.stringify({}), startedAt: began, accountedUntil: began },
        ...{ lastBeatAt: began, endedAt: began, policyId, policyVersion },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const span = { startedAt: began, endedAt: new Date(began.getTime() + (to - from) * 1000) };
    await db
      .insertInto('studySegments')
      .values({
        sessionId: row.id,
        n: 0,
        kind: 'credited',
        ...span,
        lessonFrom: from,
        lessonTo: to,
      })
      .execute();
    sessions.push(row.id);
  }
  return sessions as [string, string];
}

async function clear(auditId: string, scope?: object): Promise<void> {
  const proposal = { ...seen(0), ...CLEAR, ...(scope ? { scope } : {}) };
  const proposed = await ana.browser.post(at(auditId, 'clear-proposal'), proposal);
  expect(proposed.json()).toMatchObject({ tags: expect.any(Array) });
  const signed = await ben.browser.post(at(auditId, 'clear-signature'), seen(0));
  expect(signed.statusCode).toBe(200);
}

const lessonsDone = async (id: string): Promise<boolean[]> => {
  const progress = await progressOfEnrolment(place.ground.db, { enrolmentId: id, epoch: 2 });
  return LESSONS.map((lesson) => (progress.get(lesson)?.completedAt ?? null) !== null);
};

describe('how much a clear takes', () => {
  test('what each scope costs is shown before anyone signs', async () => {
    const { auditId, enrolmentId } = await place.inAudit('quality-civil');
    const [first] = await studiedInTwo(enrolmentId);
    await place.ground.db
      .insertInto('findings')
      .values({
        ...{ enrolmentId, epoch: 1, kind: 'impersonation', strength: 'strong', seconds: 1_350 },
        ...{ sentence: '本次学习有 3 次识别到非本人面部。', ruleVersion: 'findings-1', key: 'x' },
        evidence: JSON.stringify({ sessions: [first], checks: [] }),
      })
      .execute();
    const { scopes } = (await ana.browser.get(at(auditId, 'clear-options'))).json();
    const costs = scopes.map((one: { kind: string; cost: { clearedSeconds: number } }) => [
      one.kind,
      one.cost.clearedSeconds,
    ]);
    expect(costs).toEqual([
      ['wholeYear', 5_400],
      ['course', 5_400],
      ['lesson', 2_700],
      ['segments', 1_350],
    ]);
    expect(scopes[0].cost.sentence).toBe('可疑 22 分钟;全部清除将损失 1 小时 30 分');
    const answer = await ana.browser.post(at(auditId, 'clear-cost'), {
      scope: { kind: 'segments', ids: [first] },
    });
    expect(answer.json()).toMatchObject({
      sentence: '可疑 22 分钟;部分清除将损失 22 分钟,保留 1 小时 7 分',
    });
    const { scope: _, ...whole } = { ...CLEAR, scope: null };
    await ana.browser.post(at(auditId, 'clear-proposal'), { ...seen(0), ...whole });
    const shown = (await ben.browser.get(`/api/audits/${auditId}`)).json();
    expect(shown.proposal).toMatchObject({
      scope: { kind: 'wholeYear' },
      cost: { clearedSeconds: 5_400 },
    });
  });

  test('a lesson alone: the rest stands, is relearned by nobody, and the SMS names the part', async () => {
    const { auditId, enrolmentId } = await place.inAudit('machinery');
    await clear(auditId, { kind: 'lesson', ids: [LESSONS[0]] });
    expect(await enrolmentOf(place.ground, enrolmentId)).toMatchObject({ epoch: 2 });
    expect(await lessonsDone(enrolmentId)).toEqual([false, true]);
    const ledger = await ledgerOf(place.ground.db, enrolmentId);
    expect(balanceOf(ledger)).toMatchObject({ studiedSeconds: 2_700, clearedSeconds: 2_700 });
    await until('the SMS names the part', () =>
      place.ground.sent.some(
        ({ body }) =>
          body.includes('机械员岗位2020年度学时中的“第 1 讲”') && !body.includes('作弊'),
      ),
    );
    await completeHours(place.ground, enrolmentId, 2);
    await untilTag(place.ground, enrolmentId, 'audit.open');
    expect(await acceptHours(place.ground, enrolmentId)).toMatchObject({ ok: true });
    const after = balanceOf(await ledgerOf(place.ground.db, enrolmentId));
    expect(after).toMatchObject({ studiedSeconds: 5_400, creditedSeconds: 5_400 });
    const [first, second] = await auditsOf(place.ground, enrolmentId);
    expect(second).toMatchObject({ n: 2, epoch: 2 });
    expect(second?.dueAt.getTime()).toBeGreaterThan(first?.dueAt.getTime() ?? 0);
  });

  test('one session alone: its stretch is open again, the closed epoch is kept as it was', async () => {
    const { auditId, enrolmentId } = await place.inAudit('labour');
    const [first] = await studiedInTwo(enrolmentId);
    await clear(auditId, { kind: 'segments', ids: [first] });
    const key = { enrolmentId, epoch: 2 };
    const now = await progressOfEnrolment(place.ground.db, key);
    expect(now.get(LESSONS[0])).toMatchObject({ watched: [[1_350, 2_700]], completedAt: null });
    const before = await progressOfEnrolment(place.ground.db, { ...key, epoch: 1 });
    expect(before.get(LESSONS[0])).toMatchObject({ watched: [[0, 2_700]] });
    const balance = balanceOf(await ledgerOf(place.ground.db, enrolmentId));
    expect(balance).toMatchObject({ studiedSeconds: 4_050, clearedSeconds: 1_350 });
    const verdict = await place.ground.db
      .selectFrom('verdicts')
      .select('scope')
      .where('enrolmentId', '=', enrolmentId)
      .executeTakeFirstOrThrow();
    expect(verdict.scope).toEqual({ kind: 'segments', ids: [first] });
  });

  test('the policy says which scopes there are; a part that holds nothing is refused', async () => {
    const { auditId } = await place.inAudit('documents');
    const ask = async (scope: object) =>
      (
        await ana.browser.post(at(auditId, 'clear-proposal'), { ...seen(0), ...CLEAR, scope })
      ).json();
    const nothing = { kind: 'lesson', ids: [randomUUID()] };
    expect(await ask(nothing)).toMatchObject({ status: 422, code: 'audit/scopeEmpty' });
    const { db } = place.ground;
    const strict = { ...POLICY, id: 'strict', clearScopes: ['wholeYear'] };
    await db
      .insertInto('policies')
      .values({ id: 'strict', version: 1, effectiveOn: '2020-01-01', body: JSON.stringify(strict) })
      .execute();
    const { enrolmentId } = await caseOf(auditId);
    await db
      .updateTable('enrolments')
      .set({ policyId: 'strict' })
      .where('id', '=', enrolmentId)
      .execute();
    const part = { kind: 'lesson', ids: [LESSONS[0]] };
    expect(await ask(part)).toMatchObject({ status: 422, code: 'audit/scopeNotAllowed' });
    const { scopes } = (await ana.browser.get(at(auditId, 'clear-options'))).json();
    expect(scopes.map((one: { kind: string }) => one.kind)).toEqual(['wholeYear']);
  });
});

const caseOf = (auditId: string): Promise<Pick<Case, 'enrolmentId'>> =>
  place.ground.db
    .selectFrom('audits')
    .select('enrolmentId')
    .where('id', '=', auditId)
    .executeTakeFirstOrThrow();

describe('a declared conflict of interest', () => {
  const inQueueOf = async (who: StaffUnderTest, auditId: string): Promise<boolean> =>
    (await who.browser.get('/api/audits?limit=100'))
      .json()
      .items.some((item: { id: string }) => item.id === auditId);
  const declare = (who: StaffUnderTest, address: string) =>
    who.browser.post(address, { commandId: randomUUID(), reason: '学员是我的亲属。' });

  test('takes the case from the queue: no acceptance, no proposal, no signature', async () => {
    const { auditId, enrolmentId } = await place.inAudit('standards');
    const dai = await place.world.staff('dai-senior', ['seniorAuditor']);
    expect(await inQueueOf(dai, auditId)).toBe(true);
    expect((await declare(dai, at(auditId, 'conflict'))).statusCode).toBe(204);
    expect((await declare(dai, at(auditId, 'conflict'))).statusCode).toBe(204);
    expect(await inQueueOf(dai, auditId)).toBe(false);
    expect(await inQueueOf(ana, auditId)).toBe(true);
    const refused = { status: 403, code: 'audit/conflictDeclared' };
    const accepted = await dai.browser.post(at(auditId, 'accept'), seen(0));
    expect(accepted.json()).toMatchObject(refused);
    const proposal = await dai.browser.post(at(auditId, 'clear-proposal'), {
      ...seen(0),
      ...CLEAR,
    });
    expect(proposal.json()).toMatchObject(refused);
    await ana.browser.post(at(auditId, 'clear-proposal'), { ...seen(0), ...CLEAR });
    const signed = await dai.browser.post(at(auditId, 'clear-signature'), seen(0));
    expect(signed.json()).toMatchObject(refused);
    const shown = (await dai.browser.get(`/api/audits/${auditId}`)).json();
    expect(shown).toMatchObject({ permitted: [], conflict: { code: 'audit/conflictDeclared' } });
    expect(await enrolmentOf(place.ground, enrolmentId)).toMatchObject({ epoch: 1 });
  });

  test('by who has proposed: the proposal goes off the table with it', async () => {
    const { auditId } = await place.inAudit('materials');
    await ana.browser.post(at(auditId, 'clear-proposal'), { ...seen(0), ...CLEAR });
    expect((await declare(ana, at(auditId, 'conflict'))).statusCode).toBe(204);
    expect((await ben.browser.get(`/api/audits/${auditId}`)).json().proposal).toBeNull();
  });

  test('one’s own case and one’s employer’s are in nobody’s queue by themselves', async () => {
    const { auditId, enrolmentId } = await place.inAudit('quality-municipal');
    const { db } = place.ground;
    const eve = await place.world.staff('eve-auditor', ['auditor']);
    expect(await inQueueOf(eve, auditId)).toBe(true);
    const index = place.world.deps.vault.blindIndex('idNumber', '110101199003070011');
    const setEve = (values: object) =>
      db.updateTable('staff').set(values).where('id', '=', eve.id).execute();
    await setEve({ idNumberIndex: index });
    expect(await inQueueOf(eve, auditId)).toBe(false);
    await setEve({ idNumberIndex: null, employer: '市政一公司' });
    expect(await inQueueOf(eve, auditId)).toBe(true);
    await db
      .updateTable('enrolments')
      .set({ employer: '市政一公司' })
      .where('id', '=', enrolmentId)
      .execute();
    expect(await inQueueOf(eve, auditId)).toBe(false);
  });
});
