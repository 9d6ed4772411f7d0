import {
  apply,
  can,
  start,
  tagsOf,
  type AuditClock,
  type LifecycleEvent,
  type LifecycleInput,
  type LifecycleSnapshot,
} from '@xuzheng/engine';

/** Monday, 2020-09-21 09:00 in Shanghai. */
export const BEGAN = Date.UTC(2020, 8, 21, 1);
export const DAY = 86_400_000;

export const clockAt = (openedAt: number, version = 1): AuditClock => ({
  dueAt: openedAt + 3 * DAY,
  overdueAt: openedAt + 5 * DAY,
  calendarVersion: version,
  provisional: false,
  dueProvisional: false,
});

export const inputWith = (part: Partial<LifecycleInput> = {}): LifecycleInput => ({
  enrolmentId: '0199d7a0-0000-7000-8000-000000000001',
  examRequired: true,
  auditOpensAfter: 'hoursAndExam',
  yearEndsAt: BEGAN + 100 * DAY,
  settleAfterMs: 60 * DAY,
  at: BEGAN,
  phoneVerifiedAt: BEGAN,
  profileCompletedAt: BEGAN,
  ...part,
});

export type Move = LifecycleEvent;
const at = (day: number): number => BEGAN + day * DAY;

/** Short words for the events of a life; the argument is the day since the beginning. */
export const move = {
  phone: (day = 0): Move => ({ type: 'PHONE_VERIFIED', at: at(day) }),
  profile: (day = 0): Move => ({ type: 'PROFILE_COMPLETED', at: at(day) }),
  phoneChanged: (day = 0): Move => ({ type: 'PHONE_CHANGED', at: at(day) }),
  hours: (day: number, epoch = 1): Move => ({
    ...{ type: 'HOURS_COMPLETED', at: at(day), epoch },
    clock: clockAt(at(day)),
  }),
  exam: (day: number): Move => ({ type: 'EXAM_PASSED', at: at(day), clock: clockAt(at(day)) }),
  due: (day: number): Move => ({ type: 'DUE', at: at(day) }),
  overdue: (day: number): Move => ({ type: 'OVERDUE', at: at(day) }),
  calendar: (day: number, from: number, version = 2): Move => ({
    ...{ type: 'CALENDAR_CHANGED', at: at(day) },
    clock: clockAt(at(from), version),
  }),
  evidence: (day: number, evidenceVersion: number): Move => ({
    ...{ type: 'EVIDENCE_CHANGED', at: at(day), evidenceVersion },
  }),
  accept: (day: number, by = 'ana', evidenceVersion = 0): Move => ({
    ...{ type: 'ACCEPT', at: at(day), by, evidenceVersion },
  }),
  propose: (day: number, by = 'ana', evidenceVersion = 0): Move => ({
    ...{ type: 'PROPOSE_CLEAR', at: at(day), by, evidenceVersion },
    ...{ reasonCode: 'impersonation', textId: 't', findingIds: [] },
  }),
  reject: (day: number, by = 'ben'): Move => ({ type: 'REJECT_PROPOSAL', at: at(day), by }),
  sign: (day: number, by = 'ben', evidenceVersion = 0): Move => ({
    ...{ type: 'SIGN_CLEAR', at: at(day), by, evidenceVersion },
  }),
  recorded: (day: number): Move => ({ type: 'RECORDED', at: at(day), what: 'verdict' }),
  cleared: (day: number): Move => ({
    ...{ type: 'RECORDED', at: at(day), what: 'verdict' },
    ...{ appealUntil: at(day + 5), relearnUntil: at(day + 60) },
  }),
  stale: (day: number, evidenceVersion: number): Move => ({
    ...{ type: 'STALE', at: at(day), evidenceVersion },
  }),
  appeal: (day: number): Move => ({
    ...{ type: 'FILE_APPEAL', at: at(day), appealId: 'a', textId: 't' },
  }),
  appealFiled: (day: number): Move => ({ type: 'RECORDED', at: at(day), what: 'appealFiled' }),
  appealDecided: (day: number): Move => ({ type: 'RECORDED', at: at(day), what: 'appealDecided' }),
  appealClock: (day: number, dueDay: number, provisional = false): Move => ({
    ...{ type: 'APPEAL_CLOCK', at: at(day), dueAt: at(dueDay), provisional },
  }),
  appealWindow: (day: number, untilDay: number, provisional = false): Move => ({
    ...{ type: 'APPEAL_WINDOW', at: at(day), until: at(untilDay), provisional },
  }),
  appealOverdue: (day: number): Move => ({ type: 'APPEAL_OVERDUE', at: at(day) }),
  withdrawAppeal: (day: number): Move => ({ type: 'WITHDRAW_APPEAL', at: at(day) }),
  pause: (day: number, until = day + 2, atMost = day + 10): Move => ({
    ...{ type: 'PAUSE_AUDIT', at: at(day), by: 'ana', reasonCode: 'evidenceAsked', textId: 't' },
    ...{ until: at(until), atMost: at(atMost) },
  }),
  resume: (day: number, by = 'ana'): Move => ({ type: 'RESUME_AUDIT', at: at(day), by }),
  pauseEnded: (day: number): Move => ({ type: 'PAUSE_ENDED', at: at(day) }),
  grant: (day: number, by = 'cho'): Move => ({ type: 'GRANT', at: at(day), by, textId: 't' }),
  dismiss: (day: number, by = 'cho'): Move => ({ type: 'DISMISS', at: at(day), by, textId: 't' }),
  reported: (day: number): Move => ({ type: 'HOURS_REPORTED', at: at(day) }),
  renew: (day: number): Move => ({ type: 'RENEW', at: at(day) }),
  confirmed: (day: number): Move => ({ type: 'REGISTRY_CONFIRMED', at: at(day) }),
  refused: (day: number): Move => ({ type: 'REGISTRY_REFUSED', at: at(day) }),
  unknown: (day: number): Move => ({ type: 'REGISTRY_UNKNOWN', at: at(day) }),
  notFound: (day: number): Move => ({ type: 'REGISTRY_NOT_FOUND', at: at(day) }),
  voided: (day: number): Move => ({ type: 'CERTIFICATE_VOIDED', at: at(day) }),
  yearEnded: (day: number): Move => ({ type: 'YEAR_ENDED', at: at(day) }),
  relearnEnded: (day: number): Move => ({ type: 'RELEARN_ENDED', at: at(day) }),
  withdraw: (day: number): Move => ({ type: 'WITHDRAW', at: at(day) }),
  reopen: (day: number, by = 'ben', proposedBy = 'dai'): Move => ({
    ...{ type: 'REOPEN', at: at(day), by, proposedBy, textId: 't' },
    clock: clockAt(at(day)),
  }),
  settle: (day: number): Move => ({ type: 'SETTLE', at: at(day) }),
} as const;

/** Lives through the moves in order; the name of a refused one is told. */
export function lived(input: Partial<LifecycleInput>, ...moves: Move[]): LifecycleSnapshot {
  return moves.reduce(
    (snapshot, event) => {
      const allowed = can(snapshot, event);
      if (!allowed.ok) throw new Error(`${event.type}: ${allowed.refusal.code}`);
      return apply(snapshot, event).snapshot;
    },
    start(inputWith(input)),
  );
}

export const refusalOf = (snapshot: LifecycleSnapshot, event: Move): string | null => {
  const allowed = can(snapshot, event);
  return allowed.ok ? null : allowed.refusal.code;
};

/** The states somebody is in, without the regions that have nothing to say. */
export const placesOf = (snapshot: LifecycleSnapshot): string[] => tagsOf(snapshot);
