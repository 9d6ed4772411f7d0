import { beforeAll, describe, expect, test } from 'vitest';
import { API_SCOPES, STAFF_ROLES } from '@xuzheng/engine';
import { createApp } from '../../../api/src/app.ts';
import { createApiKey } from '../../../api/src/commands/manage-api-keys.ts';
import { appUnderTest } from '../app-under-test.ts';
import type { Browser } from '../browser.ts';
import { CALLERS, WHO_MAY_DO_WHAT } from './who-may-do-what.table.ts';
import type { Caller } from './who-may-do-what.table.ts';

const world = await appUnderTest();
const browsers = new Map<Caller, Browser>();
const keys = new Map<Caller, string>();
const table = new Map(WHO_MAY_DO_WHAT);
const routes = world.app.listRoutes().filter(({ url }) => url.startsWith('/api/'));

const NOBODYS_ID = '00000000-0000-7000-8000-000000000000';
const addressOf = (url: string): string =>
  url.replace(':kind', 'useFace').replace(':n', '0').replace(/:\w+/g, NOBODYS_ID);

beforeAll(async () => {
  browsers.set('anonymous', world.browser());
  const person = { idNumber: '110101199003070011', name: '王建国', phone: '13800138011' };
  browsers.set('learner', (await world.activeLearner(person)).browser);
  for (const role of STAFF_ROLES)
    browsers.set(role, (await world.staff(`one-${role.toLowerCase()}`, [role])).browser);
  const admin = await world.deps.db.selectFrom('staff').select('id').executeTakeFirstOrThrow();
  for (const scope of API_SCOPES) {
    const given = { name: scope, scopes: [scope], createdBy: admin.id };
    keys.set(`scope:${scope}`, (await createApiKey(world.deps, given)).key);
  }
});

async function ask(caller: Caller, method: string, url: string) {
  const key = keys.get(caller);
  const browser = browsers.get(caller);
  return world.app.inject({
    method: method as 'GET',
    url: addressOf(url),
    headers: {
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(browser ? { 'x-csrf-token': browser.csrfToken() } : {}),
    },
    cookies: browser?.cookie() ? { xz_session: browser.cookie() } : {},
  });
}

test('every route is in the table and every row of the table is a route', () => {
  const listed = routes.map(({ method, url }) => `${method} ${url}`).sort();
  expect(listed).toEqual([...table.keys()].sort());
});

describe.each(CALLERS)('%s', (caller) => {
  test('may call what the table says and nothing else', async () => {
    const wrong: string[] = [];
    for (const { method, url } of routes) {
      const route = `${method} ${url}`;
      // It would end the session the other questions are asked with.
      if (route === 'DELETE /api/session') continue;
      const allowed = table.get(route)?.includes(caller) ?? false;
      const answer = await ask(caller, method, url);
      const code = String(answer.headers['content-type']).includes('problem')
        ? (answer.json() as { code: string }).code
        : '';
      const refused = caller === 'anonymous' ? 'account/signedOut' : 'request/forbidden';
      const status = caller === 'anonymous' ? 401 : 403;
      const held = answer.statusCode === status && code === refused;
      // A key names itself on public routes too; they are open to it like to everyone.
      const open = table.get(route)?.includes('anonymous') ?? false;
      if (held === (allowed || open)) wrong.push(`${route}: ${answer.statusCode} ${code}`);
      if (answer.statusCode >= 500 && code === 'fault') wrong.push(`${route}: fault`);
    }
    expect(wrong).toEqual([]);
  });
});

test('a route without a permission keeps the app from starting', async () => {
  const app = await createApp(world.deps);
  app.get('/api/forgotten', async () => 'secret');
  await expect(app.ready()).rejects.toThrow('/api/forgotten');
});

test('a new role ends the sessions of its holder at once', async () => {
  const admin = browsers.get('admin');
  const registrar = browsers.get('registrar');
  const { items } = (await admin?.get('/api/staff'))?.json() as {
    items: { id: string; login: string }[];
  };
  const id = items.find((one) => one.login === 'one-registrar')?.id ?? '';
  const changed = await admin?.patch(`/api/staff/${id}`, { roles: ['auditor'] });
  expect(changed?.statusCode).toBe(200);
  expect((await registrar?.get('/api/courses'))?.statusCode).toBe(401);
});

test('the last administrator stays one', async () => {
  const admin = browsers.get('admin');
  const session = (await admin?.get('/api/session'))?.json() as { id: string };
  for (const change of [{ disabled: true }, { roles: ['support'] }]) {
    const answer = await admin?.patch(`/api/staff/${session.id}`, change);
    expect([answer?.statusCode, answer?.json().code]).toEqual([409, 'staff/lastAdmin']);
  }
});

test('a revoked or invented key is not signed in', async () => {
  const admin = browsers.get('admin');
  const made = await admin?.post('/api/api-keys', { name: '集团', scopes: ['enrolments.read'] });
  const { id, key } = made?.json() as { id: string; key: string };
  const call = (token: string) =>
    world.app.inject({ url: '/api/enrolments', headers: { authorization: `Bearer ${token}` } });
  expect((await call(key)).statusCode).toBe(200);
  expect((await admin?.delete(`/api/api-keys/${id}`))?.statusCode).toBe(204);
  expect((await call(key)).statusCode).toBe(401);
  expect((await call(`xk_${'a'.repeat(43)}`)).statusCode).toBe(401);
  const rows = await world.deps.db.selectFrom('apiKeys').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(key);
});
