import { fastPolicy } from '@xuzheng/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { announceCalendar } from '../../api/src/outbox/index.ts';
import { insertCalendar } from '../../api/src/db/calendars.ts';
import {
  acceptHours,
  auditsOf,
  completeHours,
  enrol,
  enrolmentOf,
  eventsOf,
  furnish,
  until,
  untilTag,
} from '../api/process/people.ts';
import { processGround, type ProcessGround } from '../api/process/process-ground.ts';

/** Working days by a real calendar, so that a changed calendar moves the deadlines. */
const CALENDAR_POLICY = fastPolicy({
  id: 'by-calendar',
  audit: { dueWorkingDays: 3, overdueWorkingDays: 5, workingDayMs: null },
});
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
    expect(await eventsOf(ground, id)).toEqual(['HOURS_COMPLETED', 'DUE', 'OVERDUE']);
  });

  test('its events carry the instants that were due, not the instants they were heard', async () => {
    const id = await inAudit('machinery');
    await untilTag(ground, id, 'audit.clock.overdue');
    const [audit] = await auditsOf(ground, id);
    const rows = await ground.db
      .selectFrom('lifecycleEvents')
      .select(['type', 'at'])
      .where('enrolmentId', '=', id)
      .orderBy('seq')
      .execute();
    expect(rows.map((row) => row.at)).toEqual([audit?.openedAt, audit?.dueAt, audit?.overdueAt]);
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
