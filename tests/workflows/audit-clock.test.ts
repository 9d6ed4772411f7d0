import {
  CALENDAR_2020_EXTENDED,
  CALENDAR_2020_FIRST,
  fastPolicy,
  type PublishedDay,
} from '@xuzheng/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { announceCalendar } from '../../api/src/outbox/index.ts';
import { publishYear } from '../../api/src/commands/calendar/publish-year.ts';
import { insertCalendar, newestCalendar } from '../../api/src/db/calendars.ts';
import {
  acceptHours,
  auditsOf,
  commandBy,
  completeHours,
  enrol,
  enrolmentOf,
  eventsOf,
  furnish,
  STAFF,
  until,
  untilTag,
} from '../api/process/people.ts';
import {
  CALENDAR_POLICY,
  processGround,
  type ProcessGround,
} from '../api/process/process-ground.ts';

/** Working days of a minute: nothing is due while a test runs. */
const SLOW_POLICY = fastPolicy({
  id: 'slow',
  audit: { dueWorkingDays: 3, overdueWorkingDays: 5, workingDayMs: 60_000 },
});

let ground: ProcessGround;
beforeAll(async () => {
  ground = await processGround();
  await furnish(ground, CALENDAR_POLICY, SLOW_POLICY);
  const nothing = { holidays: {}, extraWorkdays: {} };
  await insertCalendar(ground.db, { version: 1, publishedThrough: '2099-12-31', ...nothing });
  await ground.startWorker();
});

/** An enrolment of a post without exam whose hours are complete. */
async function inAudit(
  post: string,
  policy = fastPolicy(),
  { idNumber = '110101199003070011' } = {},
): Promise<string> {
  const person = { idNumber, name: '王小明', phone: '13800138000' };
  const id = await enrol(ground, { policy, post, person, examRequired: false });
  await completeHours(ground, id);
  await untilTag(ground, id, 'audit.open');
  return id;
}

describe('the audit clock is a durable timer', () => {
  test('it is due after 3 working days, overdue and escalated after 5, and decides nothing', async () => {
    const id = await inAudit('materials');
    await untilTag(ground, id, 'audit.clock.due');
    await untilTag(ground, id, 'audit.clock.overdue');
    const [audit] = await auditsOf(ground, id);
    expect(audit).toMatchObject({ clock: 'overdue', closedAt: null });
    const verdicts = await ground.db.selectFrom('verdicts').selectAll().execute();
    expect(verdicts.filter((row) => row.enrolmentId === id)).toEqual([]);
    const told = await ground.db
      .selectFrom('notices')
      .select('template')
      .where('enrolmentId', '=', id)
      .execute();
    expect(told.map((row) => row.template)).toContain('auditOverdue');
    const journal = await ground.db
      .selectFrom('journal')
      .select('action')
      .where('enrolmentId', '=', id)
      .orderBy('id')
      .execute();
    expect(journal.map((row) => row.action)).toEqual(['process.due', 'process.overdue']);
    // Its events carry the instants that were due, not the instants they were heard.
    const rows = await ground.db
      .selectFrom('lifecycleEvents')
      .select(['type', 'at'])
      .where('enrolmentId', '=', id)
      .orderBy('seq')
      .execute();
    expect(rows).toEqual([
      { type: 'HOURS_COMPLETED', at: audit?.openedAt },
      { type: 'DUE', at: audit?.dueAt },
      { type: 'OVERDUE', at: audit?.overdueAt },
    ]);
    expect((audit?.dueAt.getTime() ?? 0) - (audit?.openedAt.getTime() ?? 0)).toBe(3_000);
  });

  test('a verdict may come early, and the clock strikes no more', async () => {
    const id = await inAudit('labour');
    expect((await acceptHours(ground, id)).ok).toBe(true);
    await untilTag(ground, id, 'renewal.available');
    await new Promise((resolve) => setTimeout(resolve, 5_500));
    const types = await eventsOf(ground, id);
    expect(types).toEqual(['HOURS_COMPLETED', 'ACCEPT', 'RECORDED', 'HOURS_REPORTED']);
  });

  test('a changed calendar moves a running clock', async () => {
    const id = await inAudit('documents', CALENDAR_POLICY);
    const [before] = await auditsOf(ground, id);
    const day = (ahead: number): string =>
      new Date(Date.now() + 8 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10);
    const holidays = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [day(n), '国庆节']));
    await ground.db.transaction().execute(async (trx) => {
      const calendar = { version: 2, publishedThrough: '2099-12-31', holidays, extraWorkdays: {} };
      await insertCalendar(trx, calendar);
      await announceCalendar(trx);
    });
    await until('the audit names the new calendar', async () => {
      const [audit] = await auditsOf(ground, id);
      return audit?.calendarVersion === 2;
    });
    const [after] = await auditsOf(ground, id);
    expect(after?.dueAt.getTime()).toBeGreaterThan(before?.dueAt.getTime() ?? 0);
    expect(after?.openedAt).toEqual(before?.openedAt);
    expect((await enrolmentOf(ground, id)).stateTags).toContain('audit.clock.waiting');
  });

  test('a calendar that ends before the due day marks it provisional, and nothing happens', async () => {
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    await insertCalendar(ground.db, {
      ...{ version: 3, publishedThrough: yesterday, holidays: {}, extraWorkdays: {} },
    });
    const id = await inAudit('standards', CALENDAR_POLICY);
    const [audit] = await auditsOf(ground, id);
    expect(audit).toMatchObject({ provisional: true, clock: 'waiting', calendarVersion: 3 });
  });
});

