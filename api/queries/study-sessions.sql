-- insertSession
INSERT INTO
  "study_sessions" (
    "accounted_until",
    "attended",
    "check_plan",
    "credited_seconds",
    "device",
    "device_labels",
    "device_mark",
    "end_reason",
    "ended_at",
    "enrolment_id",
    "entry_descriptor_sealed",
    "epoch",
    "hints",
    "id",
    "last_beat_at",
    "learner_id",
    "lease_token",
    "lesson_id",
    "machine",
    "pending_seconds",
    "policy_id",
    "policy_version",
    "position_seconds",
    "replay",
    "revision",
    "seen_seqs",
    "seq",
    "settled_segments",
    "started_at",
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
    $28,
    $29,
    $30
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
  *,
  (
    SELECT
      "enrolments"."year_ends_on"
    FROM
      "enrolments"
    WHERE
      "enrolments"."id" = "study_sessions"."enrolment_id"
  ) AS "year_ends_on"
FROM
  "study_sessions"
WHERE
  "id" = $1
FOR UPDATE;

-- updateSession
UPDATE "study_sessions"
SET
  "accounted_until" = $1,
  "attended" = $2,
  "check_plan" = $3,
  "credited_seconds" = $4,
  "device" = $5,
  "device_labels" = $6,
  "device_mark" = $7,
  "end_reason" = $8,
  "ended_at" = $9,
  "enrolment_id" = $10,
  "entry_descriptor_sealed" = $11,
  "epoch" = $12,
  "hints" = $13,
  "id" = $14,
  "last_beat_at" = $15,
  "learner_id" = $16,
  "lease_token" = $17,
  "lesson_id" = $18,
  "machine" = $19,
  "pending_seconds" = $20,
  "policy_id" = $21,
  "policy_version" = $22,
  "position_seconds" = $23,
  "replay" = $24,
  "seen_seqs" = $25,
  "seq" = $26,
  "settled_segments" = $27,
  "started_at" = $28,
  "uncounted_seconds" = $29,
  "revision" = "revision" + $30
WHERE
  "id" = $31
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
