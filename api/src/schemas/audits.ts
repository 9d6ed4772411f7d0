import { AUDIT_PAUSE_REASONS, CLEAR_REASONS, FINDING_KINDS, STRENGTHS } from '@xuzheng/engine';
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { CaseFaceCheck, CaseSnapshot } from './case-pictures.ts';
import { ClearCostSchema, ClearScopeSchema, QuestionSchema, ScopeShown } from './clearing.ts';
import { Bilingual, ExplanationSchema } from './explanation.ts';
import { HandledBySchema } from './handled-by.ts';
import { SharedHoursSchema } from './shared-hours.ts';
import { commandId, day, exact, instant, nullable, oneOf, uuid } from './shared.ts';

export const AUDIT_CLOCKS = ['waiting', 'due', 'overdue', 'paused'] as const;

/** One row of the auditors' queue. */
export const QueueItem = Type.Object({
  id: uuid,
  enrolmentId: uuid,
  learnerId: uuid,
  holderMasked: Type.String(),
  post: Type.String(),
  postLabel: Bilingual,
  studyYear: Type.Integer(),
  employer: nullable(Type.String()),
  n: Type.Integer({ description: '1 for the first audit of the enrolment' }),
  risk: Type.Integer(),
  findings: Type.Integer(),
  clock: oneOf(AUDIT_CLOCKS),
  openedAt: instant,
  dueAt: instant,
  overdueAt: instant,
  workingDaysLeft: Type.Integer({ description: 'until it is overdue' }),
  pauseReason: nullable(Bilingual),
  handledBy: nullable(HandledBySchema),
  escalated: Type.Boolean({ description: 'Overdue: the senior auditors answer for it' }),
  provisional: Type.Boolean(),
  proposed: Type.Boolean(),
});
export type QueueItemView = Static<typeof QueueItem>;

export const BeadSchema = Type.Object({
  n: Type.Integer(),
  day: nullable(day),
  startsAt: instant,
  endsAt: instant,
  status: oneOf(['past', 'current', 'ahead']),
  deadline: nullable(oneOf(['due', 'overdue'])),
  daysOff: Type.Array(Type.Object({ name: Type.String(), days: Type.Integer() })),
  pausedDays: Type.Integer({ description: 'Working days before it that did not count' }),
});

/** The clock stopped by a person. Null while it runs, and while an appeal alone stops it. */
const PauseSchema = Type.Object({
  reasonCode: oneOf(AUDIT_PAUSE_REASONS),
  reasonLabel: Bilingual,
  words: nullable(Type.String({ description: 'What the auditor wrote to the learner' })),
  since: instant,
  until: instant,
});

/** The audit clock in working days, as learner and auditor see it. */
export const AuditClockSchema = Type.Object({
  openedAt: instant,
  dueAt: instant,
  overdueAt: instant,
  clock: oneOf(AUDIT_CLOCKS),
  calendarVersion: Type.Integer(),
  provisional: Type.Boolean({ description: 'The year is not published yet' }),
  workingDaysLeft: Type.Integer(),
  standsSince: nullable(instant),
  pause: nullable(PauseSchema),
  beads: Type.Array(BeadSchema),
});

export const FindingSchema = Type.Object({
  id: uuid,
  kind: oneOf(FINDING_KINDS),
  label: Bilingual,
  strength: oneOf(STRENGTHS),
  seconds: Type.Number(),
  sentence: Type.String(),
  sessions: Type.Array(uuid),
  checks: Type.Array(uuid),
});

const ProposalSchema = Type.Object({
  proposedBy: Type.String({ description: 'Display name' }),
  mine: Type.Boolean(),
  proposedAt: instant,
  reasonCode: Type.String(),
  reasonLabel: Bilingual,
  explanation: Type.String(),
  findingIds: Type.Array(uuid),
  evidenceVersion: Type.Integer(),
  scope: ScopeShown,
  cost: ClearCostSchema,
});

/** A code or a question of a session without a face. */
const CaseAttendedCheck = Type.Object({
  id: uuid,
  sessionId: uuid,
  kind: oneOf(['entry', 'recheck', 'question']),
  at: instant,
  outcome: oneOf(['matched', 'fault', 'missed', 'withdrawn']),
  answeredWith: nullable(oneOf(['code', 'question'])),
  wrongAnswers: Type.Integer(),
});

const CaseSession = Type.Object({
  id: uuid,
  lessonTitle: Type.String(),
  startedAt: instant,
  endedAt: nullable(instant),
  endReason: nullable(Type.String()),
  creditedSeconds: Type.Number(),
  pendingSeconds: Type.Number(),
  uncountedSeconds: Type.Number(),
  attended: Type.Boolean(),
});

const HandoverSchema = Type.Object({
  at: instant,
  by: Type.String(),
  to: nullable(Type.String({ description: 'Null: back to everybody' })),
  note: nullable(Type.String()),
});

const CaseVerdict = Type.Object({
  verdict: oneOf(['accepted', 'cleared']),
  at: instant,
  reasonLabel: nullable(Bilingual),
  explanation: nullable(Type.String()),
  /** Of a clear: how much it took. */
  scope: nullable(ScopeShown),
});

