import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { CONSENT_VERSION } from '@xuzheng/engine';
import { createFacePool } from '../../../api/src/faces/index.ts';
import type { FacePool } from '../../../api/src/faces/index.ts';
import { portraitJpeg, STRANGERS } from '../../../tools/faces/index.ts';
import { appUnderTest } from '../app-under-test.ts';

const WANG = { idNumber: '110101199003070011', name: '王𠮷国', phone: '13800138011' };
const LI = { idNumber: '110101199003078822', name: '李晓梅', phone: '13800138022' };

/** The real pool, with a tally of the portraits it was asked to measure. */
const pool = createFacePool({ threads: 1 });
let measured = 0;
const faces: FacePool = {
  ...pool,
  judgePortrait: (...asked) => {
    measured += 1;
    return pool.judgePortrait(...asked);
  },
};
const world = await appUnderTest({ faces });
const { deps } = world;
const wang = await world.activeLearner(WANG);
const li = await world.activeLearner(LI);
const files = '/api/me/profile/files';

const picture = (width = 800, height = 1000, colour = '#8899aa') =>
  sharp({ create: { width, height, channels: 3, background: colour } });
const card = await picture(1000, 630).jpeg().toBuffer();

const portrait = portraitJpeg(STRANGERS[0]);
const withExif = (day: string): Promise<Buffer> =>
  sharp(portrait)
    .withExif({
      IFD2: { DateTimeOriginal: `${day.replaceAll('-', ':')} 12:00:00` },
      IFD3: { GPSLatitude: '39/1 54/1 0/1', GPSLatitudeRef: 'N' },
    })
    .jpeg()
    .toBuffer();

test('我的档案 shows the phone first, in full, and what is missing', async () => {
  const profile = (await wang.browser.get('/api/me/profile')).json();
  expect(profile).toMatchObject({
    name: WANG.name,
    phone: WANG.phone,
    phoneVerified: true,
    idNumberMasked: '110101**********11',
    completedAt: null,
  });
  expect(profile.missing.map((one: { item: string }) => one.item)).toEqual([
    'idCardFront',
    'idCardBack',
    'portrait',
    'basic',
  ]);
});

test('the phone cannot be edited by typing, nor any other field that is not asked for', async () => {
  const body = {
    employer: '北京建工集团',
    education: 'college',
    title: '施工员',
    address: '北京市西城区广莲路 1 号',
  };
  const extras = [{ phone: '13900000000' }, { phoneVerifiedAt: 'now' }, { __proto__x: 1 }];
  for (const extra of extras) {
    const answer = await wang.browser.put('/api/me/profile/basic', { ...body, ...extra });
    expect(answer.statusCode).toBe(400);
  }
  const saved = await wang.browser.put('/api/me/profile/basic', body);
  expect(saved.statusCode).toBe(200);
  expect(saved.json()).toMatchObject({ phone: WANG.phone, basic: body });
});

test('what is no photo is refused before anything looks inside', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
  const html = Buffer.from('<!doctype html><script>alert(1)</script>');
  for (const bytes of [svg, html, Buffer.from('%PDF-1.7'), Buffer.from('GIF89a-and-more-bytes')]) {
    const answer = await wang.browser.upload(`${files}/idCardFront`, bytes);
    expect([answer.statusCode, answer.json().code]).toEqual([
      415,
      'request/contentTypeUnsupported',
    ]);
  }
  const broken = Buffer.concat([card.subarray(0, 300), Buffer.from('<script>')]);
  expect((await wang.browser.upload(`${files}/idCardFront`, broken)).statusCode).toBe(422);
  const tiny = await picture(40, 40).png().toBuffer();
  expect((await wang.browser.upload(`${files}/idCardFront`, tiny)).json().code).toBe(
    'profile/pictureTooSmall',
  );
});

test('a picture of 14,000 × 14,000 pixels is refused, not unpacked', async () => {
  // A small file that says it is a huge one: what a bomb looks like before it is unpacked.
  const bomb = await picture(16, 16).png().toBuffer();
  bomb.writeUInt32BE(14_000, 16);
  bomb.writeUInt32BE(14_000, 20);
  bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
  const answer = await wang.browser.upload(`${files}/idCardFront`, bomb);
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'profile/pictureTooLarge']);
});

test('a file that is a picture and something else keeps only the picture', async () => {
  const polyglot = Buffer.concat([card, Buffer.from('<script>alert(1)</script>PK\x03\x04')]);
  expect((await wang.browser.upload(`${files}/idCardFront`, polyglot)).statusCode).toBe(200);
  const served = await wang.browser.get(`${files}/idCardFront`);
  expect(served.headers['content-type']).toBe('image/jpeg');
  expect(served.rawPayload.includes('<script>')).toBe(false);
});

