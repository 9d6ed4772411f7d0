-- findAttemptOf
SELECT
  "exam_attempts".*
FROM
  "exam_attempts"
  INNER JOIN "enrolments" ON "enrolments"."id" = "exam_attempts"."enrolment_id"
WHERE
  "exam_attempts"."id" = $1
  AND "enrolments"."learner_id" = $2;

-- attemptsOf
SELECT
  *
FROM
  "exam_attempts"
WHERE
  "enrolment_id" = $1
ORDER BY
  "n" DESC;

-- lockAttempt
SELECT
  *
FROM
  "exam_attempts"
WHERE
  "id" = $1
FOR UPDATE;

-- insertAttempt
INSERT INTO
  "exam_attempts" (
    "answers",
    "enrolment_id",
    "id",
    "n",
    "paper",
    "passed",
    "policy_version",
    "score",
    "seed",
    "started_at",
    "submitted_at",
    "topics"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
RETURNING
  *;

-- updateAttempt
UPDATE "exam_attempts"
SET
  "answers" = $1,
  "enrolment_id" = $2,
  "id" = $3,
  "n" = $4,
  "paper" = $5,
  "passed" = $6,
  "policy_version" = $7,
  "score" = $8,
  "seed" = $9,
  "started_at" = $10,
  "submitted_at" = $11,
  "topics" = $12
WHERE
  "id" = $13
RETURNING
  *;
