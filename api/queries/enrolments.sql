-- setEnrolment
UPDATE "enrolments"
SET
  "created_at" = $1,
  "created_by" = $2,
  "id" = $3,
  "learner_id" = $4,
  "state" = $5,
  "epoch" = $6,
  "policy_version" = $7,
  "post" = $8,
  "study_year" = $9,
  "policy_id" = $10,
  "employer" = $11,
  "evidence_version" = $12,
  "exam_passed_at" = $13,
  "exam_required" = $14,
  "findings_collected_at" = $15,
  "hours_completed_at" = $16,
  "machine_version" = $17,
  "state_at" = $18,
  "state_context" = $19,
  "state_seq" = $20,
  "state_tags" = $21,
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
