import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Registry } from '../../../api/src/registry/index.ts';
import { openLearnerByIdNumber } from '../../../api/src/db/learners.ts';
import {
  acceptHours,
  commandBy,
  completeHours,
  enrol,
  enrolmentOf,
  eventsOf,
  furnish,
  PERSON,
  until,
  untilTag,
} from './people.ts';
import { processGround, type ProcessGround } from './process-ground.ts';

type Trouble = 'none' | 'renewsThenTimesOut' | 'neverHeard' | 'refuses' | 'awayForHours';
let trouble: Trouble = 'none';
let queriesAway = 0;

/** The built-in registry, with the troubles that real ones have. */
const troubled = (real: Registry): Registry => ({
  ...real,
  reportHours: async (report) => {
    if (trouble === 'awayForHours') throw new Error('registry away');
    await real.reportHours(report);
  },
  renew: async (request) => {
    if (trouble === 'refuses') return { answer: 'refused', reason: '原证书信息不一致' };
    if (trouble === 'renewsThenTimesOut') await real.renew(request);
    if (trouble !== 'none') throw new Error('registry timed out');
    return real.renew(request);
  },
  findRenewal: async (businessKey) => {
    if (queriesAway-- > 0) throw new Error('registry away');
    return real.findRenewal(businessKey);
  },
});

let ground: ProcessGround;
beforeAll(async () => {
  ground = await processGround({ registry: troubled });
  await furnish(ground);
  await ground.startWorker();
});
beforeEach(() => {
  trouble = 'none';
  queriesAway = 0;
});

async function accepted(post: string): Promise<string> {
  const id = await enrol(ground, { post, examRequired: false });
  const { learnerId } = await enrolmentOf(ground, id);
  await ground.db
    .insertInto('certificates')
    .values({
      ...{ kind: 'original', learnerId, post, number: `旧-${post}`, medium: 'paper' },
      ...{ verificationCode: randomUUID(), issuedOn: '2017-05-01', holderMasked: '王*明' },
    })
    .execute();
  await completeHours(ground, id);
  await untilTag(ground, id, 'audit.open');
  await acceptHours(ground, id);
  return id;
}

const trainingOf = async (post: string) => {
  const learner = await openLearnerByIdNumber(ground.db, ground.vault, PERSON.idNumber);
  return ground.db
    .selectFrom('certificates')
    .selectAll()
    .where('learnerId', '=', learner?.id ?? '')
    .where('post', '=', post)
    .where('kind', '<>', 'hours')
    .orderBy('issuedOn')
    .execute();
};
const renew = (id: string) => commandBy(ground, id, 'learner:x', { type: 'RENEW' });

describe('renewal', () => {
  test('the new certificate is active and the original void in the same moment', async () => {
    const id = await accepted('materials');
    await untilTag(ground, id, 'renewal.available');
    expect((await renew(id)).ok).toBe(true);
    const [old, fresh] = await trainingOf('materials');
    expect(old).toMatchObject({ kind: 'original', status: 'void', successorId: fresh?.id });
    expect(fresh).toMatchObject({ kind: 'training', status: 'active' });
    expect(old?.voidedAt).toEqual(fresh?.issuedAt);
    expect(fresh?.pdfSha256).toHaveLength(32);
  });

  test('pressed twice it is done once; pressed again later it is refused', async () => {
    const id = await accepted('machinery');
    await untilTag(ground, id, 'renewal.available');
    const command = { commandId: randomUUID(), event: { type: 'RENEW' }, actor: 'x' } as const;
    const both = await Promise.all([ground.command(id, command), ground.command(id, command)]);
    expect(both.map((result) => result.ok)).toEqual([true, true]);
    expect(await renew(id)).toMatchObject({ ok: false, refusal: { code: 'renewal/inFlight' } });
    expect(await trainingOf('machinery')).toHaveLength(2);
  });

  test('before the hours are accepted it is refused', async () => {
    const id = await enrol(ground, { post: 'labour', examRequired: false });
    await untilTag(ground, id, 'hours.studying');
    expect(await renew(id)).toMatchObject({ ok: false, refusal: { code: 'renewal/notAvailable' } });
  });

  test('a registry that renews and then times out: asked, found, adopted, one effect', async () => {
    const id = await accepted('documents');
    await untilTag(ground, id, 'renewal.available');
    trouble = 'renewsThenTimesOut';
    queriesAway = 2;
    const sent = await renew(id);
    expect(sent).toMatchObject({ ok: true });
    expect((await trainingOf('documents')).map((row) => row.status)).toEqual(['active']);
    await untilTag(ground, id, 'renewal.renewed');
    expect(await eventsOf(ground, id)).toEqual(
      expect.arrayContaining(['REGISTRY_UNKNOWN', 'REGISTRY_CONFIRMED']),
    );
    const rows = await ground.db.selectFrom('registryRenewals').selectAll().execute();
    expect(rows.filter((row) => row.post === 'documents')).toHaveLength(1);
    expect((await trainingOf('documents')).map((row) => row.status)).toEqual(['void', 'active']);
  });

  test('a registry that never heard of it: available again, the old certificate still active', async () => {
    const id = await accepted('standards');
    await untilTag(ground, id, 'renewal.available');
    trouble = 'neverHeard';
    await renew(id);
    await until('the registry says it knows nothing', async () =>
      (await eventsOf(ground, id)).includes('REGISTRY_NOT_FOUND'),
    );
    await untilTag(ground, id, 'renewal.available');
    expect((await trainingOf('standards')).map((row) => row.status)).toEqual(['active']);
    trouble = 'none';
    expect((await renew(id)).ok).toBe(true);
    expect((await trainingOf('standards')).map((row) => row.status)).toEqual(['void', 'active']);
  });

  test('a refusal is told with its reason, and the old certificate stays active', async () => {
    const id = await accepted('quality-civil');
    await untilTag(ground, id, 'renewal.available');
    trouble = 'refuses';
    await renew(id);
    await untilTag(ground, id, 'renewal.refused');
    await until('the SMS is sent', () =>
      ground.sent.some(({ body }) => body.includes('原证书信息不一致')),
    );
    expect((await trainingOf('quality-civil')).map((row) => row.status)).toEqual(['active']);
  });

  test('a registry that is away delays the report of hours, not the hours certificate', async () => {
    trouble = 'awayForHours';
    const id = await accepted('quality-municipal');
    await until('the hours certificate is there', async () => {
      const rows = await ground.db
        .selectFrom('certificates')
        .select('id')
        .where('enrolmentId', '=', id)
        .where('kind', '=', 'hours')
        .execute();
      return rows.length === 1;
    });
    expect(await commandBy(ground, id, 'learner:x', { type: 'WITHDRAW' })).toMatchObject({
      ...{ ok: false, refusal: { code: 'renewal/inFlight' } },
    });
    trouble = 'none';
    await untilTag(ground, id, 'renewal.available');
  });
});
