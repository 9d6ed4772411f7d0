import {
  auditDeadlines,
  auditOpensAfter,
  DAY_MS,
  pauseAtMostUntil,
  startOfDay,
  workingDeadline,
  type AuditClock,
  type ClockBasis,
  type LifecycleSnapshot,
  type Milestones,
  type Policy,
} from '@xuzheng/engine';
import type { Birth, LifecycleActivities } from '@xuzheng/workflows';
import { calendarFor } from '../db/calendars.ts';
import type { Db } from '../db/connect.ts';
import { enrolmentForProcess, type ProcessedEnrolment } from '../db/enrolments.ts';
import { policyOf } from '../db/policies.ts';
import { certificatesVoidedOf } from '../db/renewals.ts';
import { appealClockOf, appealWindowOf } from './appeal-clock.ts';
import type { Shell } from './shell.ts';

/** Deadlines that fall on the same midnight for everybody are heard within a minute. */
const SPREAD_MS = 60_000;
/** The last beats before midnight come first: the year's end does not overtake what they complete. */
const FIRST_MS = 20_000;

async function clockBy(db: Db, policy: Policy, basis: ClockBasis): Promise<AuditClock> {
  const calendar = await calendarFor(db, policy);
  const deadlines = auditDeadlines(basis.openedAt, policy.audit, calendar, basis.standstills);
  const { dueAt, overdueAt, calendarVersion, provisional, dueProvisional } = deadlines;
  return { dueAt, overdueAt, calendarVersion, provisional, dueProvisional };
}

/** How long after a midnight shared by all an enrolment hears of it; always the same for an id. */
export const spreadOf = (id: string): number =>
  FIRST_MS + (parseInt(id.replaceAll('-', '').slice(-6), 16) % (SPREAD_MS - FIRST_MS));

const ms = (date: Date | null): number | null => date?.getTime() ?? null;

/** What an enrolment begins with, by its policy. */
export function birthOf(enrolment: ProcessedEnrolment, policy: Policy): Birth {
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
    record: recordOf(enrolment),
    tellsSeq: true,
  };
}

/** The open audit's clock, if there is one. */
type Running = { readonly clockFrom: number | null; readonly basis?: ClockBasis | null };

/** Where the enrolment's process last stood, if it ever wrote anything. */
const recordOf = (enrolment: ProcessedEnrolment): LifecycleSnapshot | null =>
  enrolment.machineVersion === null
    ? null
    : {
        machineVersion: enrolment.machineVersion,
        value: enrolment.state as LifecycleSnapshot['value'],
        context: enrolment.stateContext as unknown as LifecycleSnapshot['context'],
        seq: enrolment.stateSeq,
      };

async function milestonesOf(
  { db, clock }: Shell,
  enrolment: ProcessedEnrolment,
  running: Running,
): Promise<Milestones> {
  // Hosts' clocks differ by a little: nothing has happened later than now.
  const now = clock.now();
  const past = (date: Date | null): number | null =>
    date === null ? null : Math.min(date.getTime(), now);
  const hoursCompletedAt = past(enrolment.hoursCompletedAt);
  const examPassedAt = past(enrolment.examPassedAt);
  const opening = Math.max(hoursCompletedAt ?? 0, examPassedAt ?? 0);
  const from = running.clockFrom ?? (opening === 0 ? null : opening);
  const basis = running.basis ?? { openedAt: from ?? 0, standstills: [] };
  const policy = await policyOf(db, enrolment);
  return {
    phoneVerifiedAt: past(enrolment.phoneVerifiedAt),
    profileCompletedAt: past(enrolment.profileCompletedAt),
    epoch: enrolment.epoch,
    hoursCompletedAt,
    examPassedAt,
    evidenceVersion: enrolment.evidenceVersion,
    clock: from === null ? null : await clockBy(db, policy, basis),
    clockFrom: from,
    certificatesVoided: await certificatesVoidedOf(db, enrolment.id),
    appealWindow: await appealWindowOf(db, enrolment, policy, () => calendarFor(db, policy)),
    appealClock: await appealClockOf(db, enrolment.id, policy, () => calendarFor(db, policy)),
  };
}

type Loads = Pick<
  LifecycleActivities,
  'loadEnrolment' | 'loadMilestones' | 'planAudit' | 'planPause'
>;

/** What the process reads: the enrolment at its beginning, the facts whenever they change. */
export const loads = (shell: Shell): Loads => ({
  loadEnrolment: async ({ enrolmentId }) => {
    const enrolment = await enrolmentForProcess(shell.db, enrolmentId);
    return birthOf(enrolment, await policyOf(shell.db, enrolment));
  },
  loadMilestones: async ({ enrolmentId, ...running }) =>
    milestonesOf(shell, await enrolmentForProcess(shell.db, enrolmentId), running),
  planAudit: async ({ enrolmentId, openedAt }) => {
    const enrolment = await enrolmentForProcess(shell.db, enrolmentId);
    const basis = { openedAt, standstills: [] };
    return clockBy(shell.db, await policyOf(shell.db, enrolment), basis);
  },
  planPause: async ({ enrolmentId, at, workingDays, basis }) => {
    const policy = await policyOf(shell.db, await enrolmentForProcess(shell.db, enrolmentId));
    const calendar = await calendarFor(shell.db, policy);
    return {
      until: workingDeadline(at, workingDays, policy.audit, calendar),
      atMost: pauseAtMostUntil(at, basis.standstills, policy.audit, calendar),
    };
  },
});
