import type {
  AuditClock,
  ClockBasis,
  LifecycleEffect,
  LifecycleEvent,
  LifecycleInput,
  LifecycleSnapshot,
  Milestones,
} from '@xuzheng/engine';

type OfEnrolment = { readonly enrolmentId: string };

/** One step of the lifecycle, to be written where screens read. */
export type Projection = OfEnrolment & {
  readonly snapshot: LifecycleSnapshot;
  readonly tags: readonly string[];
  /** Null for the beginning. */
  readonly event: LifecycleEvent | null;
  readonly actor: string;
  readonly effects: readonly LifecycleEffect[];
};

export type Birth = {
  readonly input: LifecycleInput;
  /** Deadlines that many enrolments share are heard within this time after them. */
  readonly spreadMs: number;
  /**
   * Where an earlier process of this enrolment stood when it was last written down: one that was lost
   * or ended by force is taken up there. Null for a life that is only beginning.
   */
  readonly record?: LifecycleSnapshot | null;
  /** Is the newest written step told to whoever lists processes? Histories from before it do not. */
  readonly tellsSeq?: boolean;
};

export type PausePlan = OfEnrolment & {
  readonly at: number;
  readonly workingDays: number;
  readonly basis: ClockBasis;
};

/** The registry's word on a renewal. Unknown is settled by asking again, never by repeating. */
export type RegistryAnswer =
  | { readonly answer: 'confirmed'; readonly number: string }
  | { readonly answer: 'refused'; readonly reason: string }
  | { readonly answer: 'notFound' }
  | { readonly answer: 'unknown' };

export type VerdictRecording =
  | {
      readonly outcome: 'recorded';
      readonly appealUntil?: number;
      readonly appealProvisional?: boolean;
      readonly relearnUntil?: number;
    }
  | { readonly outcome: 'stale'; readonly evidenceVersion: number };

/**
 * What the process asks of the shell. Every one may be called twice and has one effect: each writes
 * under a key of its own, or finds its work done.
 */
export type LifecycleActivities = {
  /** What a lifecycle begins with, or is taken up from. */
  loadEnrolment(of: OfEnrolment): Promise<Birth>;
  /** The facts as they are now; deadlines counted from the open audit's instant, if there is one. */
  loadMilestones(
    of: OfEnrolment & { readonly clockFrom: number | null; readonly basis: ClockBasis | null },
  ): Promise<Milestones>;
  /** Deadlines of an audit that opens at an instant, by policy and newest calendar. */
  planAudit(of: OfEnrolment & { readonly openedAt: number }): Promise<AuditClock>;
  /** When a pause of so many working days ends, and until when at most it may last. */
  planPause(of: PausePlan): Promise<{ readonly until: number; readonly atMost: number }>;
  /** Writes a step and does its effects, in one transaction. */
  project(step: Projection): Promise<void>;
  /** Writes the verdict with all that follows from it, unless its evidence is out of date. */
  recordVerdict(
    of: OfEnrolment & { readonly snapshot: LifecycleSnapshot },
  ): Promise<VerdictRecording>;
  recordAppeal(of: OfEnrolment & { readonly snapshot: LifecycleSnapshot }): Promise<void>;
  recordAppealDecision(of: OfEnrolment & { readonly snapshot: LifecycleSnapshot }): Promise<void>;
  issueHoursCertificate(of: OfEnrolment): Promise<void>;
  /** Reports credited hours to the registry. */
  reportHours(of: OfEnrolment): Promise<void>;
  /** Asks the registry for the renewal, once. */
  requestRenewal(of: OfEnrolment): Promise<RegistryAnswer>;
  queryRenewal(of: OfEnrolment): Promise<RegistryAnswer>;
  /** Makes the new certificate active and the old one void, in one transaction. */
  completeRenewal(of: OfEnrolment & { readonly number: string }): Promise<void>;
  refuseRenewal(of: OfEnrolment & { readonly reason: string }): Promise<void>;
};
