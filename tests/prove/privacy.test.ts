import { beforeAll, describe, expect, test } from 'vitest';
import { storyLearner } from '../e2e/stage/people.ts';
import { openSchool } from '../e2e/stage/school.ts';
import { foundInClear, writingsOf, type Place } from './privacy/in-clear.ts';
import { liveThroughAll } from './privacy/life.ts';
import { databasePlaces, filesUnder, temporalPlaces } from './privacy/stores.ts';

const who = { ...storyLearner(7, '欧阳静宜'), phone: '19900007431' };
const newPhone = '19900008642';
const SECRETS = { name: who.name, idNumber: who.idNumber, phone: who.phone, newPhone };
/** How a picture begins, with and without the usual first segment. */
const JPEG_HEADS = ['ffd8ffe000104a46494600', 'ffd8ffdb004300', 'ffd8ffe1'].map((hex) =>
  Buffer.from(hex, 'hex'),
);

const school = await openSchool({
  screens: false,
  lessons: ['api/content/short-lessons/short-height'],
  // More than production prints.
  environment: { LOG_LEVEL: 'debug' },
});
const { product } = school;
let portrait: Buffer;
let database: Place[];
let processes: Place[];
let files: Place[];
let logs: Place[];
beforeAll(async () => {
  const { visitor } = await liveThroughAll(school, { who, newPhone });
  portrait = await visitor.file('/api/me/profile/files/portrait');
  [database, processes, files, logs] = await Promise.all([
    databasePlaces(product.databaseUrl),
    temporalPlaces(product.temporal),
    filesUnder(product.storageFolder),
    filesUnder(product.logFolder),
  ]);
}, 240_000);

const sizeOf = (places: readonly Place[]): number =>
  places.reduce((sum, { bytes }) => sum + bytes.length, 0);
const pictures = (): Place[] => files.filter(({ where }) => where.includes('/sealed/'));

describe('after a whole life, no ID number, phone or name lies in clear', () => {
  test('in a dump of the database, nor in its files', () => {
    expect(database.filter(({ where }) => where.startsWith('table')).length).toBeGreaterThan(40);
    expect(database.some(({ where }) => /learners \(1 rows\)/.test(where))).toBe(true);
    expect(foundInClear(database, SECRETS)).toEqual([]);
  });

  test('in the histories, memos, search attributes and ids of its process', () => {
    expect(processes).toHaveLength(2);
    expect(sizeOf(processes)).toBeGreaterThan(20_000);
    expect(foundInClear(processes, SECRETS)).toEqual([]);
  });

  test('in the logs of API and worker', () => {
    expect(logs.map(({ where }) => where.split('/').at(-1)).sort()).toEqual([
      'api.log',
      'worker.log',
    ]);
    expect(logs[0]?.bytes.includes('/api/learners/search')).toBe(true);
    expect(foundInClear(logs, SECRETS)).toEqual([]);
  });

  test('in the storage', () => {
    expect(pictures().length).toBeGreaterThan(5);
    expect(foundInClear(files, SECRETS)).toEqual([]);
  });
});

test('no picture of a person lies in clear in the storage or in the database', () => {
  const middle = portrait.subarray(portrait.length >> 1, (portrait.length >> 1) + 64);
  const places = [...files, ...database, ...processes, ...logs];
  expect(places.filter(({ bytes }) => bytes.includes(middle)).map(({ where }) => where)).toEqual(
    [],
  );
  const seen = [...pictures(), ...database, ...processes].filter(({ bytes }) =>
    JPEG_HEADS.some((head) => bytes.includes(head)),
  );
  expect(seen.map(({ where }) => where)).toEqual([]);
  expect(JPEG_HEADS.some((head) => portrait.includes(head))).toBe(true);
});

describe('the search would find it', () => {
  test.each(Object.entries(SECRETS))('planted in any writing: %s', (name, value) => {
    const [place] = processes;
    if (!place) throw new Error('no place to plant in');
    for (const [writing, written] of writingsOf(value)) {
      const bytes = Buffer.concat([place.bytes, written, place.bytes]);
      const found = foundInClear([{ where: 'a copy', bytes }], { [name]: value });
      expect(found).toContain(`${name} (${writing}) in a copy`);
    }
  });

  test.each([0, 1, 2])('in a base64 text that begins %s bytes before it', (before) => {
    for (const [name, value] of Object.entries(SECRETS)) {
      const text = Buffer.from(`${'x'.repeat(before)}${value}yz`).toString('base64');
      const found = foundInClear([{ where: 'a copy', bytes: Buffer.from(text) }], {
        [name]: value,
      });
      expect(found.length).toBeGreaterThan(0);
    }
  });

  test('and a picture that was stored unsealed', () => {
    const bytes = Buffer.concat([Buffer.alloc(1_000), portrait]);
    expect(
      bytes.includes(portrait.subarray(portrait.length >> 1, (portrait.length >> 1) + 64)),
    ).toBe(true);
  });
});
