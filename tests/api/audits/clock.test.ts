import { randomUUID } from 'node:crypto';
import { addDays, dayOf } from '@xuzheng/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApiKey } from '../../../api/src/commands/manage-api-keys.ts';
import type { StaffUnderTest } from '../app-under-test.ts';
import { CLEAR, desk, seen, type Case, type Desk } from './desk-ground.ts';

let place: Desk;
let ana: StaffUnderTest;
let ben: StaffUnderTest;
beforeAll(async () => {
  place = await desk();
  ana = await place.world.staff('ana-auditor', ['auditor']);
  ben = await place.world.staff('ben-senior', ['seniorAuditor']);
});

const pathOf = ({ auditId }: Case, what: string): string => `/api/audits/${auditId}/${what}`;
const caseOf = async ({ auditId }: Case) =>
  (await ana.browser.get(`/api/audits/${auditId}`)).json();
const asking = (part: object = {}) => ({
  ...{ commandId: randomUUID(), reasonCode: 'evidenceAsked', workingDays: 8 },
  ...{ words: '请补充本人当天在项目上的说明。', ...part },
});

describe('the clock is paused with a reason', () => {
  test('learner and auditor see reason, words and when it ends at the latest', async () => {
    const one = await place.inAudit('materials');
    expect((await ana.browser.post(pathOf(one, 'pause'), asking())).statusCode).toBe(200);
    const shown = await caseOf(one);
    expect(shown.clock).toMatchObject({
      clock: 'paused',
      pause: { reasonCode: 'evidenceAsked', words: '请补充本人当天在项目上的说明。' },
    });
    expect(shown.explanation.sentence.zh).toContain('审核计时已暂停');
    expect(shown.explanation.dueAt).toBe(shown.clock.pause.until);
    expect(shown.permitted).toEqual(expect.arrayContaining(['accept', 'resumeAudit']));
    expect(shown.permitted).not.toContain('pauseAudit');
    const { body } = await ana.browser.get('/api/audits?clock=paused');
    expect(body).toContain('等待学员补充说明');
    const { templates } = await noticesOf(one);
    expect(templates).toContain('evidenceAsked');
  });

  test('support sees who has it, why it stands and since when; integrators no names', async () => {
    const one = await place.inAudit('quality-civil');
    const support = await place.world.staff('support-wei', ['support']);
    const path = `/api/enrolments/${one.enrolmentId}`;
    const running = (await support.browser.get(path)).json().audit;
    expect(running).toMatchObject({ handledBy: null });
    expect(running.clock).toMatchObject({ clock: 'waiting', standsSince: null, pause: null });
    const take = { commandId: randomUUID(), toId: ana.id, note: '' };
    await ana.browser.post(pathOf(one, 'handover'), take);
    await ana.browser.post(pathOf(one, 'pause'), asking());
    const { audit } = (await support.browser.get(path)).json();
    expect(audit.handledBy).toMatchObject({ mine: false, awayUntil: null });
    expect(audit.handledBy.name).not.toBe('');
    // What was written to the learner stays with the case.
    expect(audit.clock.pause).toMatchObject({ reasonCode: 'evidenceAsked', words: null });
    expect(audit.clock.standsSince).toBe(audit.clock.pause.since);
    const given = { name: '对接系统', scopes: ['enrolments.read' as const], createdBy: support.id };
    const { key } = await createApiKey(place.world.deps, given);
    const headers = { authorization: `Bearer ${key}` };
    const outside = await place.world.app.inject({ method: 'GET', url: path, headers });
    expect(outside.json()).toMatchObject({ id: one.enrolmentId, audit: null });

    expect((await ana.browser.post(pathOf(one, 'accept'), seen(0))).statusCode).toBe(200);
    expect((await support.browser.get(path)).json().audit).toBeNull();
    const row = await place.ground.db
      .selectFrom('audits')
      .select(['pausedAt', 'pause', 'closedAs'])
      .where('id', '=', one.auditId)
      .executeTakeFirst();
    expect(row).toEqual({ pausedAt: null, pause: null, closedAs: 'accepted' });
    const question = await place.ground.db
      .selectFrom('evidenceRequests')
      .select('state')
      .where('enrolmentId', '=', one.enrolmentId)
      .executeTakeFirst();
    expect(question?.state).toBe('lapsed');
  });

  test('asking for something says what; a pause beyond the policy’s maximum is refused', async () => {
    const one = await place.inAudit('labour');
    const silent = await ana.browser.post(pathOf(one, 'pause'), asking({ words: ' ' }));
    expect(silent.json()).toMatchObject({ status: 422, code: 'audit/explanationMissing' });
    const long = await ana.browser.post(pathOf(one, 'pause'), asking({ workingDays: 11 }));
    expect(long.json()).toMatchObject({ status: 422, code: 'audit/pauseTooLong' });
    expect((await caseOf(one)).clock.pause).toBeNull();
  });

  test('nothing adverse is signed while it stands still, and anyone of the desk lets it go on', async () => {
    const one = await place.inAudit('machinery');
    await ana.browser.post(pathOf(one, 'clear-proposal'), { ...seen(0), ...CLEAR });
    await ana.browser.post(pathOf(one, 'pause'), asking());
    const signed = await ben.browser.post(pathOf(one, 'clear-signature'), seen(0));
    expect(signed.json()).toMatchObject({ status: 409, code: 'audit/paused' });
    const on = { commandId: randomUUID() };
    expect((await ben.browser.delete(pathOf(one, 'pause'), on)).statusCode).toBe(200);
    expect((await ben.browser.post(pathOf(one, 'clear-signature'), seen(0))).statusCode).toBe(200);
  });
});

