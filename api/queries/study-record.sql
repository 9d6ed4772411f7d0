-- ledgersByYear
SELECT
  "e"."study_year",
  "h"."entry",
  "h"."epoch",
  "h"."lesson_id",
  "h"."seconds",
  "h"."audit_id",
  "h"."at",
  (p.body ->> 'creditHourSeconds')::int AS "credit_hour_seconds"
FROM
  "enrolments" AS "e"
  INNER JOIN "hour_ledger" AS "h" ON "h"."enrolment_id" = "e"."id"
  INNER JOIN "policies" AS "p" ON "p"."id" = "e"."policy_id"
  AND "p"."version" = "e"."policy_version"
WHERE
  "e"."learner_id" = $1
  AND "e"."post" = $2
ORDER BY
  "e"."study_year" DESC,
  "h"."id";
