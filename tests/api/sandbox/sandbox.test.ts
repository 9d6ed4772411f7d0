import { randomUUID } from 'node:crypto';
import { API_SCOPES, SANDBOX_POLICY } from '@xuzheng/engine';
import { describe, expect, test } from 'vitest';
import { enterInstallation } from '../../../api/src/commands/enter-installation.ts';
import { createApiKey } from '../../../api/src/commands/manage-api-keys.ts';
import { ConfigFault } from '../../../api/src/config.ts';
import { claimPlay, endPlay } from '../../../api/src/db/sandbox-plays.ts';
import { appUnderTest, type AppUnderTest } from '../app-under-test.ts';

const PERSON = { idNumber: '110101199003070011', name: '王小明', phone: '13800138000' };

/** An integrator with a key for everything. */
async function integratorOf({ app, deps, staff }: AppUnderTest) {
  const { id } = await staff('integration-admin', ['admin']);
  const { key } = await createApiKey(deps, { name: '对接', scopes: API_SCOPES, createdBy: id });
  const headers = { authorization: `Bearer ${key}` };
  return {
    get: (url: string) => app.inject({ method: 'GET', url, headers }),
    post: (url: string, payload: object) => app.inject({ method: 'POST', url, headers, payload }),
  };
}

const sandbox = await appUnderTest({}, { XUZHENG_SANDBOX: '1' });
await enterInstallation(sandbox.deps.db, sandbox.deps.config);
const real = await appUnderTest();
await enterInstallation(real.deps.db, real.deps.config);

describe('a sandbox', () => {
  test('enrols on its quick policy, whatever is asked, and queues what stand-ins shall do', async () => {
    const integrator = await integratorOf(sandbox);
    const studyYear = 2026;
    const enrolled = await integrator.post('/api/enrolments', {
      ...{ ...PERSON, post: 'documents', studyYear, policyId: 'handbook' },
    });
    expect(enrolled.statusCode).toBe(201);
    const { id: enrolmentId } = enrolled.json() as { id: string };
    const shown = await integrator.get(`/api/enrolments/${enrolmentId}`);
    expect(shown.json()).toMatchObject({ policyId: SANDBOX_POLICY.id });

    const first = await integrator.post('/api/sandbox/plays', { enrolmentId, play: 'settleIn' });
    const second = await integrator.post('/api/sandbox/plays', { enrolmentId, play: 'study' });
    expect([first.statusCode, second.statusCode]).toEqual([202, 202]);
    const { db } = sandbox.deps;
    const claimed = await claimPlay(db);
    expect(claimed?.play).toBe('settleIn');
    // One case, one actor at a time.
    expect(await claimPlay(db)).toBeUndefined();
    const endedAt = new Date(sandbox.clock.now());
    await endPlay(db, claimed?.id ?? '', { state: 'failed', fault: 'exam/notOpen', endedAt });
    const asked = await integrator.get(`/api/sandbox/plays/${claimed?.id}`);
    expect(asked.json()).toMatchObject({ state: 'failed', fault: 'exam/notOpen' });
    expect((await claimPlay(db))?.play).toBe('study');
  });

  test('refuses a play nobody knows, and an enrolment that is not there', async () => {
    const integrator = await integratorOf(await appUnderTest({}, { XUZHENG_SANDBOX: '1' }));
    const enrolmentId = randomUUID();
    const unknown = await integrator.post('/api/sandbox/plays', { enrolmentId, play: 'cheat' });
    expect(unknown.statusCode).toBe(400);
    const nowhere = await integrator.post('/api/sandbox/plays', { enrolmentId, play: 'study' });
    expect(nowhere.statusCode).toBe(404);
    expect(nowhere.json()).toMatchObject({ code: 'enrolment/notFound' });
  });
});

describe('the real thing and a sandbox never meet', () => {
  test('a real installation has no stand-ins', async () => {
    const integrator = await integratorOf(real);
    const play = { enrolmentId: randomUUID(), play: 'study' };
    const answer = await integrator.post('/api/sandbox/plays', play);
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'sandbox/notHere' });
  });

  test('a real installation does not start on a sandbox’s database', async () => {
    const entering = enterInstallation(sandbox.deps.db, real.deps.config);
    await expect(entering).rejects.toThrow(ConfigFault);
    await expect(entering).rejects.toThrow('沙箱');
  });

  test('a sandbox does not start where real people live', async () => {
    await real.learner(PERSON);
    const entering = enterInstallation(real.deps.db, sandbox.deps.config);
    await expect(entering).rejects.toThrow(ConfigFault);
  });
});
