import { beforeEach, describe, expect, test } from 'vitest';
import { askDueFates, queueNotice, sendDueNotices } from '../../../api/src/notices/index.ts';
import type { Sms, SmsFate, SmsPort, SmsReceipt } from '../../../api/src/notices/index.ts';
import { appUnderTest } from '../app-under-test.ts';

const WANG = { idNumber: '110101199003070011', name: '王建国', phone: '13800138011' };
const MINUTE = 60_000;
const DAY = 86_400_000;

/** A gateway that tells what became of a message, in the words of the port. */
const heard: Sms[] = [];
let receipt: SmsReceipt | 'dies' = { state: 'sent', messageId: 'biz-1' };
let fate: SmsFate | 'away' = { fate: 'waiting' };
const sms: SmsPort = {
  name: 'gateway',
  knowsAfterMs: 5 * MINUTE,
  send: async (message) => {
    heard.push(message);
    if (receipt === 'dies') return new Promise(() => undefined);
    return receipt;
  },
  fateOf: async () => {
    if (fate === 'away') throw new Error('away');
    return fate;
  },
};
const world = await appUnderTest();
const { clock } = world;
const deps = { ...world.deps, sms };
const learnerId = await world.learner(WANG);
const support = await world.staff('support.chen', ['support']);
const second = await world.staff('support.liu', ['support']);

beforeEach(() => {
  heard.length = 0;
  receipt = { state: 'sent', messageId: 'biz-1' };
  fate = { fate: 'waiting' };
});

const queue = (key: string, template: 'hoursAccepted' | 'activationCode' = 'hoursAccepted') =>
  deps.db.transaction().execute((trx) =>
    queueNotice(trx, deps.vault, {
      ...{ learnerId, key, template, sms: true, inApp: true, at: clock.now() },
      params: { examOpen: false, code: '042137', minutes: 5 },
    }),
  );
const rowOf = async (key: string) =>
  deps.db.selectFrom('notices').selectAll().where('key', '=', key).executeTakeFirstOrThrow();
const shown = async (key: string) => {
  const { id } = await rowOf(key);
  const { items } = (await support.browser.get('/api/notices')).json() as {
    items: { id: string; helps: string }[];
  };
  return items.find((item) => item.id === id);
};
const heardOf = (key: string) => heard.filter((one) => one.key === key);
const pass = async (ms: number, asks = 1): Promise<void> => {
  clock.pass(ms);
  for (let n = 0; n < asks; n++) await askDueFates(deps);
};

describe('what became of a message', () => {
  test('taken by the gateway it is sent; with the carrier’s receipt it is delivered', async () => {
    await queue('a');
    await sendDueNotices(deps);
    expect(await rowOf('a')).toMatchObject({
      ...{ smsState: 'sent', provider: 'gateway', providerMessageId: 'biz-1', settledAt: null },
    });
    expect(heard[0]?.message).toEqual({ name: 'hoursAccepted', blanks: [] });
    await pass(MINUTE);
    expect((await rowOf('a')).smsState).toBe('sent');
    fate = { fate: 'delivered' };
    await pass(2 * MINUTE);
    expect(await rowOf('a')).toMatchObject({ smsState: 'delivered', nextAttemptAt: null });
    expect(await shown('a')).toMatchObject({ state: 'delivered', helps: 'nothing' });
  });

  test('a wrong number fails at once; correcting it sends the message to the new one', async () => {
    receipt = { state: 'rejected', code: 'isv.MOBILE_NUMBER_ILLEGAL', failure: 'number' };
    await queue('c');
    await sendDueNotices(deps);
    expect(await shown('c')).toMatchObject({
      ...{ state: 'failed', failure: 'number', helps: 'correctPhone' },
      lastError: 'isv.MOBILE_NUMBER_ILLEGAL',
    });
    receipt = { state: 'sent', messageId: 'biz-2' };
    const change = { newPhone: '13900139000', reason: '本人来电更正' };
    const asked = await support.browser.post(
      `/api/learners/${learnerId}/phone-corrections`,
      change,
    );
    const { id } = asked.json() as { id: string };
    await second.browser.post(`/api/phone-corrections/${id}/approve`);
    await sendDueNotices(deps);
    const phones = heard.filter(({ key }) => key === 'c').map(({ phone }) => phone);
    expect(phones).toEqual([WANG.phone, '13900139000']);
    expect((await rowOf('c')).smsState).toBe('sent');
  });

  test('a carrier that could not deliver fails, on record, and a person may send again', async () => {
    await queue('d');
    await sendDueNotices(deps);
    fate = { fate: 'failed', code: 'DELIVER_FAILED', failure: 'gateway' };
    await pass(MINUTE);
    expect(await shown('d')).toMatchObject({ state: 'failed', helps: 'resend' });
    const { id } = await rowOf('d');
    expect((await support.browser.post(`/api/notices/${id}/retry`)).statusCode).toBe(204);
    fate = { fate: 'delivered' };
    await sendDueNotices(deps);
    await pass(MINUTE);
    expect((await rowOf('d')).smsState).toBe('delivered');
  });
});

