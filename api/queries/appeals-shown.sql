-- openAppeals
SELECT
  "p"."id",
  "p"."enrolment_id",
  "p"."audit_id",
  "p"."text_id",
  "p"."filed_at",
  "p"."due_at",
  "p"."state",
  "p"."decided_at",
  "p"."decision_text_id",
  "e"."post",
  "e"."study_year",
  "e"."employer",
  "e"."policy_id",
  "e"."policy_version",
  "e"."state_context",
  "l"."wrapped_data_key"
FROM
  "appeals" AS "p"
  INNER JOIN "enrolments" AS "e" ON "e"."id" = "p"."enrolment_id"
  INNER JOIN "learners" AS "l" ON "l"."id" = "e"."learner_id"
WHERE
  "p"."state" = $1
ORDER BY
  "p"."due_at",
  "p"."id"
LIMIT
  $2;

-- appealShown
SELECT
  "p"."id",
  "p"."enrolment_id",
  "p"."audit_id",
  "p"."text_id",
  "p"."filed_at",
  "p"."due_at",
  "p"."state",
  "p"."decided_at",
  "p"."decision_text_id",
  "e"."post",
  "e"."study_year",
  "e"."employer",
  "e"."policy_id",
  "e"."policy_version",
  "e"."state_context",
  "l"."wrapped_data_key"
FROM
  "appeals" AS "p"
  INNER JOIN "enrolments" AS "e" ON "e"."id" = "p"."enrolment_id"
  INNER JOIN "learners" AS "l" ON "l"."id" = "e"."learner_id"
WHERE
  "p"."id" = $1;

-- latestAppealOf
SELECT
  "p"."id",
  "p"."enrolment_id",
  "p"."audit_id",
  "p"."text_id",
  "p"."filed_at",
  "p"."due_at",
  "p"."state",
  "p"."decided_at",
  "p"."decision_text_id",
  "e"."post",
  "e"."study_year",
  "e"."employer",
  "e"."policy_id",
  "e"."policy_version",
  "e"."state_context",
  "l"."wrapped_data_key"
FROM
  "appeals" AS "p"
  INNER JOIN "enrolments" AS "e" ON "e"."id" = "p"."enrolment_id"
  INNER JOIN "learners" AS "l" ON "l"."id" = "e"."learner_id"
WHERE
  "p"."enrolment_id" = $1
ORDER BY
  "p"."filed_at" DESC;
