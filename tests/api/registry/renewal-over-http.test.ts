import { randomUUID } from 'node:crypto';
import { fastPolicy, HANDBOOK_POLICY, type Policy } from '@xuzheng/engine';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyCertificate } from '../../../api/src/commands/certificate/verify-certificate.ts';
import { readRegistry } from '../../../api/src/config-registry.ts';
import { insertVoid } from '../../../api/src/db/certificate-voids.ts';
import { renewalBy, renewalKeyOf } from '../../../api/src/db/renewals.ts';
import { voidCertificates } from '../../../api/src/jobs/void-certificates.ts';
import { createHttpRegistry } from '../../../api/src/registry/index.ts';
import { startRegistry, type RegistryStandIn } from '../../support/registry-stand-in.ts';
import {
  acceptHours,
  clearHours,
  commandBy,
  completeHours,
  enrol,
  enrolmentOf,
  eventsOf,
  furnish,
  STAFF,
  until,
  untilTag,
  writeText,
} from '../process/people.ts';
import { processGround, type ProcessGround } from '../process/process-ground.ts';

const KEEPS = fastPolicy({
  id: 'keeps-number',
  certificate: { ...HANDBOOK_POLICY.certificate, electronicKeepsNumber: true, validYears: 3 },
});

let ministry: RegistryStandIn;
let ground: ProcessGround;
beforeAll(async () => {
  ministry = await startRegistry();
  const env = { REGISTRY_URL: ministry.url, REGISTRY_KEY: ministry.key.toString('base64') };
  const config = readRegistry({ ...env, REGISTRY_TIMEOUT_MS: '500' }, 'test');
  if (config === null) throw new Error('no configuration');
  const options = { now: () => Date.now(), failures: 3, restMs: 300, longestRestMs: 600 };
  ground = await processGround({ registry: () => createHttpRegistry(config, options) });
  await furnish(ground, KEEPS);
  await ground.startWorker();
});
afterAll(() => ministry.close());
beforeEach(() => Object.assign(ministry.state, { trouble: 'none', only: null, nextNumber: null }));

type Medium = 'paper' | 'electronic';

/** Accepted hours, reported; an original certificate in the learner's hands. */
async function available(post: string, medium: Medium = 'paper', policy?: Policy): Promise<string> {
  const more = policy === undefined ? {} : { policy };
  const id = await enrol(ground, { post, examRequired: false, ...more });
  const { learnerId } = await enrolmentOf(ground, id);
  await ground.db
    .insertInto('certificates')
    .values({
      ...{ kind: 'original', learnerId, post, number: `京建培-${post}`, medium },
      ...{ verificationCode: randomUUID(), issuedOn: '2017-05-01', holderMasked: '王*明' },
    })
    .execute();
  await completeHours(ground, id);
  await untilTag(ground, id, 'audit.open');
  await acceptHours(ground, id);
  await untilTag(ground, id, 'renewal.available');
  return id;
}

const certificatesOf = (post: string) =>
  ground.db
    .selectFrom('certificates')
    .selectAll()
    .where('post', '=', post)
    .where('kind', '<>', 'hours')
    .orderBy('issuedOn')
    .execute();
const statusOf = async (post: string) => (await certificatesOf(post)).map((row) => row.status);
const renew = (id: string) => commandBy(ground, id, 'learner:x', { type: 'RENEW' });
const countOf = async (id: string, event: string) =>
  (await eventsOf(ground, id)).filter((one) => one === event).length;
const calls = (method: string) => ministry.calls.filter((call) => call.method === method).length;

