-- closeReopenRequest
UPDATE "reopen_requests"
SET
  "decided_at" = $1,
  "decided_by" = $2,
  "state" = $3
WHERE
  "id" = $4
  AND "state" = $5
RETURNING
  "id";

-- insertReopenRequest
INSERT INTO
  "reopen_requests" ("enrolment_id", "proposed_at", "proposed_by", "text_id")
VALUES
  ($1, $2, $3, $4)
ON CONFLICT ("enrolment_id")
WHERE
  "state" = $5 DO NOTHING
RETURNING
  "id";

-- reopenRequestById
SELECT
  *
FROM
  "reopen_requests"
WHERE
  "id" = $1;

-- openReopenRequests
SELECT
  "r"."id",
  "r"."enrolment_id",
  "r"."proposed_by",
  "r"."proposed_at",
  "r"."text_id",
  "s"."display_name" AS "proposed_by_name",
  "e"."post",
  "e"."study_year",
  "l"."name_sealed",
  "l"."wrapped_data_key"
FROM
  "reopen_requests" AS "r"
  INNER JOIN "enrolments" AS "e" ON "e"."id" = "r"."enrolment_id"
  INNER JOIN "learners" AS "l" ON "l"."id" = "e"."learner_id"
  INNER JOIN "staff" AS "s" ON "s"."id" = "r"."proposed_by"
WHERE
  "r"."state" = $1
ORDER BY
  "r"."id"
LIMIT
  $2;
