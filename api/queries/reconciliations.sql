-- askReconciliation
INSERT INTO
  "reconciliations" ("asked_by", "asked_at")
VALUES
  ($1, $2)
ON CONFLICT DO NOTHING
RETURNING
  *;

-- leaseReconciliation
UPDATE "reconciliations"
SET
  "started_at" = $1,
  "leased_until" = $2
WHERE
  "finished_at" IS NULL
  AND (
    "leased_until" IS NULL
    OR "leased_until" < $3
  )
RETURNING
  *;

-- keepReconciliation
UPDATE "reconciliations"
SET
  "counts" = $1,
  "leased_until" = $2
WHERE
  "id" = $3;

-- finishReconciliation
UPDATE "reconciliations"
SET
  "counts" = $1,
  "fault" = $2,
  "finished_at" = $3
WHERE
  "id" = $4;

-- lastAskedAt
SELECT
  "asked_at"
FROM
  "reconciliations"
ORDER BY
  "asked_at" DESC
LIMIT
  $1;

-- newestReconciliations
SELECT
  *
FROM
  "reconciliations"
ORDER BY
  "asked_at" DESC
LIMIT
  $1;
