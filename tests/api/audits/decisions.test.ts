import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { StaffUnderTest } from '../app-under-test.ts';
import { addEvidence, enrolmentOf } from '../process/people.ts';
import { CLEAR, desk, seen, type Desk } from './desk-ground.ts';

let place: Desk;
let ana: StaffUnderTest;
let ben: StaffUnderTest;
beforeAll(async () => {
  place = await desk();
  ana = await place.world.staff('ana-auditor', ['auditor']);
  ben = await place.world.staff('ben-senior', ['seniorAuditor']);
});

const at = (auditId: string, what: string): string => `/api/audits/${auditId}/${what}`;

describe('the queue and the case', () => {
  test('an open audit is in the queue, masked, with its clock in working days', async () => {
    const { enrolmentId } = await place.inAudit('quality-civil');
    const answer = await ana.browser.get('/api/audits?limit=100');
    const item = answer
      .json()
      .items.find((one: { enrolmentId: string }) => one.enrolmentId === enrolmentId);
    expect(item).toMatchObject({ holderMasked: '王**', clock: expect.any(String), findings: 0 });
    expect(answer.body).not.toContain('王小明');
    expect(answer.body).not.toContain('110101199003070011');
  });

  test('pages by cursor show every case once', async () => {
    for (const post of ['machinery', 'labour', 'standards']) await place.inAudit(post);
    const whole = (await ana.browser.get('/api/audits?limit=100')).json().items;
    const paged: string[] = [];
    let cursor = '';
    do {
      const page = (await ana.browser.get(`/api/audits?limit=1${cursor}`)).json();
      paged.push(...page.items.map((item: { id: string }) => item.id));
      cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
    } while (cursor);
    expect([...paged].sort()).toEqual(whole.map((item: { id: string }) => item.id).sort());
  });

  test('a cursor that is none is the first page, not a fault', async () => {
    const answer = await ana.browser.get('/api/audits?cursor=sort%3Did%3Bdrop');
    expect(answer.statusCode).toBe(200);
  });

  test('says what the ministry’s portrait said, for a person to decide', async () => {
    const { auditId, enrolmentId } = await place.inAudit('quality-equipment');
    const { db } = place.world.deps;
    const of = async () => (await ana.browser.get(`/api/audits/${auditId}`)).json().portraitMatch;
    expect(await of()).toBeNull();
    const { learnerId } = await enrolmentOf(place.ground, enrolmentId);
    await db
      .insertInto('learnerFiles')
      .values({
        ...{ learnerId, kind: 'portrait', sha256: Buffer.alloc(32), storageKey: 'sealed/none' },
        ...{ contentType: 'image/jpeg', registryMatch: 'absent' },
      })
      .execute();
    expect(await of()).toBe('absent');
  });

  test('a case nobody has is not found', async () => {
    expect((await ana.browser.get(`/api/audits/${randomUUID()}`)).statusCode).toBe(404);
  });
});

