import { expect, test } from 'vitest';
import { appUnderTest, codeIn, LEARNER_PASSWORD } from '../app-under-test.ts';

const WANG = { idNumber: '110101199003070011', name: '王建国', phone: '13800138011' };
const NEW_PHONE = '13900139099';

const world = await appUnderTest();
const { clock, deps } = world;
const wang = await world.activeLearner(WANG);
const chen = await world.staff('support.chen', ['support']);
const zhou = await world.staff('support.zhou', ['support']);
const auditor = await world.staff('auditor.sun', ['auditor']);
const learnerUrl = `/api/learners/${wang.id}`;

const ask = (newPhone: string, reason = '学员持身份证到场说明号码已停用') =>
  chen.browser.post(`${learnerUrl}/phone-corrections`, { newPhone, reason });

test('support finds people by exact ID number, exact name or the last four digits', async () => {
  const find = async (body: object) =>
    (await chen.browser.post('/api/learners/search', body)).json().items as { id: string }[];
  for (const body of [
    { idNumber: ' 110101 19900307 0011' },
    { name: '王建国' },
    { phoneTail: '8011' },
  ])
    expect((await find(body)).map((one) => one.id)).toEqual([wang.id]);
  expect(await find({ name: '王建' })).toEqual([]);
  expect(await find({ phoneTail: '0000' })).toEqual([]);
  const both = await chen.browser.post('/api/learners/search', {
    name: '王建国',
    phoneTail: '8011',
  });
  expect(both.statusCode).toBe(400);
});

test('what support sees of a person is masked', async () => {
  const answer = await chen.browser.get(learnerUrl);
  expect(answer.json()).toMatchObject({
    idNumberMasked: '110101**********11',
    phoneMasked: '138****8011',
  });
  expect(answer.body).not.toContain(WANG.phone);
  expect(answer.body).not.toContain(WANG.idNumber);
});

test('a full number is shown for a reason, and its owner reads who and why', async () => {
  const without = await chen.browser.post(`${learnerUrl}/unmask`, { what: 'phone', reason: '' });
  expect(without.statusCode).toBe(400);
  const reason = '学员来电核对登记号码';
  const shown = await chen.browser.post(`${learnerUrl}/unmask`, { what: 'phone', reason });
  expect(shown.json()).toEqual({ value: WANG.phone });
  const log = (await wang.browser.get('/api/me/access-log')).json();
  expect(log.items[0]).toMatchObject({ what: 'phone', who: 'support.chen', reason, role: '客服' });
});

test('a reason that names the learner is kept without the name and the numbers', async () => {
  const reason = `王建国来电,身份证 ${WANG.idNumber},家属电话 139 0013 7777,请核对`;
  await chen.browser.post(`${learnerUrl}/unmask`, { what: 'phone', reason });
  const log = (await wang.browser.get('/api/me/access-log')).json();
  const kept = '王**来电,身份证 110101**********11,家属电话 139****7777,请核对';
  expect(log.items[0].reason).toBe(kept);
});

test('a correction of the phone needs a second person, a reason and a number', async () => {
  expect((await ask('12345')).json().code).toBe('phone/invalid');
  expect((await ask(NEW_PHONE, ' ')).json().code).toBe('phone/reasonMissing');
  expect((await ask(WANG.phone)).json().code).toBe('phone/unchanged');
  const asked = await ask('+86 139 0013 9099');
  expect(asked.statusCode).toBe(201);
  expect(asked.json()).toMatchObject({ newPhoneMasked: '139****9099', requestedByMe: true });
  expect((await ask('13700137000')).json().code).toBe('phone/correctionOpen');

  const { id } = asked.json() as { id: string };
  const own = await chen.browser.post(`/api/phone-corrections/${id}/approve`);
  expect([own.statusCode, own.json().code]).toEqual([403, 'phone/sameSigner']);
  const foreign = await auditor.browser.post(`/api/phone-corrections/${id}/approve`);
  expect(foreign.statusCode).toBe(403);
  const profile = (await wang.browser.get('/api/me/profile')).json();
  expect(profile.phone).toBe(WANG.phone);

  const approved = await zhou.browser.post(`/api/phone-corrections/${id}/approve`);
  expect(approved.json()).toMatchObject({ state: 'approved', decidedBy: 'support.zhou' });
  const twice = await zhou.browser.post(`/api/phone-corrections/${id}/approve`);
  expect([twice.statusCode, twice.json().code]).toEqual([404, 'phone/correctionNotFound']);
});

