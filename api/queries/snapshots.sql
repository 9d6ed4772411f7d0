-- leaseUncheckedSnapshot
UPDATE "snapshots"
SET
  "next_check_at" = $1,
  "attempts" = "attempts" + $2
WHERE
  "id" IN (
    SELECT
      "id"
    FROM
      "snapshots"
    WHERE
      "outcome" = $3
      AND "next_check_at" <= $4
    ORDER BY
      "next_check_at",
      "id"
    LIMIT
      $5
    FOR UPDATE
      skip locked
  )
RETURNING
  *;

-- insertSnapshot
INSERT INTO
  "snapshots" (
    "attempts",
    "checked_at",
    "enrolment_id",
    "entry_distance",
    "epoch",
    "flags",
    "forgotten_at",
    "id",
    "learner_id",
    "measured",
    "model_id",
    "next_check_at",
    "outcome",
    "perceptual_hash",
    "portrait_distance",
    "reason",
    "session_id",
    "sha256",
    "storage_key",
    "taken_at",
    "thresholds_version",
    "weights_hash"
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
    $22
  )
ON CONFLICT ("sha256") DO NOTHING
RETURNING
  *;

-- snapshotsOfSession
SELECT
  *
FROM
  "snapshots"
WHERE
  "session_id" = $1
ORDER BY
  "taken_at",
  "id";

-- uncheckedSnapshotOf
SELECT
  *
FROM
  "snapshots"
WHERE
  "session_id" = $1
  AND "outcome" = $2
ORDER BY
  "taken_at"
LIMIT
  $3;

-- snapshotsOfEpoch
SELECT
  *
FROM
  "snapshots"
WHERE
  "enrolment_id" = $1
  AND "epoch" = $2
ORDER BY
  "taken_at",
  "id";

-- updateSnapshot
UPDATE "snapshots"
SET
  "attempts" = $1,
  "checked_at" = $2,
  "enrolment_id" = $3,
  "entry_distance" = $4,
  "epoch" = $5,
  "flags" = $6,
  "forgotten_at" = $7,
  "id" = $8,
  "learner_id" = $9,
  "measured" = $10,
  "model_id" = $11,
  "next_check_at" = $12,
  "outcome" = $13,
  "perceptual_hash" = $14,
  "portrait_distance" = $15,
  "reason" = $16,
  "session_id" = $17,
  "sha256" = $18,
  "storage_key" = $19,
  "taken_at" = $20,
  "thresholds_version" = $21,
  "weights_hash" = $22
WHERE
  "id" = $23
RETURNING
  *;
