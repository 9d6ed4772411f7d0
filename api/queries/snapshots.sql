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
    "learner_id",
    "enrolment_id",
    "session_id",
    "epoch",
    "sha256",
    "storage_key",
    "taken_at",
    "id",
    "outcome",
    "attempts",
    "reason",
    "measured",
    "model_id",
    "thresholds_version",
    "weights_hash",
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
  "id" = $1,
  "learner_id" = $2,
  "enrolment_id" = $3,
  "outcome" = $4,
  "session_id" = $5,
  "epoch" = $6,
  "attempts" = $7,
  "reason" = $8,
  "measured" = $9,
  "model_id" = $10,
  "thresholds_version" = $11,
  "weights_hash" = $12,
  "sha256" = $13,
  "storage_key" = $14,
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
