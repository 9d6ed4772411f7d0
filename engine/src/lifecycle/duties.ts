import type { Instant } from '../calendar/day.ts';
import { stoodMs, type Standstill } from '../calendar/standstill.ts';
import { can } from './lifecycle.ts';
import type { AuditClock, LifecycleEvent, LifecycleSnapshot } from './lifecycle-types.ts';
import { tagsOf } from './tags.ts';

/**
 * What a state owes the world: it waits for an answer, and stays until the answer comes as an event.
 * Read off the state, never remembered: after a crash the same state owes the same.
 */
export const DUTIES = {
  'audit.recording': 'recordVerdict',
  'appeal.filed': 'recordAppeal',
  'appeal.recording': 'recordAppealDecision',
  'renewal.reportingHours': 'reportHours',
  'renewal.requesting': 'requestRenewal',
  'renewal.reconciling': 'queryRegistry',
} as const;
export type Duty = (typeof DUTIES)[keyof typeof DUTIES];

/** The calls the state is waiting for. */
export function dutiesOf(snapshot: LifecycleSnapshot): Duty[] {
  const tags = tagsOf(snapshot);
  return Object.entries(DUTIES)
    .filter(([tag]) => tags.includes(tag))
    .map(([, duty]) => duty);
}

/** What the database says has happened. Loaded whole: the newest answer replaces every older one. */
export type Milestones = {
  readonly phoneVerifiedAt: Instant | null;
  readonly profileCompletedAt: Instant | null;
  readonly epoch: number;
  readonly hoursCompletedAt: Instant | null;
  readonly examPassedAt: Instant | null;
  readonly evidenceVersion: number;
  /** Deadlines of the open audit, or of the one these facts would open, by the newest calendar. */
  readonly clock: AuditClock | null;
  /** The basis those deadlines were counted by, as `clockFromOf` names it. */
  readonly clockFrom: Instant | null;
  /** Renewed certificates of this enrolment that have been made void by decision. */
  readonly certificatesVoided?: number;
  /** Until when the newest clear may be appealed against, by the newest calendar. */
  readonly appealWindow?: AppealWindow | null;
  /** When the appeal that waits for a decision is due, by the newest calendar. */
  readonly appealClock?: { readonly dueAt: Instant; readonly provisional: boolean } | null;
};

/** The window of one clear, by the number of its audit. */
export type AppealWindow = {
  readonly auditN: number;
  readonly until: Instant;
  readonly provisional: boolean;
};

/** What the deadlines of an audit are counted by: when it opened, and when its clock stood still. */
export type ClockBasis = {
  readonly openedAt: Instant;
  readonly standstills: readonly Standstill[];
};

/** The basis of the audit in the context. In lives of version 1 the time stood still is in `pausedMs`. */
export function clockBasisOf({ context }: LifecycleSnapshot): ClockBasis | null {
  const { audit } = context;
  if (audit === null) return null;
  const { openedAt, pausedMs, standstills = [] } = audit;
  const known = stoodMs(openedAt, Number.MAX_SAFE_INTEGER, standstills);
  return { openedAt: openedAt + pausedMs - known, standstills };
}

/** A name for that basis: it changes whenever the clock has stood still. */
export const clockFromOf = ({ context }: LifecycleSnapshot): Instant | null =>
  context.audit === null ? null : context.audit.openedAt + context.audit.pausedMs;

/**
 * The next event that facts and the passing of time demand, or null. Asked again after each event, so
 * a fact that comes too early is only waited for, and one told twice happens once.
 */
export function nextEvent(
  snapshot: LifecycleSnapshot,
  facts: Milestones,
  now: Instant,
): LifecycleEvent | null {
  const wanted = [...factEvents(snapshot, facts, now), ...timeEvents(snapshot, now)];
  return wanted.find((event) => can(snapshot, event).ok) ?? null;
}

