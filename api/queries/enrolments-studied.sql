-- noteHoursCompleted
UPDATE "enrolments"
SET
  "hours_completed_at" = $1
WHERE
  "id" = $2
  AND "epoch" = $3
  AND "hours_completed_at" IS NULL
RETURNING
  "id";

-- noteExamPassed
UPDATE "enrolments"
SET
  "exam_passed_at" = $1
WHERE
  "id" = $2
  AND "exam_passed_at" IS NULL
RETURNING
  "id";

-- raiseEvidenceVersion
UPDATE "enrolments"
SET
  "evidence_version" = "evidence_version" + $1
WHERE
  "id" = $2;

-- noteFindingsCollected
UPDATE "enrolments"
SET
  "findings_collected_at" = $1
WHERE
  "id" = $2;

-- raiseLateEvidence
UPDATE "enrolments"
SET
  "evidence_version" = "evidence_version" + $1
WHERE
  "id" = $2
  AND "epoch" = $3
  AND "hours_completed_at" IS NOT NULL
RETURNING
  "id";

-- enrolmentsOfLearner
SELECT
  *
FROM
  "enrolments"
WHERE
  "learner_id" = $1
ORDER BY
  "study_year" DESC,
  "id" DESC;

-- findEnrolmentOf
SELECT
  *
FROM
  "enrolments"
WHERE
  "id" = $1
  AND "learner_id" = $2;

-- lockEnrolment
SELECT
  *
FROM
  "enrolments"
WHERE
  "id" = $1
FOR UPDATE;

-- enrolmentsToCollect
SELECT
  "e".*
FROM
  "enrolments" AS "e"
WHERE
  "e"."hours_completed_at" IS NOT NULL
  AND (
    "e"."findings_collected_at" IS NULL
    OR "e"."findings_collected_at" < "e"."hours_completed_at"
  )
  AND NOT EXISTS (
    SELECT
      "s"."id"
    FROM
      "snapshots" AS "s"
    WHERE
      "s"."enrolment_id" = "e"."id"
      AND "s"."epoch" = "e"."epoch"
      AND "s"."outcome" = $1
  )
ORDER BY
  "e"."hours_completed_at"
LIMIT
  $2
FOR UPDATE
  skip locked;
