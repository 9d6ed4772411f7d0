-- setEnrolment
UPDATE "enrolments"
SET
  "created_at" = $1,
  "created_by" = $2,
  "employer" = $3,
  "epoch" = $4,
  "evidence_version" = $5,
  "exam_passed_at" = $6,
  "exam_required" = $7,
  "findings_collected_at" = $8,
  "hours_completed_at" = $9,
  "id" = $10,
  "learner_id" = $11,
  "machine_version" = $12,
  "policy_id" = $13,
  "policy_version" = $14,
  "post" = $15,
  "state" = $16,
  "state_at" = $17,
  "state_context" = $18,
  "state_seq" = $19,
  "state_tags" = $20,
  "study_year" = $21,
  "year_ends_on" = $22,
  "year_starts_on" = $23
WHERE
  "id" = $24;

-- enrolmentForProcess
SELECT
  "e".*,
  "l"."phone_verified_at",
  "l"."profile_completed_at"
FROM
  "enrolments" AS "e"
  INNER JOIN "learners" AS "l" ON "l"."id" = "e"."learner_id"
WHERE
  "e"."id" = $1;

-- enrolmentLocked
SELECT
  *
FROM
  "enrolments"
WHERE
  "id" = $1
FOR UPDATE;

-- enrolmentsWithoutProcess
SELECT
  "id"
FROM
  "enrolments"
WHERE
  "machine_version" IS NULL
  AND "created_at" < $1
ORDER BY
  "id"
LIMIT
  $2;
