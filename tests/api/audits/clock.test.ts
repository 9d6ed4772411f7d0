import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
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
    expect(templates).toContain('auditPaused');
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

async function noticesOf({ enrolmentId }: Case) {
  const rows = await place.ground.db
    .selectFrom('notices')
    .select('template')
    .where('enrolmentId', '=', enrolmentId)
    .execute();
  return { templates: rows.map((row) => row.template) };
}
