import { FINDING_KINDS, STRENGTHS } from '@xuzheng/engine';
import { Type } from 'typebox';
import { exact, instant, nullable, oneOf, uuid } from './shared.ts';

const distance = (description: string) => Type.Number({ minimum: 0, maximum: 2, description });

const MATCH = {
  belowWithCohort: distance('matched below this with a cohort'),
  belowAlone: distance('matched below this without one'),
  otherFaceFrom: distance('another face from here on'),
  entryBelow: distance('the person of the entry frame below this'),
  marginAtMost: Type.Number({ minimum: -2, maximum: 2, description: 'nearer than to others by' }),
};
const count = Type.Integer({ minimum: 1, maximum: 100 });
const MissFinding = exact({ k: count, n: count });

/** Every number a what-if may change; what is left out stays as on the day of each decision. */
export const TrialBody = exact({
  match: exact({
    belowWithCohort: Type.Optional(MATCH.belowWithCohort),
    belowAlone: Type.Optional(MATCH.belowAlone),
    otherFaceFrom: Type.Optional(MATCH.otherFaceFrom),
    entryBelow: Type.Optional(MATCH.entryBelow),
    marginAtMost: Type.Optional(MATCH.marginAtMost),
  }),
  missFinding: Type.Optional(MissFinding),
  otherFaceFinding: Type.Optional(count),
  snapshotEverySeconds: Type.Optional(Type.Integer({ minimum: 10, maximum: 86_400 })),
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
});

/** The numbers in force, to begin a what-if from. */
export const ThresholdsView = Type.Object({
  policyId: Type.String(),
  policyVersion: Type.Integer(),
  match: Type.Object(MATCH),
  missFinding: MissFinding,
  otherFaceFinding: Type.Integer(),
  snapshotEverySeconds: Type.Integer(),
});

const checkKind = oneOf(['entry', 'recheck', 'snapshot', 'question'] as const);
const outcome = oneOf(['matched', 'uncertain', 'missed', 'fault', 'pending'] as const);
const strength = nullable(oneOf(STRENGTHS));
const findingKind = oneOf(FINDING_KINDS);

/** One page of past decisions under other thresholds: how much would differ, and which cases. */
export const WhatIfView = Type.Object({
  cases: Type.Integer({ description: 'decisions looked at on this page' }),
  checks: Type.Integer({ description: 'face checks and snapshots looked at on this page' }),
  checkChanges: Type.Array(
    Type.Object({ kind: checkKind, was: outcome, is: outcome, n: Type.Integer() }),
  ),
  findingChanges: Type.Array(
    Type.Object({ kind: findingKind, was: strength, is: strength, n: Type.Integer() }),
  ),
  changed: Type.Array(
    Type.Object({
      auditId: uuid,
      enrolmentId: uuid,
      verdict: oneOf(['accepted', 'cleared'] as const),
      decidedAt: instant,
      checks: Type.Integer({ description: 'checks that would come out differently' }),
      findings: Type.Array(Type.Object({ kind: findingKind, was: strength, is: strength })),
      riskWas: Type.Integer(),
      riskIs: Type.Integer(),
    }),
  ),
  nextCursor: nullable(Type.String()),
});
