import { expect, test } from 'vitest';
import { activate, appUnderTest, codeIn, LEARNER_PASSWORD } from '../app-under-test.ts';

const WANG = { idNumber: '110101199003070011', name: '王建国', phone: '13800138011' };
const LI = { idNumber: '110101199003078822', name: '李晓梅', phone: '13800138022' };
const UNKNOWN = '11010519491231002X';

const world = await appUnderTest();
const { app, clock, deps } = world;
await world.learner(WANG);

const firstStep = async (idNumber: string, address?: string) =>
  world.browser(address).post('/api/session/learner', { idNumber, password: '111111' });

test('111111 opens an activation step and no session', async () => {
  const browser = world.browser();
  const step = await browser.post('/api/session/learner', {
    idNumber: WANG.idNumber,
    password: '111111',
  });
  expect(step.statusCode).toBe(200);
  expect(step.json()).toMatchObject({ outcome: 'activation', phoneTail: '8011' });
  expect(browser.cookie()).toBe('');
  expect(step.body).not.toContain(WANG.name);
});

test('an unknown ID number gets the same step with digits that stay the same', async () => {
  const once = (await firstStep(UNKNOWN)).json() as Record<string, string>;
  const again = (await firstStep(UNKNOWN)).json() as Record<string, string>;
  const known = (await firstStep(WANG.idNumber)).json() as Record<string, string>;
  expect(Object.keys(once).sort()).toEqual(Object.keys(known).sort());
  expect(once['phoneTail']).toMatch(/^\d{4}$/);
  expect(once['phoneTail']).toBe(again['phoneTail']);
  expect(once['ticket']).not.toBe(again['ticket']);
});

test('an unknown ID number may ask for a code, gets the same answer, and no SMS goes out', async () => {
  const before = world.sent.length;
  const { ticket } = (await firstStep(UNKNOWN)).json() as { ticket: string };
  const answer = await world.browser().post('/api/activation/code', { ticket });
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({ resendInSeconds: 60, expiresInSeconds: 300 });
  await world.lastSms();
  expect(world.sent.length).toBe(before);
  const wrong = await world
    .browser()
    .post('/api/activation', { ticket, code: '000000', newPassword: LEARNER_PASSWORD });
  expect([wrong.statusCode, wrong.json().code]).toEqual([422, 'account/codeWrong']);
});

test('an ID number that cannot be one is told so in a sentence', async () => {
  const answer = await firstStep('110101199002300014');
  expect(answer.statusCode).toBe(422);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json().detail).toContain('身份证号');
  const english = await world
    .browser()
    .post(
      '/api/session/learner',
      { idNumber: '1', password: '111111' },
      { 'accept-language': 'en' },
    );
  expect(english.json().detail).toContain('ID number');
});

test('the code proves the phone, the first password signs in, and 111111 opens nothing any more', async () => {
  clock.pass(3_600_000);
  const browser = world.browser();
  await activate(browser, WANG.idNumber, world.lastSms);
  const session = (await browser.get('/api/session')).json();
  expect(session).toMatchObject({ kind: 'learner', displayName: WANG.name });
  expect(world.sent.at(-1)?.phone).toBe(WANG.phone);

  const again = await firstStep(WANG.idNumber);
  expect(again.json()).toMatchObject({ outcome: 'activation' });
  const sentBefore = world.sent.length;
  clock.pass(3_600_000);
  await world
    .browser()
    .post('/api/activation/code', { ticket: (again.json() as { ticket: string }).ticket });
  await world.lastSms();
  expect(world.sent.length).toBe(sentBefore);

  const own = await world
    .browser()
    .post('/api/session/learner', { idNumber: WANG.idNumber, password: LEARNER_PASSWORD });
  expect(own.json()).toMatchObject({ outcome: 'signedIn' });
});

test('wrong passwords are answered alike for unknown and known people', async () => {
  const answers = await Promise.all(
    [UNKNOWN, WANG.idNumber].map((idNumber) =>
      world.browser().post('/api/session/learner', { idNumber, password: 'not-the-one' }),
    ),
  );
  const [unknown, known] = answers.map((answer) => [answer.statusCode, answer.body]);
  expect(unknown).toEqual(known);
  expect(unknown?.[0]).toBe(401);
});

