-- upsertRenewal
INSERT INTO
  "renewals" (
    "enrolment_id",
    "state",
    "business_key",
    "updated_at",
    "last_fault",
    "refusal_reason",
    "new_certificate_id",
    "old_certificate_id",
    "registry_number",
    "waiting_since"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT ("business_key") DO UPDATE
SET
  "state" = $11,
  "updated_at" = $12,
  "last_fault" = $13,
  "refusal_reason" = $14,
  "new_certificate_id" = $15,
  "old_certificate_id" = $16,
  "registry_number" = $17,
  "waiting_since" = CASE
    WHEN renewals.state = excluded.state THEN renewals.waiting_since
    ELSE excluded.waiting_since
  END
WHERE
  "renewals"."state" <> $18;

-- setRenewal
UPDATE "renewals"
SET
  "enrolment_id" = $1,
  "state" = $2,
  "last_fault" = $3,
  "refusal_reason" = $4,
  "business_key" = $5,
  "new_certificate_id" = $6,
  "old_certificate_id" = $7,
  "registry_number" = $8,
  "updated_at" = $9,
  "waiting_since" = $10
WHERE
  "enrolment_id" = $11;

-- isNumberOfAnother
SELECT
  "id"
FROM
  "certificates"
WHERE
  "number" = $1
  AND (
    "learner_id" <> $2
    OR "post" <> $3
    OR "kind" = $4
  )
LIMIT
  $5;

-- renewalOf
SELECT
  *
FROM
  "renewals"
WHERE
  "enrolment_id" = $1;
