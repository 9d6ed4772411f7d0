-- correctionsPage
SELECT
  "c"."id",
  "c"."learner_id",
  "c"."new_phone_sealed",
  "c"."reason",
  "c"."state",
  "c"."requested_by",
  "c"."requested_at",
  "c"."decided_at",
  "asker"."display_name" AS "requested_by_name",
  "decider"."display_name" AS "decided_by_name",
  "l"."wrapped_data_key",
  "l"."name_sealed",
  "l"."phone_sealed"
FROM
  "phone_corrections" AS "c"
  INNER JOIN "learners" AS "l" ON "l"."id" = "c"."learner_id"
  INNER JOIN "staff" AS "asker" ON "asker"."id" = "c"."requested_by"
  LEFT JOIN "staff" AS "decider" ON "decider"."id" = "c"."decided_by"
WHERE
  "c"."state" = $1
  AND "c"."learner_id" = $2
  AND "c"."id" < $3
ORDER BY
  "c"."id" DESC
LIMIT
  $4;

-- insertCorrection
INSERT INTO
  "phone_corrections" ("learner_id", "new_phone_sealed", "reason", "requested_at", "requested_by")
VALUES
  ($1, $2, $3, $4, $5)
ON CONFLICT DO NOTHING
RETURNING
  "id";

-- lockOpenCorrection
SELECT
  *
FROM
  "phone_corrections"
WHERE
  "id" = $1
  AND "state" = $2
FOR UPDATE;

-- closeCorrection
UPDATE "phone_corrections"
SET
  "decided_at" = $1,
  "decided_by" = $2,
  "state" = $3
WHERE
  "id" = $4;

-- correctionShown
SELECT
  "c"."id",
  "c"."learner_id",
  "c"."new_phone_sealed",
  "c"."reason",
  "c"."state",
  "c"."requested_by",
  "c"."requested_at",
  "c"."decided_at",
  "asker"."display_name" AS "requested_by_name",
  "decider"."display_name" AS "decided_by_name",
  "l"."wrapped_data_key",
  "l"."name_sealed",
  "l"."phone_sealed"
FROM
  "phone_corrections" AS "c"
  INNER JOIN "learners" AS "l" ON "l"."id" = "c"."learner_id"
  INNER JOIN "staff" AS "asker" ON "asker"."id" = "c"."requested_by"
  LEFT JOIN "staff" AS "decider" ON "decider"."id" = "c"."decided_by"
WHERE
  "c"."id" = $1;
