import { CALENDAR_CN, type WorkCalendar } from '@xuzheng/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installCalendar } from '../../../api/src/commands/install-shipped.ts';
import {
  allCalendars,
  insertCalendarVersion,
  newestCalendar,
} from '../../../api/src/db/calendars.ts';
import { connectDb, type Db } from '../../../api/src/db/connect.ts';
import { insertStaff } from '../../../api/src/db/staff.ts';
import { cloneDatabase } from '../../support/database.ts';

let db: Db;
let admin: string;
beforeAll(async () => {
  db = connectDb((await cloneDatabase()).url);
  const none = { idNumberIndex: null, employer: null, totpSecretSealed: Buffer.from('-') };
  const staff = { login: 'root', displayName: '管理员', roles: ['admin'], passwordHash: '-' };
  admin = (await insertStaff(db, { ...staff, ...none, createdAt: new Date() })) ?? '';
});
afterAll(() => db.destroy());

const withYear = (calendar: WorkCalendar, year: number): WorkCalendar => ({
  ...calendar,
  publishedThrough: `${year}-12-31`,
  holidays: { ...calendar.holidays, [`${year}-01-01`]: '元旦' },
});

test('a release’s calendar does not vanish behind a published version of the same number', async () => {
  // Both processes of an installation start at once.
  await Promise.all([installCalendar(db, CALENDAR_CN), installCalendar(db, CALENDAR_CN)]);
  expect(await allCalendars(db)).toHaveLength(1);

  const year = Number(CALENDAR_CN.publishedThrough.slice(0, 4)) + 1;
  const own = { ...withYear(CALENDAR_CN, year), version: CALENDAR_CN.version + 1 };
  own.holidays = { ...own.holidays, [`${year}-01-04`]: '临时放假' };
  expect(await insertCalendarVersion(db, own, { createdBy: admin, note: '通知' })).toBe(true);

  const release = {
    ...withYear(withYear(CALENDAR_CN, year), year + 1),
    version: own.version,
  };
  expect(await installCalendar(db, release)).toBe(true);
  const newest = await newestCalendar(db);
  expect(newest).toMatchObject({
    ...{ version: own.version + 1, publishedThrough: `${year + 1}-12-31` },
    holidays: { [`${year}-01-04`]: '临时放假', [`${year + 1}-01-01`]: '元旦' },
  });

  // The next start, and the next start of the release before, change nothing.
  expect(await installCalendar(db, release)).toBe(false);
  expect(await installCalendar(db, CALENDAR_CN)).toBe(false);
  expect(await newestCalendar(db)).toEqual(newest);
});
