-- insertVerdict
INSERT INTO
  "verdicts" (
    "at",
    "audit_id",
    "decided_by",
    "enrolment_id",
    "evidence_version",
    "id",
    "model_id",
    "policy_id",
    "policy_version",
    "proposed_by",
    "reason_code",
    "scope",
    "text_id",
    "thresholds_version",
    "verdict",
    "weights_hash"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16);

-- verdictOfAudit
SELECT
  *
FROM
  "verdicts"
WHERE
  "audit_id" = $1;

-- verdictAtOf
SELECT
  "v"."at"
FROM
  "verdicts" AS "v"
  INNER JOIN "audits" AS "a" ON "a"."id" = "v"."audit_id"
WHERE
  "a"."enrolment_id" = $1
  AND "a"."n" = $2;

-- newestModelOf
SELECT
  "model_id",
  "weights_hash"
FROM
  "snapshots"
WHERE
  "enrolment_id" = $1
  AND "model_id" IS NOT NULL
ORDER BY
  "taken_at" DESC
LIMIT
  $2;