describe('working days by the published calendar, through the real process', () => {
  const shanghai = (text: string): Date => new Date(`${text}+08:00`);
  const endOf = (day: string): Date => new Date(shanghai(`${day}T00:00`).getTime() + 86_400_000);
  /** An audit opened in 2020: what is due by then is heard at once. */
  const submitted = async (day: string, post: string): Promise<string> => {
    const id = await enrol(ground, { policy: CALENDAR_POLICY, post, examRequired: false });
    await completeHours(ground, id, 1, shanghai(`${day}T16:30`));
    await untilTag(ground, id, 'audit.open');
    return id;
  };
  const publish = async (calendar: typeof CALENDAR_2020_FIRST): Promise<void> => {
    const days = [
      ...Object.entries(calendar.holidays).map(([day, name]) => ({ day, kind: 'holiday', name })),
      ...Object.entries(calendar.extraWorkdays).map(([day]) => ({
        day,
        kind: 'workday',
        name: '',
      })),
    ] as PublishedDay[];
    const { version } = (await newestCalendar(ground.db)) ?? { version: 0 };
    const asked = { baseVersion: version, year: 2020, days, note: '国务院办公厅通知' };
    expect(await publishYear(ground.shell, asked, STAFF.ana)).toMatchObject({ ok: true });
  };
  const deadlinesAre = (id: string, dueOn: string, overdueOn: string) =>
    until(`${dueOn} and ${overdueOn}`, async () => {
      const [audit] = await auditsOf(ground, id);
      const found = [audit?.dueAt.getTime(), audit?.overdueAt.getTime()];
      return found[0] === endOf(dueOn).getTime() && found[1] === endOf(overdueOn).getTime();
    });

  test('an unpublished year: nothing happens. Published, it strikes; extended, it moves', async () => {
    await insertCalendar(ground.db, {
      ...{ version: 4, publishedThrough: '2019-12-31', holidays: {}, extraWorkdays: {} },
    });
    const id = await submitted('2020-01-22', 'quality-equipment');
    expect((await auditsOf(ground, id))[0]).toMatchObject({ provisional: true, clock: 'waiting' });
    expect(await eventsOf(ground, id)).toEqual(['HOURS_COMPLETED']);

    await publish(CALENDAR_2020_FIRST);
    await untilTag(ground, id, 'audit.clock.overdue');
    await deadlinesAre(id, '2020-02-01', '2020-02-04');
    const told = await ground.db
      .selectFrom('lifecycleEvents')
      .select(['type', 'at'])
      .where('enrolmentId', '=', id)
      .orderBy('seq')
      .execute();
    expect(told.slice(2)).toEqual([
      { type: 'DUE', at: endOf('2020-02-01') },
      { type: 'OVERDUE', at: endOf('2020-02-04') },
    ]);

    await publish(CALENDAR_2020_EXTENDED);
    await deadlinesAre(id, '2020-02-04', '2020-02-06');
    expect((await auditsOf(ground, id))[0]).toMatchObject({ provisional: false, clock: 'overdue' });
  });

  test.each([
    ['2020-09-25', '2020-09-29', '2020-10-09', 'quality-decoration'],
    ['2020-10-08', '2020-10-12', '2020-10-14', 'construction-equipment'],
    ['2020-04-24', '2020-04-28', '2020-04-30', 'construction-decoration'],
  ])('submitted on %s: +3 is %s, +5 is %s', async (day, dueOn, overdueOn, post) => {
    const id = await submitted(day, post);
    await deadlinesAre(id, dueOn, overdueOn);
  });
});