test('a portrait needs a recent photo: by its EXIF, else by declaration', async () => {
  const old = await wang.browser.upload(`${files}/portrait`, await withExif('2025-11-30'));
  expect(old.json().code).toBe('profile/portraitTooOld');
  const undeclared = await wang.browser.upload(`${files}/portrait`, portrait);
  expect(undeclared.json().code).toBe('profile/portraitDeclarationMissing');
  const fresh = await wang.browser.upload(`${files}/portrait`, await withExif('2026-02-20'));
  expect(fresh.statusCode).toBe(200);
  expect(fresh.json().files.portrait).toMatchObject({ takenOn: '2026-02-20' });
});

test('place and camera never leave the upload', async () => {
  const served = await wang.browser.get(`${files}/portrait`);
  const metadata = await sharp(served.rawPayload).metadata();
  expect(metadata.exif).toBeUndefined();
});

test('without consent no face is measured and a person looks at the portrait', async () => {
  expect(measured).toBe(0);
  const profile = (await wang.browser.get('/api/me/profile')).json();
  expect(profile.files.portrait).toMatchObject({
    registryMatch: 'pending',
    quality: { checked: 'eye' },
  });
});

test('consent lets the portrait be measured; withdrawal deletes the template at once', async () => {
  const stale = await wang.browser.put('/api/me/consents/useFace', { version: '1999' });
  expect([stale.statusCode, stale.json().code]).toEqual([409, 'request/stale']);
  const given = await wang.browser.put('/api/me/consents/useFace', { version: CONSENT_VERSION });
  expect(given.json().items[0]).toMatchObject({ kind: 'useFace', live: true });
  expect(measured).toBe(1);
  const templates = () => deps.db.selectFrom('faceTemplates').selectAll().execute();
  expect(await templates()).toHaveLength(1);
  const profile = (await wang.browser.get('/api/me/profile')).json();
  expect(profile.files.portrait).toMatchObject({
    registryMatch: 'absent',
    quality: { checked: 'machine' },
  });
  expect((await wang.browser.delete('/api/me/consents/useFace')).statusCode).toBe(200);
  expect(await templates()).toHaveLength(0);
});

test('a portrait that is unfit is refused with its reason, and a pool that is away refuses nothing', async () => {
  await li.browser.put('/api/me/consents/useFace', { version: CONSENT_VERSION });
  const send = (bytes: Buffer) =>
    li.browser.upload(`${files}/portrait`, bytes, { declaredRecent: 'true' });
  const empty = await send(await picture().jpeg().toBuffer());
  expect([empty.statusCode, empty.json().code]).toEqual([422, 'profile/portraitUnfit']);
  const dark = await send(await sharp(portrait).modulate({ brightness: 0.12 }).jpeg().toBuffer());
  expect(dark.json().details).toMatchObject({ fault: 'tooDark' });
  await pool.close();
  const away = await send(portrait);
  expect(away.statusCode).toBe(200);
  expect(away.json().files.portrait.quality.checked).toBe('eye');
});

test('the profile is complete when nothing is missing, once', async () => {
  const before = await deps.db.selectFrom('journal').selectAll().execute();
  expect(before.filter((row) => row.action === 'profile.completed')).toHaveLength(0);
  const done = await wang.browser.upload(`${files}/idCardBack`, card);
  expect(done.json().missing).toEqual([]);
  expect(done.json().completedAt).toBe(new Date(world.clock.now()).toISOString());
  await wang.browser.upload(`${files}/idCardBack`, card);
  const after = await deps.db.selectFrom('journal').selectAll().execute();
  expect(after.filter((row) => row.action === 'profile.completed')).toHaveLength(1);
});

test('pictures lie sealed in the storage and only their owner gets them', async () => {
  const row = await deps.db
    .selectFrom('learnerFiles')
    .select('storageKey')
    .where('learnerId', '=', wang.id)
    .where('kind', '=', 'idCardBack')
    .where('replacedAt', 'is', null)
    .executeTakeFirstOrThrow();
  expect(row.storageKey).toMatch(/^sealed\//);
  await expect(deps.storage.get(row.storageKey)).rejects.toThrow();
  expect((await li.browser.get(`${files}/idCardBack`)).statusCode).toBe(404);
  expect((await world.browser().get(`${files}/idCardBack`)).statusCode).toBe(401);
});
