import { expect, test } from 'vitest';
import { HANDBOOK_POLICY } from '@xuzheng/engine';
import { activate, appUnderTest, codeIn, LEARNER_PASSWORD } from '../app-under-test.ts';

const WANG = { idNumber: '110101199003070011', name: '王建国', phone: '13800138011' };
const LI = { idNumber: '110101199003078822', name: '李晓梅', phone: '13800138022' };

const world = await appUnderTest();
const { clock } = world;
const wang = await world.activeLearner(WANG);
const li = await world.activeLearner(LI);

const signIn = (idNumber: string, password: string, address?: string) =>
  world.browser(address).post('/api/session/learner', { idNumber, password });

test('ID numbers are taken as people type them', async () => {
  for (const typed of [' 110101 19900307 0011', '１１０１０１１９９００３０７００１１'])
    expect((await signIn(typed, LEARNER_PASSWORD)).statusCode).toBe(200);
});

test('a stranger guessing from one address locks himself out, not the owner', async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 10; n++)
    statuses.push((await signIn(WANG.idNumber, `guess-${n}`, '198.51.100.1')).statusCode);
  expect(statuses.slice(0, 8)).toEqual(Array(8).fill(401));
  expect(statuses.slice(8)).toEqual([429, 429]);
  const refused = await signIn(WANG.idNumber, LEARNER_PASSWORD, '198.51.100.1');
  expect(refused.statusCode).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await signIn(WANG.idNumber, LEARNER_PASSWORD, '203.0.113.50')).statusCode).toBe(200);
});

test('stuffing from a hundred addresses ends, and the owner’s own browser still signs in', async () => {
  const CHEN = { idNumber: '11010519491231002X', name: '陈志远', phone: '13800138033' };
  await world.learner(CHEN);
  const own = world.browser('203.0.113.60');
  await activate(own, CHEN.idNumber, world.lastSms);
  const statuses: number[] = [];
  for (let n = 0; n < 50; n++)
    statuses.push((await signIn(CHEN.idNumber, `guess-${n}`, `192.0.2.${n}`)).statusCode);
  expect(statuses.slice(0, 30)).toEqual(Array(30).fill(401));
  expect(statuses.at(-1)).toBe(429);
  expect((await signIn(CHEN.idNumber, LEARNER_PASSWORD, '192.0.2.99')).statusCode).toBe(429);
  const again = await own.post('/api/session/learner', {
    idNumber: CHEN.idNumber,
    password: LEARNER_PASSWORD,
  });
  expect(again.statusCode).toBe(200);
});

test('a forged X-Forwarded-For opens no new door', async () => {
  let last = 0;
  for (let n = 0; n < 10; n++) {
    const answer = await world
      .browser('198.51.100.2')
      .post(
        '/api/session/learner',
        { idNumber: LI.idNumber, password: `guess-${n}` },
        { 'x-forwarded-for': `192.0.2.${n}`, forwarded: `for=192.0.2.${n}` },
      );
    last = answer.statusCode;
  }
  expect(last).toBe(429);
});

test('signing in gives a new session id and ends the one a stranger may have planted', async () => {
  const browser = world.browser();
  browser.setCookie('planted-by-somebody-else');
  await browser.post('/api/session/learner', {
    idNumber: WANG.idNumber,
    password: LEARNER_PASSWORD,
  });
  const first = browser.cookie();
  expect(first).not.toBe('planted-by-somebody-else');
  await browser.post('/api/session/learner', {
    idNumber: WANG.idNumber,
    password: LEARNER_PASSWORD,
  });
  expect(browser.cookie()).not.toBe(first);
  const old = world.browser();
  old.setCookie(first);
  expect((await old.get('/api/me/profile')).statusCode).toBe(401);
});

test('the session cookie is out of reach for scripts and foreign pages', async () => {
  const answer = await signIn(WANG.idNumber, LEARNER_PASSWORD);
  for (const cookie of [answer.headers['set-cookie']].flat())
    expect(cookie).toMatch(/xz_(session|device)=.*HttpOnly.*SameSite=Lax/);
});

