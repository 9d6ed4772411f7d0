import { Type } from 'typebox';
import type { Static } from 'typebox';
import { QuestionKind } from './exam.ts';
import { Bilingual } from './explanation.ts';
import { PassportMinuteSchema } from './my-enrolments.ts';
import { instant, nullable, oneOf, uuid } from './shared.ts';

export const LivenessAction = oneOf(['openMouth', 'turnLeft', 'turnRight', 'nod']);

/** A challenge is good for one answer: two actions drawn by the server, the mouth among them. */
export const ChallengeSchema = Type.Object({
  id: uuid,
  nonce: Type.String(),
  actions: Type.Array(LivenessAction),
  perActionMs: Type.Integer(),
  issuedAt: instant,
  expiresAt: instant,
});
export type ChallengeView = Static<typeof ChallengeSchema>;

export const TotalsSchema = Type.Object({
  elapsedSeconds: Type.Number(),
  creditedSeconds: Type.Number(),
  pendingSeconds: Type.Number(),
  uncountedSeconds: Type.Number(),
  uncountedByReason: Type.Record(Type.String(), Type.Number()),
});

/**
 * A check that is due now. A snapshot is taken silently; a recheck is answered by the learner, with
 * the face or (session `attended`) with a code; a question is answered while the lesson plays.
 */
export const DueSchema = Type.Object({
  kind: oneOf(['snapshot', 'recheck', 'question']),
  id: Type.String({ description: 'The check of the plan this is; asked once' }),
  answerBy: nullable(instant),
  triesLeft: Type.Integer(),
});

export const SessionShortSchema = Type.Object({
  id: uuid,
  revision: Type.Integer({
    description: 'Grows with every change: of two views the one with the greater revision is newer',
  }),
  state: Type.String({
    description:
      'preparing, checkingFace, playing, paused, rechecking, superseded, suspended or completed',
  }),
  pausedBecause: nullable(Type.String()),
  ended: Type.Boolean(),
  endReason: nullable(Type.String()),
  ackSeq: Type.Integer({ description: 'Every beat up to here is stored' }),
  positionSeconds: Type.Number({ description: 'Where the server lets the lesson be' }),
  savedSeconds: Type.Number({ description: 'Watched seconds of this lesson that are safe' }),
  lessonComplete: Type.Boolean(),
  hoursComplete: Type.Boolean({ description: 'All courses of the study year are complete' }),
  totals: TotalsSchema,
  receipt: Bilingual,
  due: nullable(DueSchema),
  attended: Type.Boolean({ description: 'Without a face: no camera, no picture, codes instead' }),
  faceTriesLeft: Type.Integer(),
  minutes: Type.Array(PassportMinuteSchema),
  serverTime: instant,
});
export type SessionShortView = Static<typeof SessionShortSchema>;

export const MediaSourceSchema = Type.Object({ type: Type.String(), url: Type.String() });

export const SessionSchema = Type.Object({
  ...SessionShortSchema.properties,
  leaseToken: Type.Integer(),
  enrolmentId: uuid,
  epoch: Type.Integer(),
  startedAt: instant,
  lesson: Type.Object({
    id: uuid,
    title: Type.String(),
    durationSeconds: Type.Number(),
    sources: Type.Array(MediaSourceSchema),
    subtitlesUrl: nullable(Type.String()),
    posterUrl: nullable(Type.String()),
  }),
  watched: Type.Array(Type.Tuple([Type.Number(), Type.Number()])),
  lastReceipt: nullable(Bilingual),
  challenge: nullable(ChallengeSchema),
  commitment: Type.String({
    description: 'SHA-256 of the seed of the random checks, given before the first of them (F17)',
  }),
  seed: nullable(Type.String({ description: 'Revealed when the session has ended' })),
  beatEverySeconds: Type.Number(),
  leaseSeconds: Type.Number(),
  offlineGraceSeconds: Type.Number(),
  unacknowledgedPauseSeconds: Type.Number(),
  recheckAnswerSeconds: Type.Number(),
  replay: Type.Boolean(),
});
export type SessionView = Static<typeof SessionSchema>;

