import { Type } from 'typebox';
import { STUCK_KINDS } from '../db/stuck-processes.ts';
import { Bilingual } from './explanation.ts';
import { exact, instant, nullable, oneOf, uuid } from './shared.ts';

/** What a person can do for a stuck process here; the others are done where the act leads. */
export const MENDING_ACTS = ['tell', 'restart', 'end'] as const;
export const STUCK_ACTS = [...MENDING_ACTS, 'openCase', 'openEnrolment', 'openNotices'] as const;
export type MendingAct = (typeof MENDING_ACTS)[number];
export type StuckAct = (typeof STUCK_ACTS)[number];

export const StuckProcessView = Type.Object({
  kind: oneOf(STUCK_KINDS),
  sentence: Bilingual,
  owner: Type.String(),
  enrolmentId: nullable(uuid),
  auditId: nullable(uuid),
  since: instant,
  attempts: Type.Integer({ description: 'tries, or how many there are' }),
  act: oneOf(STUCK_ACTS),
});

export const MendBody = exact({ act: oneOf(MENDING_ACTS) });

const count = (description: string) => Type.Optional(Type.Integer({ description }));
export const ReconciliationView = Type.Object({
  id: uuid,
  askedBy: oneOf(['nightly', 'operator', 'staff'] as const),
  askedAt: instant,
  startedAt: nullable(instant),
  finishedAt: nullable(instant),
  fault: nullable(Type.String({ description: 'the kind of fault that ended it' })),
  counts: Type.Object({
    processes: count('running processes looked at'),
    begun: count('processes that had never begun'),
    restarted: count('lost processes taken up from the record'),
    told: count('processes told of facts they had not followed'),
    unanswered: count('processes nobody answered for'),
    ahead: count('processes that know more than the database'),
    withoutEnrolment: count('processes without an enrolment'),
    failing: count('processes whose code fails'),
  }),
});
