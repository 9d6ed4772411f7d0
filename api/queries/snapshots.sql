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
    "enrolment_id",
    "epoch",
    "learner_id",
    "session_id",
    "sha256",
    "storage_key",
    "taken_at",
    "id",
    "measured",
    "model_id",
    "outcome",
    "reason",
    "thresholds_version",
    "weights_hash",
    "attempts",
    "checked_at",
    "entry_distance",
    "flags",
    "next_check_at",
    "perceptual_hash",
    "portrait_distance"
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
    $21
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
  "enrolment_id" = $1,
  "id" = $2,
  "epoch" = $3,
  "learner_id" = $4,
  "measured" = $5,
  "model_id" = $6,
  "outcome" = $7,
  "reason" = $8,
  "session_id" = $9,
  "thresholds_version" = $10,
  "weights_hash" = $11,
  "sha256" = $12,
  "storage_key" = $13,
  "attempts" = $14,
  "checked_at" = $15,
  "entry_distance" = $16,
  "flags" = $17,
  "next_check_at" = $18,
  "perceptual_hash" = $19,
  "portrait_distance" = $20,
  "taken_at" = $21
WHERE
  "id" = $22
RETURNING
  *;
