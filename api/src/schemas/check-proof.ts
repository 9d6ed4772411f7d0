import { CHECK_CLOSINGS, CHECK_PROOF_FORMAT } from '@xuzheng/engine';
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { instant, oneOf, uuid } from './shared.ts';

const kind = oneOf(['snapshot', 'recheck']);
const PlannedSchema = Type.Object({ kind, afterSeconds: Type.Number() });
const DoneSchema = Type.Object({
  kind,
  afterSeconds: Type.Number({ description: 'Seconds of play at which it was planned' }),
  dueAt: instant,
  duePlayedSeconds: Type.Number({ description: 'Seconds of play when it was asked for' }),
  closedAt: instant,
  closedPlayedSeconds: Type.Number(),
  closedAs: oneOf(CHECK_CLOSINGS),
  late: Type.Boolean(),
});

/** An exported session: `npm run verify-checks -- FILE` proves it without the database (F17). */
export const CheckProofSchema = Type.Object({
  format: Type.Literal(CHECK_PROOF_FORMAT),
  method: Type.String(),
  sessionId: uuid,
  lessonTitle: Type.String(),
  lessonSeconds: Type.Number(),
  startedAt: instant,
  endedAt: instant,
  endReason: Type.String(),
  commitment: Type.String({ description: 'Was shown when the session started' }),
  seed: Type.String({ description: 'Secret until the session had ended' }),
  rule: Type.Object({
    policyId: Type.String(),
    policyVersion: Type.Integer(),
    snapshotEverySeconds: Type.Number(),
    recheckEverySeconds: Type.Number(),
    checkJitter: Type.Number(),
    firstWithinSeconds: Type.Number(),
    slackSeconds: Type.Number(),
    horizonSeconds: Type.Number({ description: 'Length of the lesson' }),
  }),
  playedSeconds: Type.Number(),
  planned: Type.Array(PlannedSchema),
  done: Type.Array(DoneSchema),
});
export type CheckProofView = Static<typeof CheckProofSchema>;