describe('a case has an owner, and none waits for somebody absent', () => {
  const give = (one: Case, by: StaffUnderTest, toId: string | null, note = '') =>
    by.browser.post(pathOf(one, 'handover'), { commandId: randomUUID(), toId, note });
  const queueOf = async (by: StaffUnderTest, handledBy: 'me' | 'nobody'): Promise<string[]> =>
    (await by.browser.get(`/api/audits?limit=100&handledBy=${handledBy}`))
      .json()
      .items.map(({ id }: { id: string }) => id);

  test('taken, handed over with a note, and given back to everybody', async () => {
    const one = await place.inAudit('standards');
    expect((await give(one, ana, ana.id)).statusCode).toBe(204);
    expect(await queueOf(ana, 'me')).toContain(one.auditId);
    const silent = await give(one, ana, ben.id);
    expect(silent.json()).toMatchObject({ status: 422, code: 'audit/explanationMissing' });
    expect((await give(one, ana, ben.id, '入场照片请再核对一次')).statusCode).toBe(204);
    const shown = await caseOf(one);
    expect(shown.handledBy).toMatchObject({ mine: false, awayUntil: null });
    const notes = shown.handovers.map(({ note }: { note: string | null }) => note);
    expect(notes).toContain('入场照片请再核对一次');
    expect(await queueOf(ben, 'me')).toContain(one.auditId);
    expect((await give(one, ben, null)).statusCode).toBe(204);
    expect(await queueOf(ana, 'nobody')).toContain(one.auditId);
  });

  test('the deputy has the cases of somebody away; without one they are everybody’s', async () => {
    const cho = await place.world.staff('cho-auditor', ['auditor']);
    const dai = await place.world.staff('dai-auditor', ['auditor']);
    const one = await place.inAudit('documents');
    await give(one, cho, cho.id);
    const today = dayOf(place.world.deps.clock.now());
    const days = { staffId: cho.id, fromOn: today, untilOn: addDays(today, 6) };
    const plan = (by: StaffUnderTest, deputyId: string | null) =>
      by.browser.post('/api/absences', { commandId: randomUUID(), ...days, deputyId });
    expect((await plan(ana, dai.id)).statusCode).toBe(403);
    const planned = await plan(ben, dai.id);
    expect(planned.statusCode).toBe(201);
    expect(await queueOf(cho, 'me')).not.toContain(one.auditId);
    expect(await queueOf(dai, 'me')).toContain(one.auditId);
    expect((await caseOf(one)).handledBy).toMatchObject({ awayUntil: days.untilOn });
    const refused = await give(one, ana, cho.id, '请处理这一件');
    expect(refused.json()).toMatchObject({ status: 422, code: 'audit/receiverUnfit' });

    await cho.browser.delete(`/api/absences/${planned.json().id}`);
    expect(await queueOf(cho, 'me')).toContain(one.auditId);
    expect((await plan(cho, null)).statusCode).toBe(201);
    expect(await queueOf(ana, 'nobody')).toContain(one.auditId);
    expect((await caseOf(one)).handledBy).toMatchObject({ name: null, awayUntil: days.untilOn });
  });

  test('an absence in the past or of a year is refused', async () => {
    const today = dayOf(place.world.deps.clock.now());
    const ask = (fromOn: string, untilOn: string) =>
      ana.browser.post('/api/absences', {
        ...{ commandId: randomUUID(), staffId: ana.id, deputyId: null, fromOn, untilOn },
      });
    for (const days of [
      [addDays(today, -3), addDays(today, -1)],
      [addDays(today, 2), addDays(today, 1)],
      [today, addDays(today, 92)],
    ] as const)
      expect((await ask(...days)).json()).toMatchObject({ status: 422, code: 'absence/invalid' });
  });
});

