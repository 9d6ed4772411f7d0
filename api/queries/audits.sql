-- upsertAudit
INSERT INTO
  "audits" (
    "calendar_version",
    "clock",
    "clock_from",
    "closed_as",
    "closed_at",
    "due_at",
    "enrolment_id",
    "epoch",
    "id",
    "n",
    "opened_at",
    "overdue_at",
    "owner_id",
    "pause",
    "paused_at",
    "proposal",
    "proposed_at",
    "proposed_by",
    "provisional",
    "risk",
    "standstills"
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
ON CONFLICT ("enrolment_id", "n") DO UPDATE
SET
  "calendar_version" = $22,
  "clock" = $23,
  "clock_from" = $24,
  "closed_as" = $25,
  "closed_at" = $26,
  "due_at" = $27,
  "id" = $28,
  "overdue_at" = $29,
  "owner_id" = $30,
  "pause" = $31,
  "paused_at" = $32,
  "proposal" = $33,
  "proposed_at" = $34,
  "proposed_by" = $35,
  "provisional" = $36,
  "risk" = $37,
  "standstills" = $38
WHERE
  "audits"."closed_at" IS NULL;

-- endStandstill
UPDATE "audits"
SET
  "clock" = $1,
  "clock_from" = $2,
  "due_at" = $3,
  "overdue_at" = $4,
  "standstills" = $5,
  "paused_at" = $6,
  "pause" = $7
WHERE
  "enrolment_id" = $8
  AND "n" = $9
  AND "paused_at" IS NOT NULL;

-- closeAudit
UPDATE "audits"
SET
  "closed_at" = $1,
  "closed_as" = $2
WHERE
  "id" = $3
  AND "closed_at" IS NULL;

-- auditEvidence
SELECT
  "strength"
FROM
  "findings"
WHERE
  "enrolment_id" = $1
  AND "epoch" = $2;

SELECT
  sum("credited_seconds") AS "credited",
  sum("pending_seconds") AS "pending"
FROM
  "study_sessions"
WHERE
  "enrolment_id" = $1
  AND "epoch" = $2;

-- auditByN
SELECT
  *
FROM
  "audits"
WHERE
  "enrolment_id" = $1
  AND "n" = $2;

-- openAuditOf
SELECT
  *
FROM
  "audits"
WHERE
  "enrolment_id" = $1
  AND "closed_at" IS NULL;

-- insertAudit
INSERT INTO
  "audits" (
    "calendar_version",
    "clock",
    "clock_from",
    "closed_as",
    "closed_at",
    "due_at",
    "enrolment_id",
    "epoch",
    "id",
    "n",
    "opened_at",
    "overdue_at",
    "owner_id",
    "pause",
    "paused_at",
    "proposal",
    "proposed_at",
    "proposed_by",
    "provisional",
    "risk",
    "standstills"
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
RETURNING
  *;