test('a change without the page’s token is refused, also with the token of another session', async () => {
  const body = { currentPassword: LEARNER_PASSWORD, newPassword: 'some-other-pass-9' };
  const stolen = world.browser();
  stolen.setCookie(wang.browser.cookie());
  const without = await stolen.put('/api/me/password', body);
  expect([without.statusCode, without.json().code]).toEqual([403, 'account/csrfMissing']);
  const foreign = await stolen.put('/api/me/password', body, {
    'x-csrf-token': li.browser.csrfToken(),
  });
  expect(foreign.statusCode).toBe(403);
});

test('a form on a foreign page cannot sign anybody in', async () => {
  const answer = await world
    .browser()
    .post(
      '/api/session/learner',
      { idNumber: LI.idNumber, password: LEARNER_PASSWORD },
      { 'sec-fetch-site': 'cross-site' },
    );
  expect(answer.statusCode).toBe(403);
  const form = await world.app.inject({
    method: 'POST',
    url: '/api/session/learner',
    payload: `idNumber=${LI.idNumber}&password=x`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(form.statusCode).toBe(415);
});

test('a new password ends the other sessions at once and keeps this one', async () => {
  const phone = world.browser();
  const office = world.browser();
  for (const browser of [phone, office])
    await browser.post('/api/session/learner', {
      idNumber: LI.idNumber,
      password: LEARNER_PASSWORD,
    });
  const wrong = await phone.put('/api/me/password', {
    currentPassword: 'not-mine-at-all',
    newPassword: 'a-better-password',
  });
  expect([wrong.statusCode, wrong.json().code]).toEqual([422, 'account/passwordWrong']);
  const changed = await phone.put('/api/me/password', {
    currentPassword: LEARNER_PASSWORD,
    newPassword: 'a-better-password',
  });
  expect(changed.statusCode).toBe(200);
  expect((await office.get('/api/me/profile')).statusCode).toBe(401);
  expect((await phone.get('/api/me/profile')).statusCode).toBe(200);
});

test('a forgotten password is replaced by SMS to the verified phone', async () => {
  clock.pass(86_400_000);
  const browser = world.browser();
  const opened = await browser.post('/api/recovery', { idNumber: LI.idNumber });
  const { ticket, phoneTail } = opened.json() as { ticket: string; phoneTail: string };
  expect(phoneTail).toBe('8022');
  await browser.post('/api/recovery/code', { ticket });
  const code = codeIn(await world.lastSms());
  const done = await browser.post('/api/recovery/password', {
    ticket,
    code,
    newPassword: 'recovered-again-5',
  });
  expect(done.statusCode).toBe(200);
  expect((await signIn(LI.idNumber, 'recovered-again-5')).statusCode).toBe(200);
});

test('sessions are listed, can be ended, and end by themselves', async () => {
  const here = world.browser();
  const there = world.browser();
  for (const browser of [here, there])
    await browser.post('/api/session/learner', {
      idNumber: WANG.idNumber,
      password: LEARNER_PASSWORD,
    });
  const list = (await here.get('/api/me/sessions')).json() as {
    items: { id: string; current: boolean }[];
  };
  expect(list.items.filter((one) => one.current)).toHaveLength(1);
  for (const other of list.items.filter((one) => !one.current))
    expect((await here.delete(`/api/me/sessions/${other.id}`)).statusCode).toBe(204);
  expect((await there.get('/api/me/sessions')).statusCode).toBe(401);
  clock.pass(13 * 3_600_000);
  expect((await here.get('/api/me/sessions')).statusCode).toBe(401);
});

test('staff need password and TOTP, and a TOTP code counts once', async () => {
  const support = await world.staff('support.chen', ['support']);
  const again = await world.browser().post('/api/session/staff', {
    login: support.login,
    password: support.password,
    totp: support.totp(),
  });
  expect([again.statusCode, again.json().code]).toEqual([401, 'account/credentialsWrong']);
  clock.pass(31_000);
  const fresh = await world.browser().post('/api/session/staff', {
    login: support.login.toUpperCase(),
    password: support.password,
    totp: support.totp(),
  });
  expect(fresh.statusCode).toBe(200);
  const nobody = await world.browser().post('/api/session/staff', {
    login: 'nobody',
    password: support.password,
    totp: '123456',
  });
  expect(nobody.body).toBe(again.body);
});

test('the service numbers are the handbook’s', async () => {
  const contacts = (await world.browser().get('/api/contacts')).json();
  expect(contacts).toMatchObject(HANDBOOK_POLICY.contacts);
  expect(contacts.phoneWarning).toContain('13366510035，13366217296');
});
