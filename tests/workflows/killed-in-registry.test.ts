import { afterAll, beforeAll, expect, test } from 'vitest';
import { renewalKeyOf } from '../../api/src/db/renewals.ts';
import {
  acceptHours,
  commandBy,
  completeHours,
  enrol,
  enrolmentOf,
  eventsOf,
  furnish,
  until,
  untilTag,
} from '../api/process/people.ts';
import { processGround, type ProcessGround } from '../api/process/process-ground.ts';
import { startRegistry, type RegistryStandIn } from '../support/registry-stand-in.ts';
import { workerChildren, type WorkerChildren } from './worker-children.ts';

let ministry: RegistryStandIn;
let ground: ProcessGround;
let children: WorkerChildren;
beforeAll(async () => {
  ministry = await startRegistry();
  ground = await processGround();
  await furnish(ground);
  children = await workerChildren({
    ...ground.env,
    REGISTRY_URL: ministry.url,
    REGISTRY_KEY: ministry.key.toString('base64'),
    REGISTRY_TIMEOUT_MS: '15000',
  });
});
afterAll(async () => {
  await children.end();
  await ministry.close();
});

test('kill -9 of the worker inside the registry call: one renewal there, adopted here', async () => {
  const first = await children.start();
  const id = await enrol(ground, { post: 'materials', examRequired: false });
  const { learnerId } = await enrolmentOf(ground, id);
  await ground.db
    .insertInto('certificates')
    .values({
      ...{ kind: 'original', learnerId, post: 'materials', number: '旧-1', medium: 'paper' },
      ...{ verificationCode: 'OLD', issuedOn: '2017-05-01', holderMasked: '王*明' },
    })
    .execute();
  await completeHours(ground, id);
  await untilTag(ground, id, 'audit.open');
  await acceptHours(ground, id);
  await untilTag(ground, id, 'renewal.available');

  // The registry renews and keeps silent: the worker dies while it listens.
  Object.assign(ministry.state, { trouble: 'commitThenTimeout', only: 'PUT' });
  const pressed = commandBy(ground, id, 'learner:x', { type: 'RENEW' });
  await until('the call is inside', () => ministry.held() === 1);
  await children.kill(first);
  const [active] = await ground.db
    .selectFrom('certificates')
    .select('number')
    .where('status', '=', 'active')
    .where('kind', '<>', 'hours')
    .execute();
  expect(active?.number).toBe('旧-1');
  await children.start();
  await untilTag(ground, id, 'renewal.renewed', 50_000);
  await pressed;

  expect(await eventsOf(ground, id)).toEqual(
    expect.arrayContaining(['REGISTRY_UNKNOWN', 'REGISTRY_CONFIRMED']),
  );
  expect([...ministry.renewals.keys()]).toEqual([renewalKeyOf(id)]);
  const puts = ministry.calls.filter(
    ({ method, path }) => method === 'PUT' && path.startsWith('/renewals/'),
  );
  expect(puts).toHaveLength(1);
  const rows = await ground.db
    .selectFrom('certificates')
    .select('status')
    .where('kind', '<>', 'hours')
    .orderBy('issuedOn')
    .execute();
  expect(rows.map((row) => row.status)).toEqual(['void', 'active']);
}, 100_000);