function factEvents(
  snapshot: LifecycleSnapshot,
  facts: Milestones,
  now: Instant,
): LifecycleEvent[] {
  const { context } = snapshot;
  const events: LifecycleEvent[] = [];
  const { clock } = facts;
  if (facts.phoneVerifiedAt !== null && context.phoneVerifiedAt === null)
    events.push({ type: 'PHONE_VERIFIED', at: facts.phoneVerifiedAt });
  if (facts.profileCompletedAt !== null && context.profileCompletedAt === null)
    events.push({ type: 'PROFILE_COMPLETED', at: facts.profileCompletedAt });
  if (facts.evidenceVersion > context.evidenceVersion)
    events.push({ type: 'EVIDENCE_CHANGED', at: now, evidenceVersion: facts.evidenceVersion });
  if (appealClockDiffers(snapshot, facts.appealClock))
    events.push({ type: 'APPEAL_CLOCK', at: now, ...facts.appealClock });
  const { appealWindow: window } = facts;
  if (window != null && window.auditN === context.clear?.auditN)
    events.push({ type: 'APPEAL_WINDOW', at: now, ...endOf(window) });
  if ((facts.certificatesVoided ?? 0) > (context.certificatesVoided ?? 0))
    events.push({ type: 'CERTIFICATE_VOIDED', at: now });
  if (clock === null) return events;
  if (facts.hoursCompletedAt !== null && context.hoursCompletedAt === null)
    events.push({ type: 'HOURS_COMPLETED', at: facts.hoursCompletedAt, epoch: facts.epoch, clock });
  if (facts.examPassedAt !== null && context.examPassedAt === null)
    events.push({ type: 'EXAM_PASSED', at: facts.examPassedAt, clock });
  if (clockDiffers(snapshot, facts, clock))
    events.push({ type: 'CALENDAR_CHANGED', at: now, clock });
  return events;
}

const endOf = ({ until, provisional }: AppealWindow) => ({ until, provisional });

function appealClockDiffers(
  { context: { appeal } }: LifecycleSnapshot,
  clock: Milestones['appealClock'],
): clock is NonNullable<Milestones['appealClock']> {
  if (clock == null || appeal?.pending !== true) return false;
  return appeal.dueAt !== clock.dueAt || appeal.dueProvisional !== clock.provisional;
}

/** Deadlines counted from another instant say nothing about this audit. */
function clockDiffers(snapshot: LifecycleSnapshot, facts: Milestones, clock: AuditClock): boolean {
  const { audit } = snapshot.context;
  return (
    audit !== null &&
    facts.clockFrom === clockFromOf(snapshot) &&
    (clock.calendarVersion !== audit.calendarVersion ||
      clock.dueAt !== audit.dueAt ||
      clock.overdueAt !== audit.overdueAt ||
      clock.provisional !== audit.provisional)
  );
}

function timeEvents(snapshot: LifecycleSnapshot, now: Instant): LifecycleEvent[] {
  return deadlines(snapshot)
    .filter(({ at }) => at <= now)
    .map(({ type, at }) => ({ type, at: Math.max(at, 0) }));
}

type Deadline = { readonly type: TimedEvent; readonly at: Instant };
type TimedEvent =
  | 'DUE'
  | 'OVERDUE'
  | 'PAUSE_ENDED'
  | 'APPEAL_OVERDUE'
  | 'YEAR_ENDED'
  | 'RELEARN_ENDED'
  | 'SETTLE';

/** Every instant the state waits for. */
function deadlines({ context }: LifecycleSnapshot): Deadline[] {
  const { audit, appeal, clear, yearEndedAt, yearEndsAt, renewedAt } = context;
  const found: Deadline[] = [];
  if (audit !== null) {
    if (audit.pause != null) found.push({ type: 'PAUSE_ENDED', at: audit.pause.until });
    if (audit.dueNotedAt === null) found.push({ type: 'DUE', at: audit.dueAt });
    else if (audit.overdueNotedAt === null) found.push({ type: 'OVERDUE', at: audit.overdueAt });
  }
  if (appeal?.pending === true && appeal.dueAt !== undefined && appeal.overdueNotedAt == null) {
    found.push({ type: 'APPEAL_OVERDUE', at: appeal.dueAt });
  }
  if (yearEndedAt === null) found.push({ type: 'YEAR_ENDED', at: yearEndsAt });
  else if (clear !== null) {
    found.push({ type: 'RELEARN_ENDED', at: Math.max(clear.relearnUntil, yearEndsAt) });
  }
  if (renewedAt !== null) {
    found.push({ type: 'SETTLE', at: Math.max(renewedAt, yearEndsAt) + context.settleAfterMs });
  }
  return found;
}

/**
 * The instant at which the process must look again, or null when it waits for people alone. Only
 * deadlines that would be heard by the state count, so nothing wakes in vain.
 */
export function nextDueAt(snapshot: LifecycleSnapshot): Instant | null {
  const heard = deadlines(snapshot).filter(({ type, at }) => can(snapshot, { type, at }).ok);
  return heard.length === 0 ? null : Math.min(...heard.map(({ at }) => at));
}