test('a corrected phone ends the sessions, tells both numbers and is in the journal', async () => {
  expect((await wang.browser.get('/api/me/profile')).statusCode).toBe(401);
  await world.lastSms();
  const told = world.sent.slice(-2);
  expect(told.map((sms) => sms.phone).sort()).toEqual([WANG.phone, NEW_PHONE]);
  expect(told.find((sms) => sms.phone === WANG.phone)?.body).toContain('9099');
  const journal = await deps.db.selectFrom('journal').selectAll().execute();
  const entry = journal.find((row) => row.action === 'phone.corrected');
  expect(entry).toMatchObject({ actorId: zhou.id, learnerId: wang.id });
  expect(JSON.stringify(journal)).not.toContain(NEW_PHONE);
  const browser = world.browser();
  const credentials = { idNumber: WANG.idNumber, password: LEARNER_PASSWORD };
  await browser.post('/api/session/learner', credentials);
  expect((await browser.get('/api/me/profile')).json().phone).toBe(NEW_PHONE);
});

test('later codes go to the corrected number', async () => {
  clock.pass(86_400_000);
  const opened = await world.browser().post('/api/recovery', { idNumber: WANG.idNumber });
  const { ticket, phoneTail } = opened.json() as { ticket: string; phoneTail: string };
  expect(phoneTail).toBe('9099');
  await world.browser().post('/api/recovery/code', { ticket });
  expect((await world.lastSms())?.phone).toBe(NEW_PHONE);
});

test('a rejected correction changes nothing', async () => {
  clock.pass(31_000);
  const again = await world.staff('support.liu', ['support']);
  const asked = await again.browser.post(`${learnerUrl}/phone-corrections`, {
    newPhone: '13700137000',
    reason: '来电要求更正',
  });
  const { id } = asked.json() as { id: string };
  const other = await world.staff('support.wu', ['support']);
  const rejected = await other.browser.post(`/api/phone-corrections/${id}/reject`);
  expect(rejected.json()).toMatchObject({ state: 'rejected' });
  const found = await other.browser.post('/api/learners/search', { phoneTail: '9099' });
  expect(found.json().items).toHaveLength(1);
});

test('unlocking lets a learner try again at once', async () => {
  const staff = await world.staff('support.he', ['support']);
  const guess = (password: string) =>
    world
      .browser('198.51.100.9')
      .post('/api/session/learner', { idNumber: WANG.idNumber, password });
  for (let n = 0; n < 9; n++) await guess(`wrong-${n}`);
  expect((await guess(LEARNER_PASSWORD)).statusCode).toBe(429);
  const unlocked = await staff.browser.post(`${learnerUrl}/unlock`, { reason: '学员来电请求' });
  expect(unlocked.statusCode).toBe(204);
  expect((await guess(LEARNER_PASSWORD)).statusCode).toBe(200);
});

test('the outbox shows staff the code outside production, the number masked', async () => {
  const staff = await world.staff('support.ma', ['support']);
  const list = (await staff.browser.get('/api/notices?state=delivered&limit=100')).json();
  const codes = list.items.filter((one: { template: string }) => one.template === 'recoveryCode');
  expect(codes[0].body).toMatch(/\d{6}/);
  expect(codes[0].phoneMasked).toBe('139****9099');
  expect(codeIn(world.sent.find((sms) => sms.body === codes[0].body))).not.toBe('');
});

test('an id that is none, a cursor that is none, an endless page are told apart', async () => {
  const staff = await world.staff('support.gao', ['support']);
  for (const url of [
    '/api/learners/1',
    '/api/notices?limit=1000000000',
    '/api/notices?cursor=x%00',
    '/api/notices?sort=id;drop',
  ])
    expect((await staff.browser.get(url)).statusCode).toBe(400);
  const unknown = await staff.browser.get('/api/learners/00000000-0000-7000-8000-000000000000');
  expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'learner/notFound']);
});
