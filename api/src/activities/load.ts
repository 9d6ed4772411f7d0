import {
  auditDeadlines,
  auditOpensAfter,
  DAY_MS,
  startOfDay,
  type AuditClock,
  type Milestones,
  type Policy,
  type WorkCalendar,
} from '@xuzheng/engine';
import type { Birth, LifecycleActivities } from '@xuzheng/workflows';
import { newestCalendar } from '../db/calendars.ts';
import type { Db } from '../db/connect.ts';
import { enrolmentForProcess, type ProcessedEnrolment } from '../db/enrolments.ts';
import { policyOf } from '../db/policies.ts';
import type { Shell } from './shell.ts';

/** Deadlines that fall on the same midnight for everybody are heard within a minute. */
const SPREAD_MS = 60_000;

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

async function clockFrom(db: Db, policy: Policy, openedAt: number): Promise<AuditClock> {
  const calendar = await calendarFor(db, policy);
  const deadlines = auditDeadlines(openedAt, policy.audit, calendar);
  const { dueAt, overdueAt, calendarVersion, provisional, dueProvisional } = deadlines;
  return { dueAt, overdueAt, calendarVersion, provisional, dueProvisional };
}

/** A small number that is always the same for an id. */
const spreadOf = (id: string): number => parseInt(id.replaceAll('-', '').slice(-6), 16) % SPREAD_MS;

const ms = (date: Date | null): number | null => date?.getTime() ?? null;

function birthOf(enrolment: ProcessedEnrolment, policy: Policy): Birth {
  const dayMs = policy.audit.workingDayMs;
  return {
    input: {
      enrolmentId: enrolment.id,
      examRequired: enrolment.examRequired,
      auditOpensAfter: enrolment.examRequired ? auditOpensAfter(policy, enrolment.post) : 'hours',
      yearEndsAt: startOfDay(enrolment.yearEndsOn),
      settleAfterMs: policy.relearnWindowDays * (dayMs ?? DAY_MS),
      at: enrolment.createdAt.getTime(),
      phoneVerifiedAt: ms(enrolment.phoneVerifiedAt),
      profileCompletedAt: ms(enrolment.profileCompletedAt),
    },
    spreadMs: dayMs === null ? spreadOf(enrolment.id) : 0,
  };
}

async function milestonesOf(
  { db, clock }: Shell,
  enrolment: ProcessedEnrolment,
  openedAt: number | null,
): Promise<Milestones> {
  // Hosts' clocks differ by a little: nothing has happened later than now.
  const now = clock.now();
  const past = (date: Date | null): number | null =>
    date === null ? null : Math.min(date.getTime(), now);
  const hoursCompletedAt = past(enrolment.hoursCompletedAt);
  const examPassedAt = past(enrolment.examPassedAt);
  const opening = Math.max(hoursCompletedAt ?? 0, examPassedAt ?? 0);
  const from = openedAt ?? (opening === 0 ? null : opening);
  const policy = await policyOf(db, enrolment);
  return {
    phoneVerifiedAt: past(enrolment.phoneVerifiedAt),
    profileCompletedAt: past(enrolment.profileCompletedAt),
    epoch: enrolment.epoch,
    hoursCompletedAt,
    examPassedAt,
    evidenceVersion: enrolment.evidenceVersion,
    clock: from === null ? null : await clockFrom(db, policy, from),
    clockFrom: from,
  };
}

type Loads = Pick<LifecycleActivities, 'loadEnrolment' | 'loadMilestones' | 'planAudit'>;

/** What the process reads: the enrolment at its beginning, the facts whenever they change. */
export const loads = (shell: Shell): Loads => ({
  loadEnrolment: async ({ enrolmentId }) => {
    const enrolment = await enrolmentForProcess(shell.db, enrolmentId);
    return birthOf(enrolment, await policyOf(shell.db, enrolment));
  },
  loadMilestones: async ({ enrolmentId, clockFrom: openedAt }) =>
    milestonesOf(shell, await enrolmentForProcess(shell.db, enrolmentId), openedAt),
  planAudit: async ({ enrolmentId, openedAt }) => {
    const enrolment = await enrolmentForProcess(shell.db, enrolmentId);
    return clockFrom(shell.db, await policyOf(shell.db, enrolment), openedAt);
  },
});
