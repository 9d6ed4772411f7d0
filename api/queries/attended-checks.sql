-- questionsAsked
SELECT
  "question_ids"
FROM
  "attended_checks"
WHERE
  "learner_id" = $1
  AND cardinality(question_ids) > 0
ORDER BY
  "issued_at" DESC
LIMIT
  $2;

-- insertAttendedCheck
INSERT INTO
  "attended_checks" (
    "id",
    "learner_id",
    "issued_at",
    "kind",
    "session_id",
    "answer_by",
    "answered_at",
    "answered_with",
    "code_notice_key",
    "code_sent_at",
    "outcome",
    "question",
    "question_ids",
    "wrong_answers"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
RETURNING
  *;

-- openAttendedCheckOf
SELECT
  *
FROM
  "attended_checks"
WHERE
  "session_id" = $1
  AND "answered_at" IS NULL;

-- updateAttendedCheck
UPDATE "attended_checks"
SET
  "id" = $1,
  "learner_id" = $2,
  "answer_by" = $3,
  "answered_at" = $4,
  "answered_with" = $5,
  "code_notice_key" = $6,
  "code_sent_at" = $7,
  "issued_at" = $8,
  "kind" = $9,
  "outcome" = $10,
  "question" = $11,
  "question_ids" = $12,
  "session_id" = $13,
  "wrong_answers" = $14
WHERE
  "id" = $15
RETURNING
  *;

-- attendedChecksOfEpoch
SELECT
  "a"."id",
  "a"."session_id",
  "a"."kind",
  "a"."issued_at",
  "a"."answered_at",
  "a"."answered_with",
  "a"."wrong_answers",
  "a"."outcome"
FROM
  "attended_checks" AS "a"
  INNER JOIN "study_sessions" AS "s" ON "s"."id" = "a"."session_id"
WHERE
  "s"."enrolment_id" = $1
  AND "s"."epoch" = $2
  AND "a"."answered_at" IS NOT NULL
ORDER BY
  "a"."issued_at",
  "a"."id";