describe('a published year', () => {
  const year = (part: object = {}) => ({
    ...{ year: 2027, note: '国务院办公厅关于 2027 年放假安排的通知' },
    csv: '2027-01-01~2027-01-03,放假,元旦\n2027-02-06至2027-02-12,放假,春节\n2027-02-14,上班,春节',
    ...part,
  });

  test('is seen with the audits it moves before it is published, and moves them then', async () => {
    const root = await place.world.staff('root', ['admin']);
    const { items } = (await root.browser.get('/api/calendars')).json();
    const baseVersion: number = items[0].version;
    const preview = await root.browser.post('/api/calendars/preview', year({ baseVersion }));
    expect(preview.json()).toMatchObject({
      ...{ version: baseVersion + 1, publishedThrough: '2027-12-31', problems: [] },
      audits: { later: 0, earlier: 0, struckAtOnce: 0 },
    });
    expect(preview.json().changes).toHaveLength(11);
    const published = await root.browser.post('/api/calendars', year({ baseVersion }));
    expect([published.statusCode, published.json()]).toEqual([201, { version: baseVersion + 1 }]);
    const again = await root.browser.post('/api/calendars', year({ baseVersion }));
    expect(again.json()).toMatchObject({ status: 409, code: 'request/conflict' });
    const same = await root.browser.post('/api/calendars', year({ baseVersion: baseVersion + 1 }));
    expect(same.json()).toMatchObject({ status: 422, code: 'calendar/invalid' });
    const [newest] = (await root.browser.get('/api/calendars')).json().items;
    expect(newest).toMatchObject({ publishedThrough: '2027-12-31', note: year().note });
  });

  test('with a mistake says which line, and is not published', async () => {
    const root = await place.world.staff('root-two', ['admin']);
    const [{ version: baseVersion }] = (await root.browser.get('/api/calendars')).json().items;
    const wrong = year({ baseVersion, year: 2028, csv: '2028-02-30,放假,春节' });
    const { problems } = (await root.browser.post('/api/calendars/preview', wrong)).json();
    expect(problems).toEqual([
      { line: 1, sentence: expect.objectContaining({ zh: '没有这一天' }) },
    ]);
    expect((await root.browser.post('/api/calendars', wrong)).statusCode).toBe(422);
  });
});

async function noticesOf({ enrolmentId }: Case) {
  const rows = await place.ground.db
    .selectFrom('notices')
    .select('template')
    .where('enrolmentId', '=', enrolmentId)
    .execute();
  return { templates: rows.map((row) => row.template) };
}
