import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listMyEnrolments } from '../../../api/src/commands/study/show-enrolment.ts';
import { readRegistry } from '../../../api/src/config-registry.ts';
import { voidKeyOf } from '../../../api/src/db/certificate-voids.ts';
import { voidCertificates } from '../../../api/src/jobs/void-certificates.ts';
import { createHttpRegistry } from '../../../api/src/registry/index.ts';
import type { Deps } from '../../../api/src/deps.ts';
import type { EnrolmentView } from '../../../api/src/schemas/enrolments.ts';
import { desk, type Desk } from '../audits/desk-ground.ts';
import {
  acceptHours,
  clearHours,
  commandBy,
  completeHours,
  STAFF,
  untilTag,
  writeText,
} from '../process/people.ts';
import type { StaffUnderTest } from '../app-under-test.ts';
import { startRegistry, type RegistryStandIn } from '../../support/registry-stand-in.ts';

let ministry: RegistryStandIn;
let its: Desk;
let admin: StaffUnderTest;
let registrar: StaffUnderTest;
let deps: Deps;
beforeAll(async () => {
  ministry = await startRegistry();
  its = await desk();
  admin = await its.world.staff('admin.lin', ['admin']);
  registrar = await its.world.staff('registrar.xu', ['registrar']);
  const env = { REGISTRY_URL: ministry.url, REGISTRY_KEY: ministry.key.toString('base64') };
  const config = readRegistry({ ...env, REGISTRY_TIMEOUT_MS: '400' }, 'test');
  if (config === null) throw new Error('no configuration');
  const registry = createHttpRegistry(config, { now: () => Date.now(), failures: 100 });
  deps = { ...its.world.deps, registry };
});
afterAll(() => ministry.close());

/** A renewed certificate whose hours were reopened by two people and, unless told so, cleared. */
async function reopened(post: string, isCleared = true): Promise<string> {
  const { ground } = its;
  const { enrolmentId: id } = await its.inAudit(post);
  await acceptHours(ground, id);
  await untilTag(ground, id, 'renewal.available');
  await commandBy(ground, id, 'learner:x', { type: 'RENEW' });
  await untilTag(ground, id, 'renewal.renewed');
  const textId = await writeText(ground, id, '举报：本人未参加学习。');
  const by = { by: STAFF.cho, proposedBy: STAFF.dai, textId };
  await commandBy(ground, id, `staff:${STAFF.cho}`, { type: 'REOPEN', ...by });
  await untilTag(ground, id, 'audit.open');
  if (isCleared) await clearHours(ground, id);
  const { id: certificateId } = await ground.db
    .selectFrom('certificates')
    .select('id')
    .where('enrolmentId', '=', id)
    .where('kind', '=', 'training')
    .executeTakeFirstOrThrow();
  return certificateId;
}

const certificate = (id: string) =>
  deps.db.selectFrom('certificates').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const caseOf = async (certificateId: string) => {
  const { items } = (await admin.browser.get('/api/registry/cases')).json() as {
    items: { certificateId: string; id: string; kind: string; helps: string }[];
  };
  return items.find((item) => item.certificateId === certificateId);
};
const approve = (id: string, reason = '学时经查实非本人学习，已清除。', by = admin) =>
  by.browser.post(`/api/certificates/${id}/registry-void`, { commandId: randomUUID(), reason });

/** What learner and staff are told of the certificate's enrolment: the very same explanation. */
async function besideOf(certificateId: string): Promise<string> {
  const { enrolmentId, learnerId } = await certificate(certificateId);
  const answer = await registrar.browser.get(`/api/enrolments/${enrolmentId}`);
  const { explanation } = answer.json<EnrolmentView>();
  const mine = await listMyEnrolments(its.world.deps, learnerId);
  expect(mine.find(({ id }) => id === enrolmentId)?.explanation).toEqual(explanation);
  expect(explanation).toMatchObject({ stage: 'relearning', primaryAction: 'study' });
  return explanation?.beside.map(({ zh }) => zh).join('') ?? '';
}

