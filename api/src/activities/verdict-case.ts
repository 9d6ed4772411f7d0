import type { LifecycleSnapshot, Policy } from '@xuzheng/engine';
import type { Trx } from '../db/connect.ts';
import type { EnrolmentRow } from '../db/enrolments-studied.ts';
import type { enrolmentLocked } from '../db/enrolments.ts';
import type { Shell } from './shell.ts';

type Audit = NonNullable<LifecycleSnapshot['context']['audit']>;

/** A verdict that is being written, with its enrolment locked. */
export type VerdictCase = {
  readonly trx: Trx;
  readonly shell: Shell;
  readonly enrolment: Awaited<ReturnType<typeof enrolmentLocked>>;
  readonly policy: Policy;
  readonly audit: Audit;
  readonly verdict: NonNullable<Audit['verdict']>;
  readonly auditId: string;
  readonly at: Date;
  /** The learner's enrolments of the same study year, this one among them: all locked. */
  readonly sameYear: readonly EnrolmentRow[];
};
