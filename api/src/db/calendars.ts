import type { KeptCalendar, Policy, WorkCalendar } from '@xuzheng/engine';
import type { Db } from './connect.ts';

/** Keeps a calendar version; the same one again does nothing. */
export async function insertCalendar(db: Db, calendar: WorkCalendar): Promise<void> {
  const { holidays, extraWorkdays } = calendar;
  await db
    .insertInto('calendars')
    .values({
      version: calendar.version,
      publishedThrough: calendar.publishedThrough,
      body: JSON.stringify({ holidays, extraWorkdays }),
    })
    .onConflict((conflict) => conflict.column('version').doNothing())
    .execute();
}

type CalendarRow = { version: number; publishedThrough: string; body: unknown };

const calendarOf = (row: CalendarRow): WorkCalendar => ({
  version: row.version,
  publishedThrough: row.publishedThrough,
  ...(row.body as Pick<WorkCalendar, 'holidays' | 'extraWorkdays'>),
});

const calendars = (db: Db) =>
  db.selectFrom('calendars').select(['version', 'publishedThrough', 'body']);

/** All calendar versions, newest first, each with where it comes from. */
export const allCalendars = async (db: Db): Promise<(WorkCalendar & { note: string })[]> =>
  (await calendars(db).select('note').orderBy('version', 'desc').execute()).map((row) => ({
    ...calendarOf(row),
    note: row.note,
  }));

/** All calendar versions, newest first, each with whether an administrator published it. */
export const keptCalendars = async (db: Db): Promise<KeptCalendar[]> =>
  (await calendars(db).select('createdBy').orderBy('version', 'desc').execute()).map((row) => ({
    ...calendarOf(row),
    publishedHere: row.createdBy !== null,
  }));

/** Keeps the next version; false when somebody else's has that number already. */
export async function insertCalendarVersion(
  db: Db,
  { version, publishedThrough, ...body }: WorkCalendar,
  by: { readonly createdBy: string | null; readonly note: string },
): Promise<boolean> {
  const row = await db
    .insertInto('calendars')
    .values({ version, publishedThrough, body: JSON.stringify(body), ...by })
    .onConflict((conflict) => conflict.column('version').doNothing())
    .returning('version')
    .executeTakeFirst();
  return row !== undefined;
}

/** One calendar version. A version that an audit names is always there. */
export const calendarVersion = async (db: Db, version: number): Promise<WorkCalendar> =>
  calendarOf(await calendars(db).where('version', '=', version).executeTakeFirstOrThrow());

/** The newest calendar, or null when none has been loaded. */
export async function newestCalendar(db: Db): Promise<WorkCalendar | null> {
  const row = await calendars(db).orderBy('version', 'desc').limit(1).executeTakeFirst();
  return row === undefined ? null : calendarOf(row);
}

const NO_CALENDAR: WorkCalendar = {
  version: 0,
  publishedThrough: '1970-01-01',
  holidays: {},
  extraWorkdays: {},
};

/** The calendar that deadlines are counted by: the newest. Plain durations need none. */
export async function calendarFor(db: Db, policy: Policy): Promise<WorkCalendar> {
  const calendar = await newestCalendar(db);
  if (calendar === null && policy.audit.workingDayMs === null) {
    throw new Error('no working calendar has been loaded');
  }
  return calendar ?? NO_CALENDAR;
}