describe('a void at the registry', () => {
  test('is nothing that happens by itself: a clear leaves it to a person, by a reason', async () => {
    const id = await reopened('materials');
    expect((await certificate(id)).status).toBe('active');
    expect(await caseOf(id)).toMatchObject({ kind: 'voidNeeded', helps: 'approveVoid' });
    expect(await besideOf(id)).toContain('目前继续有效');
    await voidCertificates(deps);
    expect((await certificate(id)).status).toBe('active');
    expect((await approve(id, '太短')).json().code).toBe('audit/explanationMissing');
    const support = await its.world.staff('support.hu', ['support']);
    expect((await approve(id, undefined, support)).statusCode).toBe(403);

    expect((await approve(id)).statusCode).toBe(201);
    expect((await approve(id)).statusCode).toBe(409);
    expect((await certificate(id)).status).toBe('active');
    expect(await caseOf(id)).toMatchObject({ kind: 'voidWaiting' });
    expect(await besideOf(id)).toContain('办成之前证书状态不变');
    await voidCertificates(deps);
    expect(await besideOf(id)).toContain('已按人工决定作废');
    expect(await certificate(id)).toMatchObject({ status: 'void', successorId: null });
    expect(ministry.voids.get(voidKeyOf(id))).toMatchObject({
      number: (await certificate(id)).number,
    });
    expect(await caseOf(id)).toBeUndefined();
    const told = await deps.db
      .selectFrom('notices')
      .select('key')
      .where('template', '=', 'certificateVoided')
      .execute();
    expect(told.map(({ key }) => key)).toEqual([`void/${id}`]);
  });

  test('hours that stand keep their certificate', async () => {
    const id = await reopened('machinery', false);
    expect((await approve(id)).json().code).toBe('certificate/hoursStand');
    expect(await caseOf(id)).toBeUndefined();
  });

  test('a registry that voids and then times out is asked, not told again', async () => {
    const id = await reopened('labour');
    await approve(id);
    Object.assign(ministry.state, { trouble: 'commitThenTimeout', only: 'PUT' });
    await voidCertificates(deps);
    expect((await certificate(id)).status).toBe('active');
    expect(await caseOf(id)).toMatchObject({ kind: 'voidWaiting', lastFault: 'timedOut' });
    const puts = ministry.calls.filter(({ path }) => path.startsWith('/voids/')).length;
    its.world.clock.pass(60_000);
    await voidCertificates(deps);
    expect((await certificate(id)).status).toBe('void');
    const after = ministry.calls.filter(({ path }) => path.startsWith('/voids/'));
    expect(after.slice(puts).map(({ method }) => method)).toEqual(['GET']);
  });

  test('a refusal is shown with its reason; a person may ask anew', async () => {
    const id = await reopened('documents');
    await approve(id);
    Object.assign(ministry.state, { trouble: 'refuses', only: 'PUT' });
    await voidCertificates(deps);
    const shown = await caseOf(id);
    expect(shown).toMatchObject({ kind: 'voidRefused', reason: '原证书信息不一致' });
    expect((await certificate(id)).status).toBe('active');
    ministry.state.trouble = 'none';
    const again = await admin.browser.post(`/api/registry/voids/${shown?.id}/retry`);
    expect(again.statusCode).toBe(204);
    await voidCertificates(deps);
    expect((await certificate(id)).status).toBe('void');
  });
});

/** What an enrolment's renewals left behind: here, at the registry and with the learner. */
async function leftBy(id: string) {
  const { db } = its.ground;
  const of = { renewals: `renewal/${id}%`, hours: `hours/${id}/%` };
  const [renewals, atRegistry, reported, notices, certificates] = await Promise.all([
    db.selectFrom('renewals').selectAll().where('enrolmentId', '=', id).execute(),
    db
      .selectFrom('registryRenewals')
      .select(['newNumber', 'oldNumber', 'voidPredecessor'])
      .where('businessKey', 'like', of.renewals)
      .orderBy('businessKey')
      .execute(),
    db
      .selectFrom('registryHours')
      .select('businessKey')
      .where('businessKey', 'like', of.hours)
      .execute(),
    db.selectFrom('notices').select('key').where('key', 'like', of.renewals).execute(),
    db
      .selectFrom('certificates')
      .selectAll()
      .where('enrolmentId', '=', id)
      .where('kind', '=', 'training')
      .orderBy('issuedAt')
      .execute(),
  ]);
  const sorted = (keys: readonly string[]) => keys.toSorted();
  return {
    certificates,
    atRegistry,
    renewals: sorted(renewals.map(({ businessKey, state }) => `${businessKey} ${state}`)),
    reported: sorted(reported.map(({ businessKey }) => businessKey)),
    notices: sorted(notices.map(({ key }) => key)),
  };
}

describe('after a void', () => {
  test('hours accepted anew are reported and renewed once more, each under a key of its own', async () => {
    const { ground } = its;
    const voided = await reopened('standards');
    const id = (await certificate(voided)).enrolmentId as string;
    await approve(voided);
    await voidCertificates(deps);
    await untilTag(ground, id, 'renewal.unavailable');
    await completeHours(ground, id, 2);
    await untilTag(ground, id, 'audit.open');
    await acceptHours(ground, id);
    await untilTag(ground, id, 'renewal.available');
    const before = await registrar.browser.get(`/api/enrolments/${id}`);
    expect(before.json<EnrolmentView>().explanation).toMatchObject({
      ...{ owner: 'learner', primaryAction: 'renew' },
    });

    await commandBy(ground, id, 'learner:x', { type: 'RENEW' });
    await untilTag(ground, id, 'renewal.renewed');
    const left = await leftBy(id);
    expect(left.renewals).toEqual([`renewal/${id} renewed`, `renewal/${id}/2 renewed`]);
    expect(left.reported).toEqual([`hours/${id}/1`, `hours/${id}/2`]);
    expect(left.notices).toEqual([`renewal/${id}/2/renewed`, `renewal/${id}/renewed`]);
    const [first, second] = left.certificates;
    expect(left.certificates).toHaveLength(2);
    expect(first).toMatchObject({ id: voided, status: 'void', successorId: second?.id });
    expect(second).toMatchObject({ status: 'active', successorId: null });
    expect(second?.number).not.toBe(first?.number);
    // No original was imported; the second one has nothing to replace and follows the void one.
    expect(left.atRegistry).toEqual([
      { newNumber: first?.number, oldNumber: null, voidPredecessor: null },
      { newNumber: second?.number, oldNumber: null, voidPredecessor: first?.number },
    ]);
    const after = await registrar.browser.get(`/api/enrolments/${id}`);
    const { explanation } = after.json<EnrolmentView>();
    expect(explanation).toMatchObject({ stage: 'renewed', beside: [] });
  });
});
