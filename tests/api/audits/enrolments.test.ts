import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApiKey } from '../../../api/src/commands/manage-api-keys.ts';
import { appUnderTest, type AppUnderTest, type StaffUnderTest } from '../app-under-test.ts';
import { installShipped } from '../../../api/src/commands/install-shipped.ts';

let world: AppUnderTest;
let registrar: StaffUnderTest;
let key: string;
beforeAll(async () => {
  world = await appUnderTest();
  await installShipped(world.deps.db);
  registrar = await world.staff('registrar', ['registrar']);
  const scopes = ['enrolments.write', 'enrolments.read', 'hours.read'] as const;
  const given = { name: '对接系统', scopes: [...scopes], createdBy: registrar.id };
  key = (await createApiKey(world.deps, given)).key;
});

const DRAFT = {
  idNumber: '110101199003078822',
  name: '欧阳𠮷',
  phone: '13800138022',
  post: 'quality-civil',
  studyYear: 2026,
};

const byKey = (method: 'GET' | 'POST', url: string, payload?: object) =>
  world.app.inject({
    method,
    url,
    ...(payload ? { payload } : {}),
    headers: { authorization: `Bearer ${key}` },
  });

describe('enrolling', () => {
  test('makes account, enrolment, imported certificate and the start of the process at once', async () => {
    const body = {
      ...DRAFT,
      originalCertificate: { number: '京建证-0001', medium: 'paper', issuedOn: '2023-06-15' },
    };
    const answer = await registrar.browser.post('/api/enrolments', body);
    expect(answer.statusCode).toBe(201);
    const { id } = answer.json();
    const started = await world.deps.db
      .selectFrom('outbox')
      .select('kind')
      .where('enrolmentId', '=', id)
      .execute();
    expect(started).toEqual([{ kind: 'enrolmentStarted' }]);
    const shown = (await registrar.browser.get(`/api/enrolments/${id}`)).json();
    expect(shown).toMatchObject({ holderMasked: '欧**', studyYear: 2026, explanation: null });
    expect(JSON.stringify(shown)).not.toContain(DRAFT.phone);
  });

  test('twice for one post and year is refused and leaves nothing behind', async () => {
    const before = await world.deps.db.selectFrom('certificates').select('id').execute();
    const body = {
      ...DRAFT,
      originalCertificate: { number: '京建证-0002', medium: 'paper', issuedOn: '2023-06-15' },
    };
    const answer = await registrar.browser.post('/api/enrolments', body);
    expect(answer.json()).toMatchObject({ status: 409, code: 'enrolment/duplicate' });
    const after = await world.deps.db.selectFrom('certificates').select('id').execute();
    expect(after).toHaveLength(before.length);
  });

  test('somebody else’s certificate number is refused', async () => {
    const body = {
      ...DRAFT,
      idNumber: '440524188001010014',
      originalCertificate: { number: '京建证-0001', medium: 'paper', issuedOn: '2023-06-15' },
    };
    const answer = await registrar.browser.post('/api/enrolments', body);
    expect(answer.json()).toMatchObject({ status: 409, code: 'certificate/numberTaken' });
    const learners = await world.deps.db.selectFrom('learners').select('id').execute();
    expect(learners).toHaveLength(1);
  });

  test.each([
    [{ idNumber: '110101199002300011' }, 'account/identityNumberInvalid'],
    [{ idNumber: '110101199003070012' }, 'account/identityNumberInvalid'],
    [{ phone: '12345' }, 'phone/invalid'],
    [{ name: '王\u202e五' }, 'profile/nameInvalid'],
    [{ policyId: 'nobody-knows' }, 'request/invalid'],
  ])('%o is refused as %s', async (wrong, code) => {
    const answer = await registrar.browser.post('/api/enrolments', { ...DRAFT, ...wrong });
    expect(answer.json()).toMatchObject({ code });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
  });

  test('a field that is none of its own is refused, not dropped', async () => {
    const answer = await registrar.browser.post('/api/enrolments', {
      ...DRAFT,
      examRequired: false,
    });
    expect(answer.statusCode).toBe(400);
  });
});

describe('an integrator with a scoped key', () => {
  test('enrols, reads the state and the hours, without a CSRF token', async () => {
    const made = await byKey('POST', '/api/enrolments', { ...DRAFT, post: 'materials' });
    expect(made.statusCode).toBe(201);
    const { id } = made.json();
    expect((await byKey('GET', `/api/enrolments/${id}`)).json()).toMatchObject({ id });
    const hours = (await byKey('GET', `/api/enrolments/${id}/hours`)).json();
    expect(hours).toMatchObject({ studiedSeconds: 0, creditedSeconds: 0 });
  });

  test('may do nothing its scopes do not name', async () => {
    expect((await byKey('GET', '/api/audits')).statusCode).toBe(403);
    expect((await byKey('GET', '/api/notices')).statusCode).toBe(403);
  });

  test('a key that is none opens nothing', async () => {
    const answer = await world.app.inject({
      url: '/api/enrolments',
      headers: { authorization: 'Bearer xk_0000000000000000000000000000000000000000' },
    });
    expect(answer.statusCode).toBe(401);
  });
});

describe('verification', () => {
  test('an imported certificate is valid, masked, and says nothing more', async () => {
    const { verificationCode } = await world.deps.db
      .selectFrom('certificates')
      .select('verificationCode')
      .executeTakeFirstOrThrow();
    const answer = await world.app.inject({ url: `/api/verify/${verificationCode}` });
    expect(answer.json()).toMatchObject({
      status: 'valid',
      holderMasked: '欧**',
      number: '京建证-0001',
      successor: null,
    });
    expect(answer.body).not.toContain('欧阳');
  });

  test('a code nobody has and a text that is no code get the same answer', async () => {
    const unknown = await world.app.inject({ url: '/api/verify/0000000000000000' });
    const nonsense = await world.app.inject({ url: "/api/verify/'%20OR%201=1" });
    expect(unknown.json()).toMatchObject({ status: 'unknown', holderMasked: null, number: null });
    expect(nonsense.json()).toEqual(unknown.json());
  });
});

test('a learner’s own commands reach nobody else’s enrolment', async () => {
  const person = { idNumber: '11010519491231002X', name: '李四', phone: '13800138033' };
  const { browser } = await world.activeLearner(person);
  const [foreign] = (await registrar.browser.get('/api/enrolments')).json().items;
  for (const path of ['renewal', 'withdrawal']) {
    const answer = await browser.post(`/api/me/enrolments/${foreign.id}/${path}`, {
      commandId: randomUUID(),
    });
    expect(answer.statusCode).toBe(404);
  }
  expect((await browser.get(`/api/me/enrolments/${foreign.id}/audit`)).statusCode).toBe(404);
});