export const StartStudyBody = Type.Object(
  {
    enrolmentId: uuid,
    lessonId: uuid,
    takeOver: Type.Optional(Type.Boolean()),
    attended: Type.Optional(
      Type.Boolean({ description: 'Study without a face: open to everybody, asks for no consent' }),
    ),
    device: Type.String({ minLength: 1, maxLength: 120 }),
    cameraLabel: Type.Optional(Type.String({ maxLength: 200 })),
    microphone: Type.Optional(oneOf(['granted', 'refused', 'missing'])),
  },
  { additionalProperties: false },
);
export type StartStudy = Static<typeof StartStudyBody>;

export const BeatSchema = Type.Object(
  {
    seq: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    positionSeconds: Type.Number({ minimum: 0, maximum: 1_000_000 }),
    playing: Type.Boolean(),
    visible: Type.Boolean(),
    inputs: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 1_000_000,
        description: 'Touches and keys so far: a hint',
      }),
    ),
    untrustedEvents: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 1_000_000,
        description: 'Events no person caused, so far: a hint that decides nothing',
      }),
    ),
    clientAt: Type.Optional(
      Type.String({ maxLength: 40, description: 'Kept for nothing: client time decides nothing' }),
    ),
  },
  { additionalProperties: false },
);
export const BeatsBody = Type.Object(
  {
    leaseToken: Type.Integer({ minimum: 1 }),
    beats: Type.Array(BeatSchema, { minItems: 1, maxItems: 64 }),
  },
  { additionalProperties: false },
);
export type BeatsAsked = Static<typeof BeatsBody>;

export const ReceiptSchema = Type.Object({
  ackSeq: Type.Integer(),
  session: SessionShortSchema,
});
export type ReceiptView = Static<typeof ReceiptSchema>;

export const FaceCheckResultSchema = Type.Object({
  outcome: oneOf(['matched', 'uncertain', 'missed', 'fault']),
  reason: nullable(Type.String()),
  sentence: Bilingual,
  triesLeft: Type.Integer(),
  session: nullable(SessionSchema),
});
export type FaceCheckResultView = Static<typeof FaceCheckResultSchema>;

/** Field `meta` of a burst, as JSON. */
export const BurstMeta = Type.Object(
  {
    nonce: Type.String({ minLength: 16, maxLength: 100 }),
    frames: Type.Array(
      Type.Object(
        { atMs: Type.Number({ minimum: 0, maximum: 120_000 }), action: nullable(LivenessAction) },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 30 },
    ),
    spokenUntilMs: Type.Optional(
      Type.Array(Type.Number({ minimum: 0, maximum: 120_000 }), {
        maxItems: 4,
        description: 'Burst time at which each spoken prompt ended: its 3 seconds begin there.',
      }),
    ),
  },
  { additionalProperties: false },
);
export type BurstMetaAsked = Static<typeof BurstMeta>;

/** A check of a session without a face. */
export const AttendedCheckSchema = Type.Object({
  id: uuid,
  kind: oneOf(['entry', 'recheck', 'question']),
  answerBy: nullable(instant),
  triesLeft: Type.Integer(),
  code: nullable(
    Type.Object({
      phoneTail: Type.String({ description: 'Last four digits of the registered phone' }),
      state: oneOf(['sending', 'sent', 'away']),
      sentAt: nullable(instant),
      again: instant,
    }),
  ),
  question: nullable(
    Type.Object({
      id: uuid,
      kind: QuestionKind,
      stem: Type.String(),
      options: Type.Array(Type.String()),
    }),
  ),
});
export type AttendedCheckView = Static<typeof AttendedCheckSchema>;

export const AttendedStateSchema = Type.Object({
  check: nullable(AttendedCheckSchema),
  session: SessionShortSchema,
});
export type AttendedStateView = Static<typeof AttendedStateSchema>;

export const AttendedAnswerBody = Type.Object(
  {
    checkId: uuid,
    code: Type.Optional(Type.String({ pattern: '^[0-9]{6}$' })),
    chosen: Type.Optional(Type.Array(Type.Integer({ minimum: 0, maximum: 20 }), { maxItems: 20 })),
  },
  { additionalProperties: false },
);
export type AttendedAnswer = Static<typeof AttendedAnswerBody>;

export const AttendedResultSchema = Type.Object({
  outcome: oneOf(['matched', 'pending', 'wrong', 'over']),
  sentence: Bilingual,
  check: nullable(AttendedCheckSchema),
  session: SessionSchema,
});
export type AttendedResultView = Static<typeof AttendedResultSchema>;

export const SnapshotReceiptSchema = Type.Object({
  id: uuid,
  session: SessionShortSchema,
});
