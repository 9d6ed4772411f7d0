-- insertAppeal
INSERT INTO
  "appeals" (
    "audit_id",
    "decided_at",
    "decided_by",
    "decision_text_id",
    "due_at",
    "enrolment_id",
    "filed_at",
    "id",
    "state",
    "text_id"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT ("id") DO NOTHING;

-- moveAppealDue
UPDATE "appeals"
SET
  "due_at" = $1
WHERE
  "id" = $2
  AND "state" = $3;

-- endAppeal
UPDATE "appeals"
SET
  "audit_id" = $1,
  "decided_at" = $2,
  "decided_by" = $3,
  "decision_text_id" = $4,
  "due_at" = $5,
  "enrolment_id" = $6,
  "filed_at" = $7,
  "id" = $8,
  "state" = $9,
  "text_id" = $10
WHERE
  "id" = $11
  AND "state" = $12;

-- appealById
SELECT
  *
FROM
  "appeals"
WHERE
  "id" = $1;

-- openAppealOf
SELECT
  *
FROM
  "appeals"
WHERE
  "enrolment_id" = $1
  AND "state" = $2;
