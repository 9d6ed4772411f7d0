-- runningClocks
SELECT
  "a"."opened_at",
  "a"."clock_from",
  "a"."paused_at",
  "a"."standstills",
  "a"."clock",
  "e"."policy_id",
  "e"."policy_version"
FROM
  "audits" AS "a"
  INNER JOIN "enrolments" AS "e" ON "e"."id" = "a"."enrolment_id"
WHERE
  "a"."closed_at" IS NULL;
