import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appUnderTest } from '../app-under-test.ts';

const folder = await mkdtemp(join(tmpdir(), 'xuzheng-screens-'));
const build = async (name: string): Promise<string> => {
  const dist = join(folder, name);
  await mkdir(join(dist, 'assets'), { recursive: true });
  await writeFile(join(dist, 'index.html'), `<!doctype html><title>${name}</title>`);
  await writeFile(join(dist, 'assets/main-1a2b3c.js'), `console.log('${name}')`);
  return dist;
};
const world = await appUnderTest(
  {},
  { LEARNER_UI_DIST: await build('learner'), ADMIN_UI_DIST: await build('admin') },
);
const get = (url: string, accept = 'text/html,*/*') =>
  world.app.inject({ url, headers: { accept } });

test('both apps answer for every page of theirs', async () => {
  for (const url of ['/', '/login', '/verify/ABCD-1234'])
    expect((await get(url)).body).toContain('<title>learner</title>');
  for (const url of ['/admin', '/admin/', '/admin/audits/1'])
    expect((await get(url)).body).toContain('<title>admin</title>');
  expect((await get('/')).headers['cache-control']).toBe('no-cache');
  const asset = await get('/admin/assets/main-1a2b3c.js');
  expect(asset.body).toContain('admin');
  expect(asset.headers['cache-control']).toContain('max-age');
});

test('what is no page is a problem with a sentence', async () => {
  for (const url of ['/api/nothing', '/assets/gone.js', '/models/../../package.json']) {
    const answer = await get(url, '*/*');
    expect(answer.statusCode).toBe(404);
    expect(answer.json().code).toBe('request/notFound');
  }
  expect((await get('/api/nothing')).statusCode).toBe(404);
});

test('a page may load scripts of its own origin only, and wasm for the face guide', async () => {
  const policy = String((await get('/')).headers['content-security-policy']);
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy).not.toContain('unsafe-inline;script');
  expect(policy).toContain("frame-ancestors 'none'");
  expect((await get('/')).headers['x-content-type-options']).toBe('nosniff');
});

test('the models of the face guide come from the own origin and are kept', async () => {
  const weights = await get('/models/tiny_face_detector_model.bin');
  expect(weights.statusCode).toBe(200);
  expect(weights.headers['cache-control']).toContain('max-age');
  const wasm = await get('/models/wasm/tfjs-backend-wasm-simd.wasm');
  expect(wasm.headers['content-type']).toBe('application/wasm');
});

test('the documentation names every route, and its page loads nothing from elsewhere', async () => {
  const document = (await get('/openapi.json')).json() as { openapi: string; paths: object };
  expect(document.openapi).toBe('3.1.0');
  const listed = world.app.listRoutes().filter(({ url }) => url.startsWith('/api/'));
  for (const { url } of listed)
    expect(Object.keys(document.paths)).toContain(url.replace(/:(\w+)/g, '{$1}'));
  const page = await get('/reference');
  const html = page.statusCode === 200 ? page : await get(String(page.headers['location']));
  expect(html.body).toContain('/openapi.json');
  expect(html.body).not.toMatch(/(src|href)="https?:/);
});

test('health says whether the database answers', async () => {
  expect((await get('/health')).json()).toEqual({ ok: true, database: true });
});

test('bodies that are no JSON, too deep or too long are refused, and prototypes stay clean', async () => {
  const send = (payload: string, type = 'application/json') =>
    world.app.inject({
      method: 'POST',
      url: '/api/session/learner',
      payload,
      headers: { 'content-type': type },
    });
  expect((await send('{"idNumber":')).statusCode).toBe(400);
  expect(
    (await send('{"__proto__":{"isAdmin":true},"idNumber":"1","password":"1"}')).statusCode,
  ).toBe(400);
  expect((await send(`${'['.repeat(5000)}${']'.repeat(5000)}`)).statusCode).toBe(400);
  expect(
    (await send(JSON.stringify({ idNumber: 'x'.repeat(300_000), password: '1' }))).statusCode,
  ).toBe(413);
  expect((await send('idNumber=1', 'text/plain')).statusCode).toBe(415);
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
});