describe('an unknown outcome is asked about before anything is sent twice', () => {
  test('the gateway has it: found, delivered, heard once', async () => {
    receipt = { state: 'unknown', code: 'TimeoutError' };
    await queue('e');
    await sendDueNotices(deps);
    expect(await shown('e')).toMatchObject({ state: 'unknown', helps: 'nothing' });
    fate = 'away';
    await pass(MINUTE);
    expect((await rowOf('e')).smsState).toBe('unknown');
    fate = { fate: 'delivered' };
    await pass(10 * MINUTE);
    expect((await rowOf('e')).smsState).toBe('delivered');
    expect(heardOf('e')).toHaveLength(1);
  });

  test('the gateway never had it: only when it surely knows is it sent again', async () => {
    receipt = { state: 'unknown', code: 'TimeoutError' };
    await queue('f');
    await sendDueNotices(deps);
    fate = { fate: 'absent' };
    await pass(MINUTE);
    await sendDueNotices(deps);
    expect(heardOf('f')).toHaveLength(1);
    receipt = { state: 'sent', messageId: 'biz-3' };
    await pass(10 * MINUTE);
    await sendDueNotices(deps);
    expect(heardOf('f')).toHaveLength(2);
  });

  test('a sender killed inside the call leaves a question, not a second message', async () => {
    receipt = 'dies';
    await queue('g');
    void sendDueNotices(deps);
    while (heardOf('g').length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    clock.pass(2 * MINUTE);
    receipt = { state: 'sent', messageId: 'biz-4' };
    await sendDueNotices(deps);
    expect((await rowOf('g')).smsState).toBe('unknown');
    fate = { fate: 'delivered' };
    await pass(MINUTE);
    expect((await rowOf('g')).smsState).toBe('delivered');
    expect(heardOf('g')).toHaveLength(1);
  });

  test('a code whose fate stays open is not sent late', async () => {
    receipt = { state: 'unknown', code: 'TimeoutError' };
    await queue('h', 'activationCode');
    await sendDueNotices(deps);
    fate = { fate: 'absent' };
    await pass(10 * MINUTE);
    await sendDueNotices(deps);
    expect(await shown('h')).toMatchObject({ state: 'failed', failure: 'expired' });
    expect(heardOf('h')).toHaveLength(1);
  });
});

test('away for two days: each notice is sent once on return, codes too old are not', async () => {
  receipt = { state: 'later', code: 'ECONNREFUSED' };
  for (const n of [1, 2, 3]) await queue(`two-days:${n}`);
  await queue('two-days:code', 'activationCode');
  for (const end = clock.now() + 2 * DAY; clock.now() < end; clock.pass(30 * MINUTE)) {
    await sendDueNotices(deps);
  }
  receipt = { state: 'sent', messageId: 'biz-5' };
  heard.length = 0;
  for (let n = 0; n < 3; n++) {
    await sendDueNotices(deps);
    clock.pass(MINUTE);
  }
  expect(heard.map(({ key }) => key).sort()).toEqual([1, 2, 3].map((n) => `two-days:${n}`));
  expect((await rowOf('two-days:code')).failure).toBe('expired');
});

test('without a receipt for days it stays sent, and nobody asks any more', async () => {
  await queue('b');
  await sendDueNotices(deps);
  for (let n = 0; n < 20; n++) await pass(6 * 3_600_000);
  expect(await rowOf('b')).toMatchObject({ smsState: 'sent', nextAttemptAt: null });
  expect(heardOf('b')).toHaveLength(1);
});
