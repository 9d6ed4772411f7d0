-- enrolmentsPage
SELECT
  "e"."id",
  "e"."learner_id",
  "e"."post",
  "e"."study_year",
  "e"."policy_id",
  "e"."policy_version",
  "e"."employer",
  "e"."exam_required",
  "e"."machine_version",
  "e"."state",
  "e"."state_context",
  "e"."state_seq",
  "e"."state_tags",
  "e"."state_at",
  "e"."epoch",
  "e"."hours_completed_at",
  "e"."exam_passed_at",
  "e"."evidence_version",
  "e"."created_at",
  "l"."wrapped_data_key",
  "l"."name_sealed",
  "l"."id_number_sealed",
  "l"."phone_sealed"
FROM
  "enrolments" AS "e"
  INNER JOIN "learners" AS "l" ON "l"."id" = "e"."learner_id"
WHERE
  "e"."post" = $1
  AND "e"."study_year" = $2
  AND "e"."employer" = $3
  AND "e"."learner_id" = $4
  AND e.state_tags @> ARRAY[$5]::TEXT[]
  AND "e"."id" < $6
ORDER BY
  "e"."id" DESC
LIMIT
  $7;

-- enrolmentShown
SELECT
  "e"."id",
  "e"."learner_id",
  "e"."post",
  "e"."study_year",
  "e"."policy_id",
  "e"."policy_version",
  "e"."employer",
  "e"."exam_required",
  "e"."machine_version",
  "e"."state",
  "e"."state_context",
  "e"."state_seq",
  "e"."state_tags",
  "e"."state_at",
  "e"."epoch",
  "e"."hours_completed_at",
  "e"."exam_passed_at",
  "e"."evidence_version",
  "e"."created_at",
  "l"."wrapped_data_key",
  "l"."name_sealed",
  "l"."id_number_sealed",
  "l"."phone_sealed"
FROM
  "enrolments" AS "e"
  INNER JOIN "learners" AS "l" ON "l"."id" = "e"."learner_id"
WHERE
  "e"."id" = $1;

-- eventsOfEnrolment
SELECT
  "seq",
  "type",
  "at",
  "actor",
  "state_tags"
FROM
  "lifecycle_events"
WHERE
  "enrolment_id" = $1
ORDER BY
  "seq";

-- ledgerTotals
SELECT
  "h"."epoch",
  "h"."entry",
  "c"."kind",
  sum("h"."seconds") AS "seconds"
FROM
  "hour_ledger" AS "h"
  LEFT JOIN "lessons" AS "le" ON "le"."id" = "h"."lesson_id"
  LEFT JOIN "courses" AS "c" ON "c"."id" = "le"."course_id"
WHERE
  "h"."enrolment_id" = $1
GROUP BY
  "h"."epoch",
  "h"."entry",
  "c"."kind"
ORDER BY
  "h"."epoch";