/** What may be done with a case, by whoever looks at it. */
const CASE_ACTIONS = [
  ...(['accept', 'proposeClear', 'rejectProposal', 'signClear'] as const),
  ...(['pauseAudit', 'resumeAudit', 'handOver'] as const),
] as const;

/** Everything an auditor decides on, on one screen. */
export const CaseSchema = Type.Object({
  id: uuid,
  enrolmentId: uuid,
  learnerId: uuid,
  holder: Type.String({ description: 'Name' }),
  idNumberMasked: Type.String(),
  post: Type.String(),
  postLabel: Bilingual,
  studyYear: Type.Integer(),
  employer: nullable(Type.String()),
  n: Type.Integer(),
  epoch: Type.Integer(),
  risk: Type.Integer(),
  clock: AuditClockSchema,
  explanation: ExplanationSchema,
  examRequired: Type.Boolean(),
  examPassedAt: nullable(instant),
  evidenceVersion: Type.Integer(),
  portraitUrl: nullable(Type.String()),
  /** The portrait beside the one at the ministry: but for `matched` a person decides (F5). */
  portraitMatch: nullable(oneOf(['matched', 'mismatched', 'absent', 'pending'])),
  snapshots: Type.Array(CaseSnapshot),
  faceChecks: Type.Array(CaseFaceCheck),
  attendedChecks: Type.Array(CaseAttendedCheck),
  /** Part of it was studied without a face: whoever accepts looks at the portrait first (F6). */
  portraitByEye: nullable(
    Type.Object({ seen: Type.Boolean({ description: 'This reader has looked at it' }) }),
  ),
  sessions: Type.Array(CaseSession),
  sharedHours: Type.Array(SharedHoursSchema),
  findings: Type.Array(FindingSchema),
  totals: Type.Object({
    creditedSeconds: Type.Number(),
    pendingSeconds: Type.Number(),
    uncountedSeconds: Type.Number(),
    creditHours: Type.Number(),
  }),
  questions: Type.Array(QuestionSchema),
  costSentence: Type.String({ description: 'What a clear would cost, before anyone signs it' }),
  handledBy: nullable(HandledBySchema),
  handovers: Type.Array(HandoverSchema),
  proposal: nullable(ProposalSchema),
  verdict: nullable(CaseVerdict),
  closedAt: nullable(instant),
  closedAs: nullable(Type.String()),
  permitted: Type.Array(oneOf(CASE_ACTIONS)),
  conflict: nullable(
    Type.Object(
      { code: Type.String(), sentence: Type.String() },
      {
        description: 'Why this person may not decide here',
      },
    ),
  ),
});
export type CaseView = Static<typeof CaseSchema>;

export const AcceptBody = exact({
  commandId,
  evidenceVersion: Type.Integer({ minimum: 0, description: 'Of the case as it was seen' }),
});
export const ProposeClearBody = exact({
  commandId,
  evidenceVersion: Type.Integer({ minimum: 0 }),
  reasonCode: oneOf(CLEAR_REASONS),
  explanation: Type.String({ maxLength: 2000, description: 'The learner reads it' }),
  findingIds: Type.Array(uuid, { maxItems: 100 }),
  scope: Type.Optional(ClearScopeSchema),
});
export const CommandBody = exact({ commandId });

/** What a decision has led to. */
export const DecisionSchema = Type.Object({ tags: Type.Array(Type.String()) });

/** One step of the shortest way back after a clear. */
const RelearnStep = Type.Object({
  lessonId: uuid,
  title: Type.String(),
  minutes: Type.Integer({ description: 'still to be watched' }),
  done: Type.Boolean(),
});

/** The learner's side of the audit: the clock, or what was decided and why. */
export const MyAuditSchema = Type.Object({
  clock: nullable(AuditClockSchema),
  owner: Type.String(),
  consequence: Bilingual,
  verdict: nullable(CaseVerdict),
  clear: nullable(
    Type.Object({
      clearedAt: instant,
      reasonLabel: Bilingual,
      explanation: Type.String(),
      findings: Type.Array(
        Type.Object({ label: Bilingual, sentence: Type.String(), seconds: Type.Number() }),
      ),
      snapshots: Type.Array(
        Type.Object({
          id: uuid,
          takenAt: instant,
          imageUrl: Type.String(),
          outcome: Type.String(),
        }),
      ),
      clearedSeconds: Type.Number(),
      appealUntil: nullable(instant),
      relearnUntil: nullable(instant),
      mayAppeal: Type.Boolean(),
      /** How much was cleared; the rest stands. */
      scope: nullable(ScopeShown),
      keptSeconds: Type.Number(),
      /** The shortest way back: the lessons in the order in which they lead there soonest. */
      relearn: Type.Array(RelearnStep),
      relearnMinutes: Type.Integer(),
      relearnLessons: Type.Integer(),
    }),
  ),
  appeal: nullable(
    Type.Object({
      id: uuid,
      filedAt: instant,
      dueAt: instant,
      state: Type.String(),
      text: Type.String(),
      decision: nullable(Type.String()),
      overdue: Type.Boolean(),
    }),
  ),
  /** What the audit asks, open or just answered. */
  question: nullable(QuestionSchema),
});
export type MyAuditView = Static<typeof MyAuditSchema>;
