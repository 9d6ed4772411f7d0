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
    "answer_by",
    "answered_at",
    "answered_with",
    "code_notice_key",
    "code_sent_at",
    "id",
    "issued_at",
    "kind",
    "learner_id",
    "outcome",
    "question",
    "question_ids",
    "session_id",
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
  "answer_by" = $1,
  "answered_at" = $2,
  "answered_with" = $3,
  "code_notice_key" = $4,
  "code_sent_at" = $5,
  "id" = $6,
  "issued_at" = $7,
  "kind" = $8,
  "learner_id" = $9,
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
