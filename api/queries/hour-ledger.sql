-- ledgerOf
SELECT
  *
FROM
  "hour_ledger"
WHERE
  "enrolment_id" = $1
ORDER BY
  "id";

-- appendLedger
INSERT INTO
  "hour_ledger" (
    "audit_id",
    "entry",
    "epoch",
    "lesson_id",
    "seconds",
    "enrolment_id",
    "policy_version",
    "at"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT ("enrolment_id", "epoch", "entry", "lesson_id", "audit_id") DO NOTHING;
