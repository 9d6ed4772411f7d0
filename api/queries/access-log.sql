-- recordAccess
INSERT INTO
  "access_log" ("at", "learner_id", "reason", "ref", "staff_id", "what")
VALUES
  ($1, $2, $3, $4, $5, $6);

-- accessesOf
SELECT
  "access_log"."id",
  "access_log"."at",
  "access_log"."what",
  "access_log"."reason",
  "staff"."display_name",
  "staff"."roles"
FROM
  "access_log"
  INNER JOIN "staff" ON "staff"."id" = "access_log"."staff_id"
WHERE
  "access_log"."learner_id" = $1
  AND "access_log"."id" < $2
ORDER BY
  "access_log"."id" DESC
LIMIT
  $3;

-- hasSeenPortrait
SELECT
  "id"
FROM
  "access_log"
WHERE
  "learner_id" = $1
  AND "staff_id" = $2
  AND "what" = $3
  AND "at" >= $4
LIMIT
  $5;
