import { fastPolicy } from '@xuzheng/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { announceCalendar } from '../../api/src/outbox/index.ts';
import { insertCalendar } from '../../api/src/db/calendars.ts';
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

describe('the audit clock is paused with a reason', () => {
  const stopFor = (id: string, workingDays: number) =>
    commandBy(ground, id, `staff:${STAFF.ana}`, {
      ...{ type: 'PAUSE_AUDIT', by: STAFF.ana, reasonCode: 'systemFault', textId: null },
      workingDays,
    });

  test('it goes on by itself, its deadlines later by the time it stood, and strikes then', async () => {
    const id = await inAudit('quality-equipment');
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
    const id = await inAudit('quality-decoration');
    const code = 'audit/pauseTooLong';
    expect(await stopFor(id, 11)).toMatchObject({ ok: false, refusal: { code } });
    expect(await stopFor(id, 9)).toMatchObject({ ok: true });
    const again = { type: 'RESUME_AUDIT', by: STAFF.ana } as const;
    expect(await commandBy(ground, id, 'x', again)).toMatchObject({ ok: true });
    const none = { ok: false, refusal: { code: 'audit/notPaused' } };
    expect(await commandBy(ground, id, 'x', again)).toMatchObject(none);
  });

  test('working days that ended meanwhile are not counted, by the calendar', async () => {
    const id = await inAudit('construction-equipment', CALENDAR_POLICY);
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
