-- lockSameYear
SELECT
  "e".*
FROM
  "enrolments" AS "e"
WHERE
  EXISTS (
    SELECT
      "own"."id"
    FROM
      "enrolments" AS "own"
    WHERE
      "own"."id" = $1
      AND "own"."learner_id" = "e"."learner_id"
      AND "own"."study_year" = "e"."study_year"
  )
ORDER BY
  "e"."id"
FOR UPDATE OF
  "e";

SELECT
  "e".*
FROM
  "enrolments" AS "e"
WHERE
  EXISTS (
    SELECT
      "own"."id"
    FROM
      "enrolments" AS "own"
    WHERE
      "own"."id" = $1
      AND "own"."learner_id" = "e"."learner_id"
      AND "own"."study_year" = "e"."study_year"
  )
ORDER BY
  "e"."id"
FOR UPDATE OF
  "e";

-- appendShared
INSERT INTO
  "hour_ledger" (
    "audit_id",
    "entry",
    "epoch",
    "lesson_id",
    "seconds",
    "enrolment_id",
    "policy_version",
    "at",
    "origin_id",
    "origin_epoch"
  )
VALUES
  ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT ("enrolment_id", "epoch", "lesson_id")
WHERE
  "origin_id" IS NOT NULL DO NOTHING;

-- sessionsOfLessons
SELECT
  "id"
FROM
  "study_sessions"
WHERE
  "enrolment_id" = $1
  AND "epoch" = $2
  AND "lesson_id" IN ($3)
  AND "replay" = $4
ORDER BY
  "id";

-- publicLessonsStudied
SELECT
  "l"."id" AS "lesson_id",
  "h"."epoch",
  "l"."duration_seconds",
  max("h"."at") AS "completed_at",
  (
    SELECT
      min("s"."started_at") AS "first"
    FROM
      "study_sessions" AS "s"
    WHERE
      "s"."enrolment_id" = "h"."enrolment_id"
      AND "s"."epoch" = "h"."epoch"
      AND "s"."lesson_id" = "l"."id"
      AND "s"."replay" = $1
  ) AS "started_at"
FROM
  "hour_ledger" AS "h"
  INNER JOIN "lessons" AS "l" ON "l"."id" = "h"."lesson_id"
  INNER JOIN "courses" AS "c" ON "c"."id" = "l"."course_id"
WHERE
  "h"."enrolment_id" = $2
  AND "h"."entry" = $3
  AND "h"."origin_id" IS NULL
  AND "c"."kind" = $4
GROUP BY
  "h"."enrolment_id",
  "l"."id",
  "h"."epoch",
  "l"."duration_seconds"
ORDER BY
  "l"."id",
  "h"."epoch";

-- sharedInto
SELECT
  "h"."lesson_id",
  "h"."epoch",
  "h"."seconds",
  "h"."at",
  "h"."origin_id",
  "h"."origin_epoch",
  "l"."title",
  "o"."post",
  "o"."study_year",
  "a"."origin_audit_id",
  "a"."origin_audit",
  (
    SELECT
      sum("own"."seconds") AS "standing"
    FROM
      "hour_ledger" AS "own"
    WHERE
      "own"."enrolment_id" = "h"."enrolment_id"
      AND "own"."epoch" = "h"."epoch"
      AND "own"."lesson_id" = "h"."lesson_id"
      AND "own"."entry" <> $1
  ) AS "standing"
FROM
  "hour_ledger" AS "h"
  INNER JOIN "enrolments" AS "o" ON "o"."id" = "h"."origin_id"
  INNER JOIN "lessons" AS "l" ON "l"."id" = "h"."lesson_id"
  LEFT JOIN LATERAL (
    SELECT
      "a"."id" AS "origin_audit_id",
      "a"."closed_as" AS "origin_audit"
    FROM
      "audits" AS "a"
    WHERE
      "a"."enrolment_id" = "h"."origin_id"
    ORDER BY
      "a"."n" DESC
    LIMIT
      $2
  ) AS "a" ON TRUE
WHERE
  "h"."enrolment_id" = $3
ORDER BY
  "h"."id";

-- sharedFrom
SELECT
  "h"."enrolment_id",
  "h"."lesson_id",
  "h"."origin_epoch",
  "h"."seconds",
  "l"."title"
FROM
  "hour_ledger" AS "h"
  INNER JOIN "lessons" AS "l" ON "l"."id" = "h"."lesson_id"
WHERE
  "h"."origin_id" = $1
ORDER BY
  "h"."enrolment_id",
  "h"."id";
