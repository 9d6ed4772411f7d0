-- insertSession
INSERT INTO
  "study_sessions" (
    "learner_id",
    "enrolment_id",
    "epoch",
    "policy_version",
    "policy_id",
    "started_at",
    "accounted_until",
    "last_beat_at",
    "lease_token",
    "lesson_id",
    "id",
    "ended_at",
    "attended",
    "seq",
    "device",
    "check_plan",
    "credited_seconds",
    "device_labels",
    "device_mark",
    "end_reason",
    "entry_descriptor_sealed",
    "hints",
    "machine",
    "pending_seconds",
    "position_seconds",
    "replay",
    "seen_seqs",
    "uncounted_seconds"
  )
VALUES
  (
    $1,
    $2,
    $3,
    $4,
    $5,
    $6,
    $7,
    $8,
    $9,
    $10,
    $11,
    $12,
    $13,
    $14,
    $15,
    $16,
    $17,
    $18,
    $19,
    $20,
    $21,
    $22,
    $23,
    $24,
    $25,
    $26,
    $27,
    $28
  )
RETURNING
  *;

-- findSessionOf
SELECT
  *
FROM
  "study_sessions"
WHERE
  "id" = $1
  AND "learner_id" = $2;

-- lockSession
SELECT
  *
FROM
  "study_sessions"
WHERE
  "id" = $1
FOR UPDATE;

-- updateSession
UPDATE "study_sessions"
SET
  "id" = $1,
  "ended_at" = $2,
  "learner_id" = $3,
  "enrolment_id" = $4,
  "epoch" = $5,
  "policy_version" = $6,
  "attended" = $7,
  "policy_id" = $8,
  "started_at" = $9,
  "seq" = $10,
  "device" = $11,
  "accounted_until" = $12,
  "check_plan" = $13,
  "credited_seconds" = $14,
  "device_labels" = $15,
  "device_mark" = $16,
  "end_reason" = $17,
  "entry_descriptor_sealed" = $18,
  "hints" = $19,
  "last_beat_at" = $20,
  "lease_token" = $21,
  "lesson_id" = $22,
  "machine" = $23,
  "pending_seconds" = $24,
  "position_seconds" = $25,
  "replay" = $26,
  "seen_seqs" = $27,
  "uncounted_seconds" = $28
WHERE
  "id" = $29
RETURNING
  *;

-- openSessionsOf
SELECT
  *
FROM
  "study_sessions"
WHERE
  "learner_id" = $1
  AND "ended_at" IS NULL
ORDER BY
  "id"
FOR UPDATE;

-- silentSessions
SELECT
  *
FROM
  "study_sessions"
WHERE
  "ended_at" IS NULL
  AND "last_beat_at" < $1
ORDER BY
  "last_beat_at"
LIMIT
  $2;

-- faceSessionsWithoutConsent
SELECT
  "s"."id",
  "s"."learner_id"
FROM
  "study_sessions" AS "s"
WHERE
  "s"."ended_at" IS NULL
  AND "s"."attended" = $1
  AND "s"."replay" = $2
  AND "s"."learner_id" = $3
  AND (
    SELECT
      count(*) AS "live"
    FROM
      "consents" AS "c"
    WHERE
      "c"."learner_id" = "s"."learner_id"
      AND "c"."version" = $4
      AND "c"."withdrawn_at" IS NULL
  ) < $5
LIMIT
  $6;

-- sessionsOfEpoch
SELECT
  *
FROM
  "study_sessions"
WHERE
  "enrolment_id" = $1
  AND "epoch" = $2
  AND "replay" = $3
ORDER BY
  "id";

-- lastSessionsOfLessons
SELECT DISTINCT
  ON ("lesson_id") "id",
  "lesson_id",
  "pending_seconds"
FROM
  "study_sessions"
WHERE
  "enrolment_id" = $1
  AND "epoch" = $2
  AND "replay" = $3
  AND "id" < $4
ORDER BY
  "lesson_id",
  "id" DESC;

-- lastStudiedSession
SELECT
  *
FROM
  "study_sessions"
WHERE
  "learner_id" = $1
  AND "replay" = $2
  AND "attended" = $3
ORDER BY
  "id" DESC
LIMIT
  $4;
