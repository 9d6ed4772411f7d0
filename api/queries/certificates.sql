-- certificateToReplace
SELECT
  *
FROM
  "certificates"
WHERE
  "learner_id" = $1
  AND "post" = $2
  AND "status" = $3
  AND "kind" IN ($4, $5);

-- voidCertificate
UPDATE "certificates"
SET
  "status" = $1,
  "voided_at" = $2,
  "void_reason" = $3
WHERE
  "id" = $4
  AND "status" = $5;

-- nextVersionOf
SELECT
  max("version") AS "version"
FROM
  "certificates"
WHERE
  "number" = $1;

-- setSuccessor
UPDATE "certificates"
SET
  "successor_id" = $1
WHERE
  "id" = $2;

-- nextCertificateNumber
SELECT
  nextval('certificate_numbers') AS n;

-- insertCertificate
INSERT INTO
  "certificates" (
    "content",
    "enrolment_id",
    "holder_masked",
    "id",
    "issued_at",
    "issued_on",
    "kind",
    "learner_id",
    "ledger_digest",
    "medium",
    "number",
    "pdf_key",
    "pdf_sha256",
    "policy_version",
    "post",
    "status",
    "study_year",
    "successor_id",
    "valid_until",
    "verification_code",
    "version",
    "void_reason",
    "voided_at"
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
    $22,
    $23
  )
RETURNING
  "id";

-- activeTrainingCertificate
SELECT
  *
FROM
  "certificates"
WHERE
  "learner_id" = $1
  AND "post" = $2
  AND "status" = $3
  AND "kind" IN ($4, $5);

-- activeHoursCertificate
SELECT
  *
FROM
  "certificates"
WHERE
  "enrolment_id" = $1
  AND "kind" = $2
  AND "status" = $3;

-- lessonsOnRecord
SELECT
  "l"."id",
  "l"."title",
  "c"."title" AS "course",
  "c"."kind",
  sum("h"."seconds") AS "seconds",
  max("h"."at") FILTER (
    WHERE
      "h"."entry" = $1
  ) AS "completed_at"
FROM
  "hour_ledger" AS "h"
  INNER JOIN "lessons" AS "l" ON "l"."id" = "h"."lesson_id"
  INNER JOIN "courses" AS "c" ON "c"."id" = "l"."course_id"
WHERE
  "h"."enrolment_id" = $2
  AND "h"."entry" <> $3
GROUP BY
  "l"."id",
  "c"."id"
HAVING
  sum("h"."seconds") > $4
ORDER BY
  "c"."position",
  "c"."id",
  "l"."position";

-- currentPortrait
SELECT
  "storage_key",
  "content_type"
FROM
  "learner_files"
WHERE
  "learner_id" = $1
  AND "kind" = $2
  AND "replaced_at" IS NULL;
