import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  auditBeads,
  auditDaysLeft,
  auditDeadlines,
  CALENDAR_2020_EXTENDED,
  CALENDAR_2020_FIRST,
  CALENDAR_CN,
  dayDeadline,
  DEMO_POLICY,
  HANDBOOK_POLICY,
  isWorkingDay,
  remainingWorkingDays,
  workingDaysLeft,
  workingDeadline,
  type WorkCalendar,
} from '@xuzheng/engine';

const rule = HANDBOOK_POLICY.audit;
const shanghai = (text: string): number => Date.parse(`${text}+08:00`);

describe('审核时间大约需要 3 到 5 个工作日', () => {
  const golden: [string, WorkCalendar, string, string][] = [
    ['2020-09-25', CALENDAR_CN, '2020-09-29', '2020-10-09'],
    ['2020-10-08', CALENDAR_CN, '2020-10-12', '2020-10-14'],
    ['2020-04-24', CALENDAR_CN, '2020-04-28', '2020-04-30'],
    ['2020-01-22', CALENDAR_2020_FIRST, '2020-02-01', '2020-02-04'],
    ['2020-01-22', CALENDAR_2020_EXTENDED, '2020-02-04', '2020-02-06'],
    ['2020-01-22', CALENDAR_CN, '2020-02-04', '2020-02-06'],
  ];

  it.each(golden)('submitted on %s', (start, calendar, dueOn, overdueOn) => {
    expect(addWorkingDays(start, 3, calendar)).toBe(dueOn);
    expect(addWorkingDays(start, 5, calendar)).toBe(overdueOn);
    const deadlines = auditDeadlines(shanghai(`${start}T16:30`), rule, calendar);
    expect(deadlines).toMatchObject({ dueOn, overdueOn, provisional: false });
    expect(deadlines.dueAt).toBe(shanghai(`${dueOn}T00:00`) + 86_400_000);
    expect(deadlines.overdueAt).toBe(shanghai(`${overdueOn}T00:00`) + 86_400_000);
  });

  it('the start day is not counted, whatever the hour', () => {
    const early = auditDeadlines(shanghai('2026-03-09T00:00'), rule, CALENDAR_CN);
    const late = auditDeadlines(shanghai('2026-03-09T23:59:59.999'), rule, CALENDAR_CN);
    expect(early).toEqual(late);
    expect(early.dueOn).toBe('2026-03-12');
  });

  it('an extra working day at a weekend counts, a holiday in the week does not', () => {
    expect(isWorkingDay('2020-09-27', CALENDAR_CN)).toBe(true);
    expect(isWorkingDay('2020-10-05', CALENDAR_CN)).toBe(false);
    expect(isWorkingDay('2026-03-07', CALENDAR_CN)).toBe(false);
  });

  it('a year that is not published yet is marked provisional', () => {
    const deadlines = auditDeadlines(shanghai('2026-12-28T10:00'), rule, CALENDAR_CN);
    expect(deadlines.dueOn).toBe('2026-12-31');
    expect(deadlines).toMatchObject({
      dueProvisional: false,
      overdueProvisional: true,
      provisional: true,
    });
  });

  it('a changed calendar moves the deadlines and names its version', () => {
    const before = auditDeadlines(shanghai('2020-01-22T10:00'), rule, CALENDAR_2020_FIRST);
    const after = auditDeadlines(shanghai('2020-01-22T10:00'), rule, CALENDAR_2020_EXTENDED);
    expect(after.dueAt).toBeGreaterThan(before.dueAt);
    expect([before.calendarVersion, after.calendarVersion]).toEqual([1, 2]);
  });

  it('a policy whose working day lasts 20 s asks no calendar', () => {
    const at = shanghai('2026-10-03T10:00');
    const deadlines = auditDeadlines(at, DEMO_POLICY.audit, CALENDAR_CN);
    expect(deadlines.dueAt - at).toBe(60_000);
    expect(deadlines.overdueAt - at).toBe(100_000);
    expect(deadlines.dueOn).toBeNull();
  });
});

describe('the clock the learner sees', () => {
  const opened = shanghai('2020-09-25T10:00');

  it('is a row of working days with the holidays between them by name', () => {
    const beads = auditBeads(opened, shanghai('2020-09-28T09:00'), rule, CALENDAR_CN);
    expect(beads.map((bead) => bead.day)).toEqual([
      '2020-09-27',
      '2020-09-28',
      '2020-09-29',
      '2020-09-30',
      '2020-10-09',
    ]);
    expect(beads.map((bead) => bead.status)).toEqual([
      'past',
      'current',
      'ahead',
      'ahead',
      'ahead',
    ]);
    expect(beads.map((bead) => bead.deadline)).toEqual([null, null, 'due', null, 'overdue']);
    expect(beads[0]?.daysOff).toEqual([{ name: '', days: 1 }]);
    expect(beads[4]?.daysOff).toEqual([{ name: '国庆节', days: 8 }]);
  });

  it('counts the working days left, today included until its end', () => {
    expect(remainingWorkingDays(shanghai('2020-09-28T23:59'), '2020-09-29', CALENDAR_CN)).toBe(2);
    const { dueAt } = auditDeadlines(opened, rule, CALENDAR_CN);
    expect(workingDaysLeft(shanghai('2020-09-29T23:59'), dueAt, rule, CALENDAR_CN)).toBe(1);
    expect(workingDaysLeft(dueAt, dueAt, rule, CALENDAR_CN)).toBe(0);
  });

  it('leaves all five days on the day of the submission, which is not counted', () => {
    const { overdueAt } = auditDeadlines(opened, rule, CALENDAR_CN);
    const left = (at: string) => auditDaysLeft(shanghai(at), overdueAt, rule, CALENDAR_CN);
    expect(left('2020-09-25T23:00')).toBe(5);
    expect(left('2020-09-29T10:00')).toBe(3);
    expect(auditDaysLeft(overdueAt, overdueAt, rule, CALENDAR_CN)).toBe(0);
  });

  it('has beads of 20 s under the demo policy', () => {
    const beads = auditBeads(opened, opened + 45_000, DEMO_POLICY.audit, CALENDAR_CN);
    expect(beads.map((bead) => bead.status)).toEqual(['past', 'past', 'current', 'ahead', 'ahead']);
    expect(workingDaysLeft(opened + 45_000, opened + 60_000, DEMO_POLICY.audit, CALENDAR_CN)).toBe(
      1,
    );
  });
});

describe('windows', () => {
  it('an appeal may be filed until the end of the fifth working day', () => {
    const until = workingDeadline(shanghai('2020-09-25T10:00'), 5, rule, CALENDAR_CN);
    expect(until).toBe(shanghai('2020-10-10T00:00'));
  });

  it('the relearn window ends with its sixtieth day', () => {
    expect(dayDeadline(shanghai('2026-11-23T10:00'), 60, rule)).toBe(shanghai('2027-01-23T00:00'));
  });
});