describe('renewal at a ministry’s registry over HTTP', () => {
  test('reports the hours, renews, and the two certificates name each other', async () => {
    const id = await available('materials');
    expect([...ministry.hours.values()][0]).toMatchObject({ post: 'materials', studyYear: 2020 });
    expect((await renew(id)).ok).toBe(true);
    const [old, fresh] = await certificatesOf('materials');
    expect(old).toMatchObject({ status: 'void', successorId: fresh?.id });
    expect(fresh).toMatchObject({ status: 'active', version: 1 });
    expect(ministry.renewals.get(renewalKeyOf(id))?.number).toBe(fresh?.number);
  });

  test('a registry that renews and then times out: asked, found, adopted, one effect', async () => {
    const id = await available('machinery');
    Object.assign(ministry.state, { trouble: 'commitThenTimeout', only: 'PUT' });
    await renew(id);
    await untilTag(ground, id, 'renewal.renewed');
    const events = await eventsOf(ground, id);
    expect(events.slice(-3)).toEqual(['RENEW', 'REGISTRY_UNKNOWN', 'REGISTRY_CONFIRMED']);
    expect(await statusOf('machinery')).toEqual(['void', 'active']);
    const asked = ministry.calls.filter(
      ({ method, path }) => method === 'PUT' && path.includes(encodeURIComponent(renewalKeyOf(id))),
    );
    expect(asked).toHaveLength(1);
  });

  test('200 with HTML is no success; not found there, it is available under the same key', async () => {
    const id = await available('labour');
    Object.assign(ministry.state, { trouble: 'html', only: 'PUT' });
    await renew(id);
    await until('the registry says it knows nothing', async () =>
      (await eventsOf(ground, id)).includes('REGISTRY_NOT_FOUND'),
    );
    await untilTag(ground, id, 'renewal.available');
    expect(await statusOf('labour')).toEqual(['active']);
    expect(await renewalBy(ground.db, renewalKeyOf(id))).toMatchObject({
      state: 'reported',
      waitingSince: null,
    });
    ministry.state.trouble = 'none';
    await renew(id);
    await untilTag(ground, id, 'renewal.renewed');
    const own = [...ministry.renewals.keys()].filter((key) => key.includes(id));
    expect(own).toEqual([renewalKeyOf(id)]);
    expect(await statusOf('labour')).toEqual(['void', 'active']);
  });

  test('a registry that answers twice renews once', async () => {
    const id = await available('documents');
    Object.assign(ministry.state, { trouble: 'answersTwice', only: 'PUT' });
    await renew(id);
    await untilTag(ground, id, 'renewal.renewed');
    expect(await countOf(id, 'REGISTRY_CONFIRMED')).toBe(1);
    expect(await statusOf('documents')).toEqual(['void', 'active']);
  });

  test('away for long: an alarm, asked again and again, the old certificate active', async () => {
    const id = await available('standards');
    const puts = calls('PUT');
    ministry.state.trouble = 'away';
    await renew(id);
    await until(
      'it has been asked twice',
      async () => (await countOf(id, 'REGISTRY_UNKNOWN')) >= 3,
    );
    expect(await statusOf('standards')).toEqual(['active']);
    const waiting = await renewalBy(ground.db, renewalKeyOf(id));
    expect(waiting).toMatchObject({ state: 'reconciling' });
    expect(waiting?.waitingSince).not.toBeNull();
    expect(['away', 'resting']).toContain(waiting?.lastFault);
    const alarms = await ground.db
      .selectFrom('journal')
      .select('id')
      .where('enrolmentId', '=', id)
      .where('action', '=', 'process.registryUnknown')
      .execute();
    expect(alarms.length).toBeGreaterThanOrEqual(3);
    expect(await renew(id)).toMatchObject({ ok: false, refusal: { code: 'renewal/inFlight' } });
    ministry.state.trouble = 'none';
    await untilTag(ground, id, 'renewal.available');
    expect(calls('PUT') - puts).toBeLessThanOrEqual(1);
  });

  test('a number that is another certificate’s is not adopted: unknown, on record', async () => {
    const id = await available('quality-civil');
    ministry.state.nextNumber = '京建培-materials';
    await renew(id);
    await until(
      'the clash is noted',
      async () => (await renewalBy(ground.db, renewalKeyOf(id)))?.lastFault === 'numberTaken',
    );
    expect(await statusOf('quality-civil')).toEqual(['active']);
    // The registry corrects its own number: the next question adopts it.
    ministry.renewals.set(renewalKeyOf(id), { number: '京建培〔2026〕77', asked: {} });
    await untilTag(ground, id, 'renewal.renewed');
    expect(await statusOf('quality-civil')).toEqual(['void', 'active']);
  });
});

/** Two people reopen renewed hours and clear them; a person then decides on the certificate's void. */
async function voided(id: string): Promise<void> {
  const textId = await writeText(ground, id, '学时经查实非本人学习，已清除。');
  const two = { by: STAFF.cho, proposedBy: STAFF.dai };
  await commandBy(ground, id, `staff:${STAFF.cho}`, { type: 'REOPEN', ...two, textId });
  await untilTag(ground, id, 'audit.open');
  await clearHours(ground, id);
  const { id: certificateId } = await ground.db
    .selectFrom('certificates')
    .select('id')
    .where('enrolmentId', '=', id)
    .where('kind', '=', 'training')
    .executeTakeFirstOrThrow();
  const at = new Date();
  const approval = { certificateId, textId, approvedBy: STAFF.dai, approvedAt: at };
  await insertVoid(ground.db, { ...approval, nextAttemptAt: at });
  await voidCertificates({ ...ground, clock: { now: () => Date.now() } });
  await untilTag(ground, id, 'renewal.unavailable');
}

describe('a renewal after a void by decision', () => {
  test('names the void certificate as what it follows, and asks to replace nothing', async () => {
    const id = await available('construction-municipal');
    await renew(id);
    await untilTag(ground, id, 'renewal.renewed');
    await voided(id);
    await completeHours(ground, id, 2);
    await untilTag(ground, id, 'audit.open');
    await acceptHours(ground, id);
    await untilTag(ground, id, 'renewal.available');
    await renew(id);
    await untilTag(ground, id, 'renewal.renewed');
    const first = ministry.renewals.get(renewalKeyOf(id));
    expect(first?.asked).toMatchObject({
      ...{ oldNumber: '京建培-construction-municipal', voidPredecessor: null },
    });
    expect(ministry.renewals.get(renewalKeyOf(id, 2))?.asked).toMatchObject({
      ...{ oldNumber: null, voidPredecessor: first?.number, keepsNumber: false },
    });
  });
});

describe('an electronic original that keeps its number', () => {
  test('is void all the same: the number is the new one’s, the code names the earlier one', async () => {
    const id = await available('quality-municipal', 'electronic', KEEPS);
    await renew(id);
    await untilTag(ground, id, 'renewal.renewed');
    const [old, fresh] = await certificatesOf('quality-municipal');
    expect(old).toMatchObject({ status: 'void', version: 1, number: '京建培-quality-municipal' });
    expect(fresh).toMatchObject({ status: 'active', version: 2, number: old?.number });
    expect(fresh?.validUntil).not.toBeNull();
    const shown = await verifyCertificate(ground.shell, fresh?.verificationCode ?? '');
    expect(shown).toMatchObject({ status: 'valid', predecessor: { number: old?.number } });
    await until('the notice says so', () =>
      ground.sent.some(({ body }) => body.includes('同编号的原证书同时作废')),
    );
  });

  test('a paper original does not keep its number', async () => {
    const id = await available('quality-equipment', 'paper', KEEPS);
    await renew(id);
    await untilTag(ground, id, 'renewal.renewed');
    const [old, fresh] = await certificatesOf('quality-equipment');
    expect(fresh?.number).not.toBe(old?.number);
  });
});
