-- progressOfLesson
SELECT
  *
FROM
  "lesson_progress"
WHERE
  "enrolment_id" = $1
  AND "epoch" = $2
  AND "lesson_id" = $3;

-- progressOfEnrolment
SELECT
  *
FROM
  "lesson_progress"
WHERE
  "enrolment_id" = $1
  AND "epoch" = $2;

-- saveProgress
INSERT INTO
  "lesson_progress" (
    "enrolment_id",
    "epoch",
    "lesson_id",
    "watched",
    "pending",
    "watched_seconds",
    "completed_at"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT ("enrolment_id", "epoch", "lesson_id") DO UPDATE
SET
  "watched" = $8,
  "pending" = $9,
  "watched_seconds" = $10,
  "completed_at" = coalesce("lesson_progress"."completed_at", "excluded"."completed_at");
