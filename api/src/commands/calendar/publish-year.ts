import {
  calendarChanges,
  CALENDAR_PROBLEM_WORDS,
  ok,
  readPublishedDays,
  refuse,
  withPublishedYear,
  type CalendarProblem,
  type PublishedDay,
  type Result,
  type WorkCalendar,
} from '@xuzheng/engine';
import { insertCalendarVersion, newestCalendar } from '../../db/calendars.ts';
import type { Db } from '../../db/connect.ts';
import { writeJournal } from '../../db/journal.ts';
import type { Deps } from '../../deps.ts';
import { announceCalendar } from '../../outbox/index.ts';
import type { CalendarPreview, PublishedYearAsked } from '../../schemas/calendars.ts';
import { auditsMoved } from './audits-moved.ts';

type Drafted = {
  readonly before: WorkCalendar;
  readonly after: WorkCalendar;
  readonly days: readonly PublishedDay[];
  readonly problems: readonly CalendarProblem[];
};

async function draft(db: Db, asked: PublishedYearAsked): Promise<Result<Drafted>> {
  const before = await newestCalendar(db);
  if (before === null) return refuse('calendar/invalid');
  if (before.version !== asked.baseVersion) return refuse('request/conflict');
  const read =
    asked.csv === undefined
      ? { days: asked.days ?? [], problems: [] }
      : readPublishedDays(asked.csv);
  const { calendar: after, problems } = withPublishedYear(before, asked.year, read.days);
  // A line that could not be read is the cause of much else: the rest is looked at afterwards.
  const all = read.problems.length > 0 ? read.problems : problems;
  return ok({ before, after, days: read.days, problems: all });
}

/** What a published year would change, and how many running audits it would move. Changes nothing. */
export async function previewYear(
  deps: Pick<Deps, 'db' | 'clock'>,
  asked: PublishedYearAsked,
): Promise<Result<CalendarPreview>> {
  const drafted = await draft(deps.db, asked);
  if (!drafted.ok) return drafted;
  const { before, after, days, problems } = drafted.value;
  return ok({
    version: after.version,
    publishedThrough: after.publishedThrough,
    days: days.map((one) => ({ ...one })),
    problems: problems.map(({ line, code }) => ({
      line,
      sentence: { ...CALENDAR_PROBLEM_WORDS[code] },
    })),
    changes: calendarChanges(before, after),
    audits: await auditsMoved(deps.db, before, after, deps.clock.now()),
  });
}

/**
 * Publishes a year as a new version of the calendar; every running audit clock hears of it. Refuses a
 * table with a mistake in it, one that changes nothing, and one drawn up on an older version.
 */
export async function publishYear(
  deps: Pick<Deps, 'db' | 'clock'>,
  asked: PublishedYearAsked,
  staffId: string,
): Promise<Result<{ version: number }>> {
  return deps.db.transaction().execute(async (trx) => {
    const drafted = await draft(trx, asked);
    if (!drafted.ok) return drafted;
    const { before, after, problems } = drafted.value;
    const isNews =
      calendarChanges(before, after).length > 0 || after.publishedThrough > before.publishedThrough;
    if (problems.length > 0 || !isNews) return refuse('calendar/invalid');
    const by = { createdBy: staffId, note: asked.note.trim() };
    if (!(await insertCalendarVersion(trx, after, by))) return refuse('request/conflict');
    await announceCalendar(trx);
    await writeJournal(trx, {
      at: new Date(deps.clock.now()),
      actor: { kind: 'staff', id: staffId },
      action: 'calendar.published',
      details: { version: after.version, year: asked.year },
    });
    return ok({ version: after.version });
  });
}