describe('the audit clock is paused with a reason', () => {
  const stopFor = (id: string, workingDays: number) =>
    commandBy(ground, id, `staff:${STAFF.ana}`, {
      ...{ type: 'PAUSE_AUDIT', by: STAFF.ana, reasonCode: 'systemFault', textId: null },
      workingDays,
    });

  test('it goes on by itself, its deadlines later by the time it stood, and strikes then', async () => {
    const id = await inAudit('construction-municipal');
    const [before] = await auditsOf(ground, id);
    expect(await stopFor(id, 4)).toMatchObject({ ok: true });
    const [paused] = await auditsOf(ground, id);
    expect(paused).toMatchObject({ clock: 'paused', pause: { reasonCode: 'systemFault' } });
    await untilTag(ground, id, 'audit.clock.due');
    expect(await eventsOf(ground, id)).toEqual([
      ...['HOURS_COMPLETED', 'PAUSE_AUDIT', 'PAUSE_ENDED', 'DUE'],
    ]);
    const [after] = await auditsOf(ground, id);
    const [stood] = after?.standstills as { from: number; to: number }[];
    expect(after?.pausedAt).toBeNull();
    expect(stood?.from).toBe(paused?.pausedAt?.getTime());
    expect((after?.dueAt.getTime() ?? 0) - (before?.dueAt.getTime() ?? 0)).toBe(
      (stood?.to ?? 0) - (stood?.from ?? 0),
    );
    const journal = await ground.db
      .selectFrom('journal')
      .select('action')
      .where('enrolmentId', '=', id)
      .execute();
    expect(journal.map((row) => row.action)).toContain('process.pauseEnded');
  });

  test('a pause longer than the policy’s ten working days is refused and stops nothing', async () => {
    const id = await inAudit('quality-municipal');
    const code = 'audit/pauseTooLong';
    expect(await stopFor(id, 11)).toMatchObject({ ok: false, refusal: { code } });
    expect(await stopFor(id, 9)).toMatchObject({ ok: true });
    const again = { type: 'RESUME_AUDIT', by: STAFF.ana } as const;
    expect(await commandBy(ground, id, 'x', again)).toMatchObject({ ok: true });
    const none = { ok: false, refusal: { code: 'audit/notPaused' } };
    expect(await commandBy(ground, id, 'x', again)).toMatchObject(none);
  });

  test('working days that ended meanwhile are not counted, by the calendar', async () => {
    const id = await inAudit('quality-civil', CALENDAR_POLICY);
    expect(await stopFor(id, 2)).toMatchObject({ ok: true });
    const { clock } = (await auditsOf(ground, id))[0] ?? {};
    expect(clock).toBe('paused');
    await commandBy(ground, id, 'x', { type: 'RESUME_AUDIT', by: STAFF.ana });
    await untilTag(ground, id, 'audit.clock.waiting');
    // A pause of less than a day ends no working day: the deadline is again the end of one.
    await until('the deadline is a midnight of Shanghai', async () => {
      const [audit] = await auditsOf(ground, id);
      return ((audit?.dueAt.getTime() ?? 1) + 8 * 3_600_000) % 86_400_000 === 0;
    });
  });
});