describe('a verdict over HTTP', () => {
  test('accepting twice under one command id is one verdict and one answer', async () => {
    const { auditId, enrolmentId } = await place.inAudit('documents');
    const body = seen(0);
    const [first, again] = await Promise.all([
      ana.browser.post(at(auditId, 'accept'), body),
      ana.browser.post(at(auditId, 'accept'), body),
    ]);
    expect([first.statusCode, again.statusCode]).toEqual([200, 200]);
    const later = await ana.browser.post(at(auditId, 'accept'), body);
    expect(later.statusCode).toBe(200);
    const verdicts = await place.world.deps.db
      .selectFrom('verdicts')
      .select('id')
      .where('enrolmentId', '=', enrolmentId)
      .execute();
    expect(verdicts).toHaveLength(1);
  });

  test('another command on a decided case is refused with 409', async () => {
    const { auditId } = await place.inAudit('materials');
    await ana.browser.post(at(auditId, 'accept'), seen(0));
    const answer = await ben.browser.post(at(auditId, 'accept'), seen(0));
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'audit/notOpen' });
  });

  test('evidence the auditor has not seen is refused and nothing changes', async () => {
    const { auditId, enrolmentId } = await place.inAudit('quality-decoration');
    await addEvidence(place.ground, enrolmentId);
    const answer = await ana.browser.post(at(auditId, 'accept'), seen(0));
    expect(answer.json()).toMatchObject({ status: 409, code: 'audit/evidenceStale' });
    const { stateTags } = await enrolmentOf(place.ground, enrolmentId);
    expect(stateTags).toContain('audit.open');
  });

  test('a clear takes two people, and the learner’s exam stays passed', async () => {
    const { auditId, enrolmentId } = await place.inAudit('construction-civil', { exam: true });
    const proposed = await ben.browser.post(at(auditId, 'clear-proposal'), {
      ...seen(0),
      ...CLEAR,
    });
    expect(proposed.statusCode).toBe(200);
    const alone = await ben.browser.post(at(auditId, 'clear-signature'), seen(0));
    expect(alone.json()).toMatchObject({ status: 403, code: 'audit/sameSigner' });
    const cho = await place.world.staff('cho-senior', ['seniorAuditor']);
    expect((await cho.browser.post(at(auditId, 'clear-signature'), seen(0))).statusCode).toBe(200);
    const after = await enrolmentOf(place.ground, enrolmentId);
    expect(after.epoch).toBe(2);
    expect(after.examPassedAt).not.toBeNull();
  });

  test('one person under two accounts does not sign twice', async () => {
    const { auditId } = await place.inAudit('construction-municipal');
    const twin = await place.world.staff('twin-senior', ['seniorAuditor']);
    const index = place.world.deps.vault.blindIndex('idNumber', '11010519491231002X');
    const other = await place.world.staff('twin-again', ['seniorAuditor']);
    // The person behind both accounts: a record the constraint on staff would refuse to make twice.
    await place.world.deps.db
      .updateTable('staff')
      .set({ idNumberIndex: index })
      .where('id', '=', twin.id)
      .execute();
    const twice = place.world.deps.db
      .updateTable('staff')
      .set({ idNumberIndex: index })
      .where('id', '=', other.id)
      .execute();
    await expect(twice).rejects.toThrow(/staff_id_number_index_key/);
    const proposed = await twin.browser.post(at(auditId, 'clear-proposal'), {
      ...seen(0),
      ...CLEAR,
    });
    expect(proposed.statusCode).toBe(200);
  });

  test('nobody decides on themself or on their employer’s staff', async () => {
    const { auditId, enrolmentId } = await place.inAudit('construction-decoration');
    const { db, vault } = place.world.deps;
    const self = await place.world.staff('self-auditor', ['auditor']);
    const index = vault.blindIndex('idNumber', '110101199003070011');
    await db.updateTable('staff').set({ idNumberIndex: index }).where('id', '=', self.id).execute();
    const own = await self.browser.post(at(auditId, 'accept'), seen(0));
    expect(own.json()).toMatchObject({ status: 403, code: 'audit/ownCase' });
    const employer = '同一家公司';
    await db.updateTable('enrolments').set({ employer }).where('id', '=', enrolmentId).execute();
    await db.updateTable('staff').set({ employer }).where('id', '=', ana.id).execute();
    const colleague = await ana.browser.post(at(auditId, 'accept'), seen(0));
    expect(colleague.json()).toMatchObject({ status: 403, code: 'audit/ownEmployer' });
    await db.updateTable('staff').set({ employer: null }).where('id', '=', ana.id).execute();
  });

  test('a clear without a reason the learner can read is refused', async () => {
    const { auditId } = await place.inAudit('construction-equipment');
    const short = { ...seen(0), ...CLEAR, explanation: '作弊' };
    const answer = await ana.browser.post(at(auditId, 'clear-proposal'), short);
    expect(answer.json()).toMatchObject({ status: 422, code: 'audit/explanationMissing' });
    const odd = { ...seen(0), ...CLEAR, reasonCode: 'mood' };
    expect((await ana.browser.post(at(auditId, 'clear-proposal'), odd)).statusCode).toBe(400);
  });
});
