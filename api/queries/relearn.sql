-- clearedSecondsOf
SELECT
  sum("seconds") AS "seconds"
FROM
  "hour_ledger"
WHERE
  "audit_id" = $1
  AND "entry" = $2;

-- auditIdByNumber
SELECT
  "id"
FROM
  "audits"
WHERE
  "enrolment_id" = $1
  AND "n" = $2;

-- relearnLessons
SELECT
  "l"."id",
  "l"."title",
  "l"."duration_seconds",
  "p"."watched",
  "p"."completed_at"
FROM
  "enrolments" AS "e"
  INNER JOIN "courses" AS "c" ON "c"."study_year" = "e"."study_year"
  AND "e"."post" = ANY ("c"."posts")
  AND "c"."published_at" IS NOT NULL
  AND (
    "c"."policy_id" IS NULL
    OR "c"."policy_id" = "e"."policy_id"
  )
  INNER JOIN "lessons" AS "l" ON "l"."course_id" = "c"."id"
  LEFT JOIN "lesson_progress" AS "p" ON "p"."enrolment_id" = "e"."id"
  AND "p"."epoch" = "e"."epoch"
  AND "p"."lesson_id" = "l"."id"
WHERE
  "e"."id" = $1
ORDER BY
  "c"."position",
  "l"."position";