test('a code dies after five wrong tries, after five minutes, and with its first use', async () => {
  await world.learner(LI);
  const { ticket } = (await firstStep(LI.idNumber)).json() as { ticket: string };
  const enter = (code: string) =>
    world.browser().post('/api/activation', { ticket, code, newPassword: LEARNER_PASSWORD });
  await world.browser().post('/api/activation/code', { ticket });
  const code = codeIn(await world.lastSms());
  const other = code === '000000' ? '000001' : '000000';
  for (let n = 0; n < 5; n++) expect((await enter(other)).json().code).toBe('account/codeWrong');
  expect((await enter(code)).json().code).toBe('account/codeExpired');

  clock.pass(61_000);
  await world.browser().post('/api/activation/code', { ticket });
  const late = codeIn(await world.lastSms());
  clock.pass(300_000);
  expect((await enter(late)).json().code).toBe('account/codeExpired');

  await world.browser().post('/api/activation/code', { ticket });
  const good = codeIn(await world.lastSms());
  expect((await enter(good)).statusCode).toBe(200);
  expect((await enter(good)).json().code).toBe('account/codeUsed');
});

test('an activation code opens no recovery and a recovery ticket no activation', async () => {
  clock.pass(86_400_000);
  const recovery = await world.browser().post('/api/recovery', { idNumber: LI.idNumber });
  const { ticket } = recovery.json() as { ticket: string };
  await world.browser().post('/api/recovery/code', { ticket });
  const code = codeIn(await world.lastSms());
  const crossed = await world
    .browser()
    .post('/api/activation', { ticket, code, newPassword: LEARNER_PASSWORD });
  expect([crossed.statusCode, crossed.json().code]).toEqual([422, 'account/ticketInvalid']);
  const right = await world
    .browser()
    .post('/api/recovery/password', { ticket, code, newPassword: 'another-good-one-7' });
  expect(right.statusCode).toBe(200);
});

test('codes are sent once a minute, five an hour, ten a day, also for nobody', async () => {
  clock.pass(2 * 86_400_000);
  for (const idNumber of [LI.idNumber, '440524188001010014']) {
    const opened = await world
      .browser(`198.51.100.${idNumber.slice(-2, -1)}`)
      .post('/api/recovery', {
        idNumber,
      });
    const { ticket } = opened.json() as { ticket: string };
    const ask = () => world.browser().post('/api/recovery/code', { ticket });
    const statuses: number[] = [];
    for (let n = 0; n < 6; n++) {
      statuses.push((await ask()).statusCode);
      clock.pass(61_000);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    const refused = await ask();
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(60);
  }
});

test('the first password is none that everybody could guess', async () => {
  const ZHAO = { idNumber: '440524188001010014', name: '赵·阿', phone: '13912345678' };
  await world.learner(ZHAO);
  clock.pass(2 * 86_400_000);
  const { ticket } = (await firstStep(ZHAO.idNumber)).json() as { ticket: string };
  await world.browser().post('/api/activation/code', { ticket });
  const code = codeIn(await world.lastSms());
  const set = async (newPassword: string) =>
    (await world.browser().post('/api/activation', { ticket, code, newPassword })).json().code;
  expect(await set('111111')).toBe('account/passwordIsInitial');
  expect(await set('short')).toBe('account/passwordTooShort');
  expect(await set('x188001010014')).toBe('account/passwordIsIdentity');
  expect(await set('my-13912345678')).toBe('account/passwordIsPhone');
  expect((await set('a-good-long-one')) ?? 'signedIn').toBe('signedIn');
});

test('nothing of a person is readable in the database', async () => {
  const rows = await deps.db.selectFrom('learners').selectAll().execute();
  const codes = await deps.db.selectFrom('oneTimeCodes').selectAll().execute();
  const notices = await deps.db.selectFrom('notices').selectAll().execute();
  const text = Buffer.from(JSON.stringify([rows, codes, notices])).toString('utf8');
  const bytes = rows.flatMap((row) =>
    Object.values(row).filter((value): value is Buffer => Buffer.isBuffer(value)),
  );
  for (const person of [WANG, LI]) {
    for (const secret of Object.values(person)) {
      expect(text).not.toContain(secret);
      expect(bytes.some((value) => value.includes(secret))).toBe(false);
    }
  }
});

test('logs hold no ID number, phone or name', async () => {
  await app.inject({ method: 'POST', url: '/api/session/learner', payload: '{"idNumber":' });
  const text = world.logLines.join('\n');
  expect(text).toContain('/api/session/learner');
  for (const secret of [WANG, LI].flatMap((person) => Object.values(person)))
    expect(text).not.toContain(secret);
});
