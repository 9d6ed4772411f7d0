-- certificatesVoidedOf
SELECT
  count(*) AS "voided"
FROM
  "certificate_voids" AS "v"
  INNER JOIN "certificates" AS "c" ON "c"."id" = "v"."certificate_id"
WHERE
  "c"."enrolment_id" = $1
  AND "v"."state" = $2;

-- upsertRenewal
INSERT INTO
  "renewals" (
    "business_key",
    "enrolment_id",
    "last_fault",
    "new_certificate_id",
    "old_certificate_id",
    "refusal_reason",
    "registry_number",
    "state",
    "updated_at",
    "waiting_since"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT ("business_key") DO UPDATE
SET
  "last_fault" = $11,
  "new_certificate_id" = $12,
  "old_certificate_id" = $13,
  "refusal_reason" = $14,
  "registry_number" = $15,
  "state" = $16,
  "updated_at" = $17,
  "waiting_since" = CASE
    WHEN renewals.state = excluded.state THEN renewals.waiting_since
    ELSE excluded.waiting_since
  END
WHERE
  "renewals"."state" <> $18;

-- setRenewal
UPDATE "renewals"
SET
  "business_key" = $1,
  "enrolment_id" = $2,
  "last_fault" = $3,
  "new_certificate_id" = $4,
  "old_certificate_id" = $5,
  "refusal_reason" = $6,
  "registry_number" = $7,
  "state" = $8,
  "updated_at" = $9,
  "waiting_since" = $10
WHERE
  "business_key" = $11;

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

-- renewalKeyNow
SELECT
  count(*) AS "voided"
FROM
  "certificate_voids" AS "v"
  INNER JOIN "certificates" AS "c" ON "c"."id" = "v"."certificate_id"
WHERE
  "c"."enrolment_id" = $1
  AND "v"."state" = $2;

-- renewalBy
SELECT
  *
FROM
  "renewals"
WHERE
  "business_key" = $1;
