import { expect, test } from 'vitest';
import { queueNotice, sendDueNotices } from '../../../api/src/notices/index.ts';
import type { Sms } from '../../../api/src/notices/index.ts';
import { appUnderTest } from '../app-under-test.ts';

const WANG = { idNumber: '110101199003070011', name: '王建国', phone: '13800138011' };
const LI = { idNumber: '110101199003078822', name: '李晓梅', phone: '13800138022' };

const got: Sms[] = [];
let gatewayIsAway = false;
const sms = {
  name: 'sometimes away',
  send: async (message: Sms) => {
    if (gatewayIsAway) throw new Error(`could not reach ${message.phone}`);
    got.push(message);
    return { state: 'delivered' as const };
  },
};
const world = await appUnderTest({ sms });
const { clock, deps } = world;
const learnerId = await world.learner(WANG);

const queue = (key: string) =>
  deps.db.transaction().execute((trx) =>
    queueNotice(trx, deps.vault, {
      learnerId,
      key,
      template: 'hoursAccepted',
      params: { examOpen: true },
      sms: true,
      inApp: true,
      at: clock.now(),
    }),
  );
const stateOf = async (key: string) =>
  deps.db.selectFrom('notices').selectAll().where('key', '=', key).executeTakeFirstOrThrow();

test('the same notice queued twice is one message', async () => {
  await queue('accepted:1');
  await queue('accepted:1');
  await sendDueNotices(deps);
  await sendDueNotices(deps);
  expect(got.filter((one) => one.key === 'accepted:1')).toHaveLength(1);
});

test('a notice of a transaction that fails is never sent', async () => {
  const failed = deps.db.transaction().execute(async (trx) => {
    await queueNotice(trx, deps.vault, {
      learnerId,
      key: 'accepted:never',
      template: 'hoursAccepted',
      params: { examOpen: false },
      sms: true,
      inApp: true,
    });
    throw new Error('what it tells of did not happen');
  });
  await expect(failed).rejects.toThrow();
  await sendDueNotices(deps);
  expect(got.some((one) => one.key === 'accepted:never')).toBe(false);
});

test('two senders at once send each message once', async () => {
  for (let n = 0; n < 12; n++) await queue(`race:${n}`);
  await Promise.all([sendDueNotices(deps, 8), sendDueNotices(deps, 8), sendDueNotices(deps, 8)]);
  const keys = got.map((one) => one.key).filter((key) => key.startsWith('race:'));
  expect(keys.sort()).toEqual([...new Set(keys)].sort());
  expect(keys).toHaveLength(12);
});

test('a gateway that is away for two days loses nothing', async () => {
  gatewayIsAway = true;
  await queue('accepted:2');
  for (let hour = 0; hour < 48; hour++) {
    await sendDueNotices(deps);
    clock.pass(3_600_000);
  }
  const waiting = await stateOf('accepted:2');
  expect(waiting.smsState).toBe('queued');
  expect(waiting.attempts).toBeGreaterThan(10);
  // A gateway's words may quote the number.
  expect(waiting.lastError).not.toContain(WANG.phone);
  gatewayIsAway = false;
  await sendDueNotices(deps);
  expect((await stateOf('accepted:2')).smsState).toBe('delivered');
});

test('after a week a message is given up, on record, and can be sent again by a person', async () => {
  gatewayIsAway = true;
  await queue('accepted:3');
  for (let half = 0; half < 16; half++) {
    await sendDueNotices(deps);
    clock.pass(12 * 3_600_000);
  }
  expect((await stateOf('accepted:3')).smsState).toBe('failed');
  const journal = await deps.db.selectFrom('journal').selectAll().execute();
  expect(journal.some((row) => row.action === 'notice.failed')).toBe(true);
  gatewayIsAway = false;
  const support = await world.staff('support.chen', ['support']);
  const { id } = await stateOf('accepted:3');
  expect((await support.browser.post(`/api/notices/${id}/retry`)).statusCode).toBe(204);
  await sendDueNotices(deps);
  expect((await stateOf('accepted:3')).smsState).toBe('delivered');
});

test('the in-app copy is the learner’s alone and can be marked read', async () => {
  const li = await world.activeLearner(LI);
  await deps.db.transaction().execute((trx) =>
    queueNotice(trx, deps.vault, {
      learnerId: li.id,
      key: 'accepted:li',
      template: 'hoursAccepted',
      params: { examOpen: true },
      sms: true,
      inApp: true,
      at: clock.now(),
    }),
  );
  const inbox = (await li.browser.get('/api/me/notices')).json();
  expect(inbox.items).toHaveLength(1);
  // The SMS is the handbook's word for word; the copy adds what is still to be done.
  expect(inbox.items[0].body).toContain('尚需通过考核');
  const foreign = (await stateOf('accepted:1')).id;
  expect((await li.browser.post(`/api/me/notices/${foreign}/read`)).statusCode).toBe(404);
  const { id } = inbox.items[0] as { id: string };
  expect((await li.browser.post(`/api/me/notices/${id}/read`)).statusCode).toBe(204);
  const after = (await li.browser.get('/api/me/notices')).json();
  expect(after.items[0].readAt).not.toBeNull();
});
